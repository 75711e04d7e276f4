import { projection, rowOf, slotTotal } from '#main/platform/changes/projection.ts'
import { fold } from '#shared/kernel/text.ts'
import { salesOrderEntity, salesOrderNoteEntity } from '#shared/sales-orders/replication.ts'
import { standingOf } from '#shared/sales-orders/sales-order-standing.ts'
import { orderTitle, salesOrderTotals, standingLines } from '#shared/sales-orders/sales-order-totals.ts'
import { salesOrderLines, salesOrderNotes, salesOrderSearch, salesOrders } from './tables.ts'

/** Slot that payments fill with what was received on an order. */
export const paidSlot = 'paid'
/** Counters per stage, kept for the control strip (W12). */
export const stageCounter = 'sales_order.stage'

export const salesOrderProjection = projection({
  entity: salesOrderEntity,
  tables: [salesOrders, salesOrderLines, ...salesOrderSearch.tables],
  slots: [paidSlot],
  rows: (order, id, sums) => {
    const lines = standingLines(order)
    const totals = salesOrderTotals(order)
    const paid = slotTotal(sums, paidSlot)
    const { stage, listGroup, paymentStatus } = standingOf(order, lines, totals, paid)
    const number = order.number?.text ?? null
    return [
      rowOf(salesOrders, {
        id,
        number,
        numberKey: number ?? id,
        status: order.status,
        isOnHold: order.isOnHold,
        holdReason: order.holdReason,
        stage,
        listGroup,
        paymentStatus,
        plannedPayment: order.plannedPayment,
        partyId: order.customer.partyId,
        customerCode: order.customer.code,
        customerName: order.customer.name,
        customerReference: order.customerReference,
        title: orderTitle(lines),
        productName: fold(lines[0]?.item.name ?? ''),
        previewHash: lines.find(({ line }) => line.artwork?.previewHash)?.line.artwork?.previewHash ?? null,
        orderedOn: order.orderedOn,
        takenAt: order.takenAt,
        promisedOn: order.promised?.on ?? null,
        promisedAt: order.promised?.at ?? null,
        promisedKey: order.promised === null ? '9999' : `${order.promised.on} ${order.promised.at ?? '24:00'}`,
        source: order.source,
        currency: order.currency,
        netAmount: totals.net,
        taxAmount: totals.vatAmount,
        grossAmount: totals.gross,
        paidAmount: paid,
      }),
      ...lines.map(({ id: lineId, item, line, amount }) =>
        rowOf(salesOrderLines, {
          id: lineId,
          salesOrderId: id,
          productId: item.productId,
          position: line.position,
          title: item.title,
          quantity: item.quantity.sets * item.quantity.each,
          unitCode: item.unit,
          amount,
          artworkHash: line.artwork?.hash ?? null,
        }),
      ),
      // Customers and products are found through their own search; here is what only the order says.
      ...salesOrderSearch.rows(id, [
        number ?? '',
        order.customerReference,
        order.customer.partyId === null ? order.customer.name : '',
        ...lines.flatMap(({ item }) => (item.kind === 'free_text' ? [item.title] : [])),
      ]),
    ]
  },
  counters: (rows) =>
    rows.flatMap(({ table, row }) =>
      table === salesOrders
        ? [
            { name: stageCounter, scope: '', key: String(row.stage) },
            { name: 'sales_order.group', scope: '', key: String(row.listGroup) },
          ]
        : [],
    ),
})

export const salesOrderNoteProjection = projection({
  entity: salesOrderNoteEntity,
  tables: [salesOrderNotes],
  rows: (note, id) => [rowOf(salesOrderNotes, { id, ...note })],
})
