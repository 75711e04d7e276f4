import type { Migration } from '../migrator.ts'

export const payments: Migration = {
  number: 80,
  intent: 'payments',
  sql: `
create table payments (
  id text primary key,
  sales_order_id text not null,
  amount integer not null,
  currency text not null,
  method text not null,
  reference text not null,
  part text not null,
  received_at text not null,
  received_on text not null,
  received_by text not null,
  reverses text,
  reason text not null
) strict;
create index ix_payments__sales_order_id on payments (sales_order_id);
create index ix_payments__reverses on payments (reverses);
`,
}
