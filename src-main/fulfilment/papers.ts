import type { PaperSource } from '#main/printing/index.ts'
import { orderPaper } from '#main/sales-orders/index.ts'
import { narrowPackingSlip, packingSlip } from '#shared/fulfilment/packing-slip.ts'
import { shippingLabel } from '#shared/fulfilment/shipping-label.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

export const fulfilmentPapers: readonly PaperSource[] = [
  orderPaper({
    kind: 'fulfilment.packingSlip',
    forms: ['page', 'receipt'],
    speaksTo: 'customer',
    showsMoney: false,
    compose:
      () =>
      ({ paper, words, wish }) => {
        const document = wish.form === 'receipt' ? narrowPackingSlip(paper, words) : packingSlip(paper, words)
        return accepted([{ lineId: null, document }])
      },
  }),
  orderPaper({
    kind: 'fulfilment.shippingLabel',
    forms: ['label'],
    speaksTo: 'house',
    showsMoney: false,
    compose:
      () =>
      ({ paper, words }) => {
        const { order } = paper
        if (order.delivery === 'pick_up') return refused('shippingLabel.pickedUp')
        if (order.deliveryAddress.city === '') return refused('shippingLabel.withoutAddress')
        return accepted([{ lineId: null, document: shippingLabel(paper, words) }])
      },
  }),
]
