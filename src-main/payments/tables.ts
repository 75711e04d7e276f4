import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const payments = sqliteTable(
  'payments',
  {
    id: text('id').primaryKey(),
    salesOrderId: text('sales_order_id').notNull(),
    amount: integer('amount').notNull(),
    currency: text('currency').notNull(),
    method: text('method').notNull(),
    reference: text('reference').notNull(),
    part: text('part').notNull(),
    receivedAt: text('received_at').notNull(),
    receivedOn: text('received_on').notNull(),
    receivedBy: text('received_by').notNull(),
    reverses: text('reverses'),
    reason: text('reason').notNull(),
  },
  (table) => [
    index('ix_payments__sales_order_id').on(table.salesOrderId),
    index('ix_payments__reverses').on(table.reverses),
  ],
)
