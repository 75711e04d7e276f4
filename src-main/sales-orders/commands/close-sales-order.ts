import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { orderStanding } from './move-sales-order.ts'

export const closeSalesOrder = defineCommand(salesOrderContract['salesOrder.close'], () => ({ id }, context) => {
  const order = orderStanding(context, id, 'confirmed')
  if (!order.ok) return order
  if (order.value.isOnHold) return refused('salesOrder.onHold', { reason: order.value.holdReason })
  context.tx.move(salesOrderEntity, id, 'status', 'confirmed', 'closed')
  return accepted(null)
})

export const reopenSalesOrder = defineCommand(salesOrderContract['salesOrder.reopen'], () => ({ id }, context) => {
  const order = orderStanding(context, id, 'closed')
  if (!order.ok) return order
  context.tx.move(salesOrderEntity, id, 'status', 'closed', 'confirmed')
  return accepted(null)
})
