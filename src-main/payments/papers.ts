import type { PaperSource } from '#main/printing/index.ts'
import { orderPaper } from '#main/sales-orders/index.ts'
import { accepted } from '#shared/kernel/result.ts'
import { orderReceipt, orderReceiptShape, type PaymentOnPaper } from '#shared/payments/order-receipt.ts'

export const paymentPapers: readonly PaperSource[] = [
  orderPaper({
    kind: 'payments.orderReceipt',
    forms: ['receipt'],
    speaksTo: 'customer',
    showsMoney: true,
    shape: orderReceiptShape,
    compose: ({ db }) => {
      // What was taken back stands on no receipt: neither the payment nor its counter-entry.
      const payments = db.read<PaymentOnPaper>(
        `select p.amount, p.method, p.reference, p.received_on as receivedOn from payments p
         where p.sales_order_id = ? and p.reverses is null
           and not exists (select 1 from payments r where r.reverses = p.id)
         order by p.received_at, p.id`,
      )
      return ({ paper, words, look, wish }) =>
        accepted([{ lineId: null, document: orderReceipt(paper, payments.all(wish.documentId), words, look) }])
    },
  }),
]
