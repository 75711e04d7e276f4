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
  sort_name text not null,
  category_id text,
  is_stocked integer not null,
  is_personalised integer not null,
  image_hash text,
  from_amount integer,
  is_archived integer not null
) strict;
create index ix_products__sort_name on products (sort_name, id);
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
