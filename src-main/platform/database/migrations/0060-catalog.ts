import type { Migration } from '../migrator.ts'
import { searchTablesSql } from '../text-search.ts'

export const catalog: Migration = {
  number: 60,
  intent: 'catalog',
  sql: `
create table products (
  id text primary key,
  kind text not null,
  assortment text not null,
  supplier_mark text not null,
  sku text not null,
  names text not null,
  sort_en text not null,
  sort_nl text not null,
  sort_fr text not null,
  sort_de text not null,
  sort_pl text not null,
  category_id text,
  is_stocked integer not null,
  is_personalised integer not null,
  image_hash text,
  from_amount integer,
  is_archived integer not null
) strict;
create index ix_products__sort_en on products (sort_en, id);
create index ix_products__sort_nl on products (sort_nl, id);
create index ix_products__sort_fr on products (sort_fr, id);
create index ix_products__sort_de on products (sort_de, id);
create index ix_products__sort_pl on products (sort_pl, id);
create index ix_products__sku on products (sku, id);
create index ix_products__category_id on products (category_id);

create table product_barcodes (code text not null, product_id text not null, primary key (code, product_id)) strict, without rowid;

create table categories (
  id text primary key,
  parent_id text,
  names text not null,
  position text not null,
  is_archived integer not null
) strict;
${searchTablesSql('product')}`,
}
