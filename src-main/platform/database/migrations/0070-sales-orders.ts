import type { Migration } from '../migrator.ts'
import { searchTablesSql } from '../text-search.ts'

export const salesOrders: Migration = {
  number: 70,
  intent: 'sales-orders',
  sql: `
create table sales_orders (
  id text primary key,
  number text,
  number_key text not null,
  status text not null,
  is_on_hold integer not null,
  hold_reason text not null,
  stage text not null,
  list_group text not null,
  payment_status text not null,
  planned_payment text,
  party_id text,
  customer_code text not null,
  customer_name text not null,
  customer_reference text not null,
  title text not null,
  product_name text not null,
  preview_hash text,
  ordered_on text not null,
  taken_at text not null,
  promised_on text,
  promised_at text,
  promised_key text not null,
  source text not null,
  currency text not null,
  net_amount integer not null,
  tax_amount integer not null,
  gross_amount integer not null,
  paid_amount integer not null
) strict;
create index ix_sales_orders__group_taken on sales_orders (list_group, taken_at, id);
create index ix_sales_orders__stage_taken on sales_orders (stage, taken_at, id);
create index ix_sales_orders__group_number on sales_orders (list_group, number_key, id);
create index ix_sales_orders__group_title on sales_orders (list_group, title, id);
create index ix_sales_orders__group_customer on sales_orders (list_group, customer_code, id);
create index ix_sales_orders__group_product on sales_orders (list_group, product_name, id);
create index ix_sales_orders__group_promised on sales_orders (list_group, promised_key, id);
create index ix_sales_orders__group_payment on sales_orders (list_group, planned_payment, taken_at, id);
create index ix_sales_orders__party on sales_orders (party_id, taken_at, id);

create table sales_order_lines (
  id text not null,
  sales_order_id text not null,
  product_id text,
  position text not null,
  title text not null,
  quantity integer not null,
  unit_code text not null,
  amount integer not null,
  artwork_hash text,
  primary key (sales_order_id, id)
) strict, without rowid;
create index ix_sales_order_lines__product_id on sales_order_lines (product_id, sales_order_id);

create table sales_order_notes (
  id text primary key,
  sales_order_id text not null,
  text text not null,
  written_by text not null,
  written_at text not null
) strict;
create index ix_sales_order_notes__sales_order_id on sales_order_notes (sales_order_id);
${searchTablesSql('sales_order')}`,
}
