import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { orderChanger } from '../order-changer.ts'

export const changeSalesOrder = defineCommand(salesOrderContract['salesOrder.change'], (services) => {
  const change = orderChanger(services)
  return ({ id, reason, ...input }, context) => {
    const order = context.read(salesOrderEntity, id)
    if (order === undefined) return refused('notFound.sales_order', { id })
    const patch = change(order, input, context)
    if (!patch.ok) return patch
    context.tx.set(salesOrderEntity, id, patch.value)
    if (reason !== '') context.because(reason)
    return accepted(null)
  }
})
