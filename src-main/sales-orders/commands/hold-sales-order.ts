import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { orderStanding } from './move-sales-order.ts'

export const holdSalesOrder = defineCommand(salesOrderContract['salesOrder.hold'], () => ({ id, reason }, context) => {
  const order = orderStanding(context, id, 'draft', 'confirmed')
  if (!order.ok) return order
  context.tx.set(salesOrderEntity, id, { isOnHold: true, holdReason: reason })
  context.because(reason)
  return accepted(null)
})

export const releaseSalesOrder = defineCommand(salesOrderContract['salesOrder.release'], () => ({ id }, context) => {
  const order = orderStanding(context, id, 'draft', 'confirmed')
  if (!order.ok) return order
  context.tx.set(salesOrderEntity, id, { isOnHold: false, holdReason: '' })
  return accepted(null)
})
