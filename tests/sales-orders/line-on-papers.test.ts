import { expect, test } from 'vitest'
import { narrowPackingSlip, packingSlip } from '#shared/fulfilment/packing-slip.ts'
import { orderConfirmation } from '#shared/sales-orders/order-confirmation.ts'
import { paperWordsOf, sampleOrderOnPaper, textsOfPaper } from '#tests/support/order-on-paper.ts'

test('[SO17] [FU1] a line that needs no other words for the customer is on every paper under its own name', () => {
  const sample = sampleOrderOnPaper()
  const paper = {
    ...sample,
    lines: sample.lines.map((each, index) => ({
      ...each,
      item: { ...each.item, name: `Line ${index}`, details: `detail ${index}`, paperName: '', paperDetails: '' },
    })),
  }
  const papers = [
    orderConfirmation(paper, paperWordsOf('sales-orders', 'nl')),
    packingSlip(paper, paperWordsOf('fulfilment', 'nl')),
    narrowPackingSlip(paper, paperWordsOf('fulfilment', 'nl')),
  ]
  expect(paper.lines.length).toBeGreaterThan(0)
  for (const each of papers) {
    const texts = textsOfPaper(each).join('\n')
    for (const [index] of paper.lines.entries()) {
      expect(texts).toContain(`Line ${index}`)
      expect(texts).toContain(`detail ${index}`)
    }
  }
})
