import { type AnyFindingRule, findingRule } from '#main/platform/changes/finding-rule.ts'
import { slotTotal } from '#main/platform/changes/projection.ts'
import { paidSlot } from '#main/sales-orders/index.ts'
import { paymentFindings } from '#shared/payments/payment-findings.ts'
import { paymentEntity } from '#shared/payments/replication.ts'
import { type SalesOrder, salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { salesOrderTotals } from '#shared/sales-orders/sales-order-totals.ts'

const moneySide = (order: SalesOrder) => ({ status: order.status, gross: salesOrderTotals(order).gross })

/** Payments are facts: taken where the order has meanwhile been cancelled or paid elsewhere, they stand and are found. */
export const paymentFindingRules: readonly AnyFindingRule[] = [
  findingRule({
    on: salesOrderEntity,
    fact: paymentEntity,
    targetOf: (payment) => payment.salesOrderId,
    factsOf: (db) => {
      const ids = db.read<{ id: string }>('select id from payments where sales_order_id = ?')
      return (target) => ids.all(target).map(({ id }) => id)
    },
    suspects: (order, sums) => {
      const paid = slotTotal(sums, paidSlot)
      if (paid === 0) return false
      return order.status === 'cancelled' || paid > salesOrderTotals(order).gross
    },
    find: (story) =>
      paymentFindings(
        story.map(({ change, document, fact }) => ({
          change,
          order: document === undefined ? undefined : moneySide(document),
          paid: fact?.amount ?? 0,
        })),
      ),
  }),
]
