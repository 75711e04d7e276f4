import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { orderViewer } from './get-sales-order.ts'

/**
 * What another order begins with: a reprint keeps lines and files, a duplicate keeps lines without files, a new order keeps
 * the customer alone. Prices are not carried over: the form asks today's.
 */
export const orderAgain = defineQuery(salesOrderContract['salesOrder.again'], ({ db }) => {
  const show = orderViewer(db)
  return ({ id, how }, { read, viewer }) => {
    const order = read(salesOrderEntity, id)
    if (order === undefined) return refused('notFound.sales_order', { id })
    const shown = show(order, id, viewer)
    const lines =
      how === 'new_order'
        ? []
        : shown.lines.map((line) => ({ ...line, origin: line.id, artwork: how === 'reprint' ? line.artwork : null }))
    return accepted({
      origin: { how, salesOrderId: id, number: shown.number ?? '' },
      order: { ...shown, lines, notes: [] },
    })
  }
})
