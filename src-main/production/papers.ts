import { readProduct } from '#main/catalog/index.ts'
import type { PaperSource } from '#main/printing/index.ts'
import { orderPaper } from '#main/sales-orders/index.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { jobTicket, jobTicketShape } from '#shared/production/job-ticket.ts'
import { narrowJobTicket } from '#shared/production/narrow-job-ticket.ts'

export const productionPapers: readonly PaperSource[] = [
  orderPaper({
    kind: 'production.jobTicket',
    forms: ['page', 'receipt'],
    speaksTo: 'house',
    showsMoney: false,
    shape: jobTicketShape,
    compose:
      () =>
      ({ paper, words, look, wish, read }) => {
        const unknown = wish.lineIds?.find((id) => !paper.lines.some((line) => line.id === id))
        if (unknown !== undefined) return refused('notFound.sales_order_line', { id: unknown })
        // Each line goes its own way through the shop, so each has its own ticket, with its place among all lines.
        const tickets = paper.lines.flatMap((line, at) => {
          if (wish.lineIds !== null && !wish.lineIds.includes(line.id)) return []
          const { productId } = line.item
          const product = productId === null ? undefined : readProduct(read, productId)
          const make = wish.form === 'receipt' ? narrowJobTicket : jobTicket
          const document = make(paper, { line, place: at + 1, product: product ?? null }, words, look)
          return [{ lineId: line.id, document }]
        })
        return tickets.length === 0 ? refused('paper.empty', { kind: 'production.jobTicket' }) : accepted(tickets)
      },
  }),
]
