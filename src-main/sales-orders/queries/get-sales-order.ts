import type { z } from 'zod'
import { defineQuery } from '#main/platform/bus/module.ts'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { salesOrderContract, type salesOrderOutput } from '#shared/sales-orders/contract.ts'
import { type SalesOrder, salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { needsArtwork } from '#shared/sales-orders/sales-order.ts'
import { standingOf } from '#shared/sales-orders/sales-order-standing.ts'
import { orderTitle, salesOrderTotals, standingLines } from '#shared/sales-orders/sales-order-totals.ts'

type ShownOrder = z.output<typeof salesOrderOutput>

/** How an order is shown to its viewer: from the document, with what later features have added to its row. */
export function orderViewer(db: ReadableDb): (order: SalesOrder, id: string, viewer: Viewer) => ShownOrder {
  const paidOf = db.read<{ paid_amount: number }>('select paid_amount from sales_orders where id = ?')
  const notes = db.read<ShownOrder['notes'][number]>(
    `select n.id, n.text, coalesce(u.name, '') as writtenBy, n.written_at as writtenAt from sales_order_notes n
     left join users u on u.id = n.written_by where n.sales_order_id = ? order by n.written_at desc, n.id desc`,
  )
  const nameOf = db.read<{ name: string }>('select name from users where id = ?')
  return (order, id, viewer) => {
    const lines = standingLines(order)
    const totals = salesOrderTotals(order)
    const paid = paidOf.get(id)?.paid_amount ?? 0
    const standing = standingOf(order, lines, totals, paid)
    const seesPrices = may(viewer, 'price.see')
    const { lines: _, number, customer, deliveryCharge, ...head } = order
    return {
      ...head,
      id,
      number: number?.text ?? null,
      stage: standing.stage,
      paymentStatus: standing.paymentStatus,
      customer: seesPrices ? customer : { ...customer, discount: 0 },
      takenByName: nameOf.get(order.takenBy)?.name ?? '',
      title: orderTitle(lines),
      lines: lines.map(({ id: lineId, item, line, amount }) => {
        const { unitPrice, vat, vatLevel, override, steps, paperName: __, paperDetails: ___, ...rest } = item
        return {
          id: lineId,
          ...rest,
          note: line.note,
          position: line.position,
          artwork: line.artwork,
          needsArtwork: needsArtwork(item),
          origin: line.origin,
          ...(seesPrices ? { money: { unitPrice, amount, vat, vatLevel, override, steps } } : {}),
        }
      }),
      notes: notes.all(id),
      ...(seesPrices
        ? {
            money: {
              linesAmount: totals.linesAmount,
              deliveryAmount: deliveryCharge?.amount ?? null,
              rushAmount: order.rush?.kind === 'amount' ? order.rush.amount : null,
              vat: totals.vat,
              net: totals.net,
              vatAmount: totals.vatAmount,
              gross: totals.gross,
              paid,
              open: standing.open,
            },
          }
        : {}),
    }
  }
}

export const getSalesOrder = defineQuery(salesOrderContract['salesOrder.get'], ({ db }) => {
  const show = orderViewer(db)
  return ({ id }, { read, viewer }) => {
    const order = read(salesOrderEntity, id)
    return order === undefined ? refused('notFound.sales_order', { id }) : accepted(show(order, id, viewer))
  }
})
