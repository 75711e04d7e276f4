import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { stageCounter } from '../projection.ts'

export const countSalesOrders = defineQuery(salesOrderContract['salesOrder.counts'], ({ db }) => {
  const counts = db.read<{ key: string; amount: number }>(
    `select key, amount from counters where name = ? and scope = ''`,
  )
  const read = (name: string): Record<string, number> =>
    Object.fromEntries(counts.all(name).map(({ key, amount }) => [key, amount]))
  return () => {
    const groups = read('sales_order.group')
    return accepted({
      stages: read(stageCounter),
      groups: { open: groups.open ?? 0, finished: groups.finished ?? 0, cancelled: groups.cancelled ?? 0 },
    })
  }
})
