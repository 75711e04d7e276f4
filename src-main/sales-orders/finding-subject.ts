import { findingSubject } from '#main/tasks/index.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { canMove } from '#shared/kernel/state-machine.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { checkConfirm } from '#shared/sales-orders/sales-order-rules.ts'
import { salesOrderStates } from '#shared/sales-orders/sales-order-states.ts'

/** An answer moves an order under the rules that its commands keep to. */
export const salesOrderSubject = findingSubject({
  entity: salesOrderEntity,
  grant: 'salesOrder.change',
  title: (order) => [order.number?.text ?? '', order.customer.name].filter(Boolean).join(' '),
  check: ({ db }) => {
    const paidOf = db.read<{ paid_amount: number }>('select paid_amount from sales_orders where id = ?')
    return (before, after, id) => {
      if (after.status !== before.status && !canMove(salesOrderStates, before.status, after.status))
        return refused('salesOrder.movedOn', { status: before.status, number: before.number?.text ?? '' })
      const paid = paidOf.get(id)?.paid_amount ?? 0
      if (after.status === 'cancelled' && before.status !== 'cancelled' && paid !== 0)
        return refused('salesOrder.cancelPaid', { paid })
      return after.status === 'confirmed' ? checkConfirm(after) : accepted(null)
    }
  },
})
