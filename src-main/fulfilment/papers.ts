import type { PaperSource } from '#main/printing/index.ts'
import { orderPaper } from '#main/sales-orders/index.ts'
import { narrowPackingSlip, packingSlip, packingSlipShape } from '#shared/fulfilment/packing-slip.ts'
import { shippingLabel, shippingLabelFilling, shippingLabelShape } from '#shared/fulfilment/shipping-label.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { noSuchPaper } from '#shared/printing/no-such-paper.ts'
import { designedLabel } from '#shared/printing/templates/label-design.ts'

export const fulfilmentPapers: readonly PaperSource[] = [
  orderPaper({
    kind: 'fulfilment.packingSlip',
    forms: ['page', 'receipt'],
    speaksTo: 'customer',
    showsMoney: false,
    shape: packingSlipShape,
    compose:
      () =>
      ({ paper, words, look, wish }) => {
        const slip = wish.form === 'receipt' ? narrowPackingSlip : packingSlip
        const document = slip(paper, words, look)
        return accepted([{ lineId: null, document }])
      },
  }),
  orderPaper({
    kind: 'fulfilment.shippingLabel',
    forms: ['label'],
    speaksTo: 'house',
    showsMoney: false,
    shape: shippingLabelShape,
    compose:
      () =>
      ({ paper, words, label, wish }) => {
        const { order } = paper
        if (order.delivery === 'pick_up') return noSuchPaper('shippingLabel.pickedUp')
        if (order.deliveryAddress.city === '') return refused('shippingLabel.withoutAddress')
        if (label === null) return accepted([{ lineId: null, document: shippingLabel(paper, words) }])
        const filling = shippingLabelFilling(paper, words, wish.today)
        const document = designedLabel(label, filling, shippingLabelShape.whole)
        return accepted([{ lineId: null, document, filling }])
      },
  }),
]
