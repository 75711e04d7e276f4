import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { orderStanding } from './move-sales-order.ts'

export const cancelSalesOrder = defineCommand(salesOrderContract['salesOrder.cancel'], ({ db }) => {
  const paidOf = db.read<{ paid_amount: number }>('select paid_amount from sales_orders where id = ?')
  return ({ id, reason }, context) => {
    const order = orderStanding(context, id, 'draft', 'confirmed')
    if (!order.ok) return order
    // Money that was received is given back first, by an entry that says so.
    const paid = paidOf.get(id)?.paid_amount ?? 0
    if (paid !== 0) return refused('salesOrder.cancelPaid', { paid })
    context.tx.move(salesOrderEntity, id, 'status', order.value.status, 'cancelled', { cancelReason: reason })
    if (reason !== '') context.because(reason)
    return accepted(null)
  }
})

export const restoreSalesOrder = defineCommand(salesOrderContract['salesOrder.restore'], () => ({ id }, context) => {
  const order = orderStanding(context, id, 'cancelled')
  if (!order.ok) return order
  const back = order.value.number === null ? 'draft' : 'confirmed'
  context.tx.move(salesOrderEntity, id, 'status', 'cancelled', back, { cancelReason: '' })
  return accepted(null)
})
