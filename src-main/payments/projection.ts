import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { paidSlot } from '#main/sales-orders/index.ts'
import { paymentEntity } from '#shared/payments/replication.ts'
import { payments } from './tables.ts'

export const paymentProjection = projection({
  entity: paymentEntity,
  tables: [payments],
  rows: (payment, id) => [rowOf(payments, { id, ...payment })],
  // What an order shows as paid is the sum over its payments (W19).
  contributions: (payment) => [
    { target: payment.salesOrderId, slot: paidSlot, key: payment.method, amount: payment.amount },
  ],
})
