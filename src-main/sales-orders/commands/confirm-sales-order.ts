import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { checkConfirm } from '#shared/sales-orders/sales-order-rules.ts'
import { orderStanding } from './move-sales-order.ts'

export const confirmSalesOrder = defineCommand(salesOrderContract['salesOrder.confirm'], () => ({ id }, context) => {
  const order = orderStanding(context, id, 'draft')
  if (!order.ok) return order
  const ready = checkConfirm(order.value)
  if (!ready.ok) return ready
  // A draft that was brought back from cancellation keeps no number; one that had been confirmed is not a draft.
  const number = context.number('sales_order')
  context.tx.move(salesOrderEntity, id, 'status', 'draft', 'confirmed', { number, confirmedAt: context.now })
  return accepted({ number: number.text })
})
