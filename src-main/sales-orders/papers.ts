import type { PaperSource } from '#main/printing/index.ts'
import { accepted } from '#shared/kernel/result.ts'
import { orderConfirmation, orderConfirmationShape } from '#shared/sales-orders/order-confirmation.ts'
import { orderPaper } from './order-paper.ts'

export const salesOrderPapers: readonly PaperSource[] = [
  orderPaper({
    kind: 'sales-orders.orderConfirmation',
    forms: ['page'],
    speaksTo: 'customer',
    showsMoney: true,
    shape: orderConfirmationShape,
    compose:
      () =>
      ({ paper, words, look }) =>
        accepted([{ lineId: null, document: orderConfirmation(paper, words, look) }]),
  }),
]
