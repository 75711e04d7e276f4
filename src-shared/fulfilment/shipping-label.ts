import { type LabelDocument, type LabelPart, shippingLabelSize } from '../printing/label-document.ts'
import { cityLine } from '../printing/letterhead.ts'
import { countryName, filled, joined, type PaperWords } from '../printing/paper-words.ts'
import { type OrderOnPaper, receiverNames } from '../sales-orders/order-on-paper.ts'

const left = 50
const width = shippingLabelSize.width - 2 * left

/**
 * FU3, FU4: 4 x 6 inch. The address is never cut: what does not fit refuses the label. The country stands in capitals in
 * the language of the country the parcel leaves, whose post reads it first.
 */
export function shippingLabel(paper: OrderOnPaper, words: PaperWords): LabelDocument {
  const { order, number, shop } = paper
  const { say, language } = words
  const { deliveryAddress: to } = order
  const street = filled([...receiverNames(order), to.street, to.extra])
  const country = countryName(to.country === '' ? shop.country : to.country, language).toLocaleUpperCase(language)
  const parts: LabelPart[] = [
    ...senderParts(paper, words),
    { part: 'line', x: left, y: 190, length: width, direction: 'across', thickness: 6 },
    { ...text(left, 215, say('paper.shippingLabel.to'), 30), shrinkTo: 60, tooLong: 'ellipsis' },
    ...street.map((line, at) => text(left, 265 + at * 75, line, at === 0 ? 70 : 60)),
    { ...text(left, 275 + street.length * 75, cityLine(to), 80) },
    { ...text(left, 375 + street.length * 75, country, 80) },
    { part: 'line', x: left, y: 900, length: width, direction: 'across', thickness: 6 },
    {
      ...text(left, 925, joined('  ', say('paper.shippingLabel.order', { number }), order.customerReference), 36),
      tooLong: 'ellipsis',
    },
    { part: 'code128', x: left, y: 1000, width, height: 300, data: number, caption: number },
    { part: 'line', x: left, y: 1340, length: width, direction: 'across', thickness: 3 },
    { ...text(left, 1365, joined('  ', order.contact.phone, order.customer.code), 36), tooLong: 'ellipsis' },
  ]
  const title = `${say('paper.shippingLabel.name')} ${number}`
  return { form: 'label', title, language, size: shippingLabelSize, parts: parts.filter(isSaid) }
}

/** Beside the place of the COPY tag. */
function senderParts({ shop }: OrderOnPaper, { say }: PaperWords): LabelPart[] {
  const lines = [say('paper.shippingLabel.from', { name: shop.name }), shop.address.street, cityLine(shop.address)]
  return filled(lines).map((line, at) => ({
    ...text(left, 40 + at * 45, line, 36),
    width: width - 300,
    tooLong: 'ellipsis',
  }))
}

function text(x: number, y: number, words: string, size: number): Extract<LabelPart, { part: 'text' }> {
  return { part: 'text', x, y, width, size, text: words, lines: 1, shrinkTo: 55, tooLong: 'refuse' }
}

function isSaid(part: LabelPart): boolean {
  return part.part !== 'text' || part.text.trim() !== ''
}
