import type { CommandContext } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { type SalesOrder, salesOrderEntity } from '#shared/sales-orders/replication.ts'
import type { SalesOrderStatus } from '#shared/sales-orders/sales-order-states.ts'

/** The order, if it stands where the move begins; else the refusal that says where it stands. */
export function orderStanding(
  context: CommandContext,
  id: string,
  ...from: readonly SalesOrderStatus[]
): Result<SalesOrder> {
  const order = context.read(salesOrderEntity, id)
  if (order === undefined) return refused('notFound.sales_order', { id })
  if (!from.includes(order.status))
    return refused('salesOrder.movedOn', { status: order.status, number: order.number?.text ?? '' })
  return accepted(order)
}
