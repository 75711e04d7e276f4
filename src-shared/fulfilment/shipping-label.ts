import { type LabelDocument, type LabelPart, shippingLabelSize } from '../printing/label-document.ts'
import { cityLine } from '../printing/letterhead.ts'
import { countryName, filled, joined, type PaperWords } from '../printing/paper-words.ts'
import type { DesignText, LabelFilling } from '../printing/templates/label-design.ts'
import type { LabelShape } from '../printing/templates/template-shape.ts'
import { artworkCode, type OrderOnPaper, promisedOnPaper, receiverNames } from '../sales-orders/order-on-paper.ts'

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

/** What a label of one's own may say of an order and of who it goes to. */
export function shippingLabelFilling(
  { order, number, shop, lines }: OrderOnPaper,
  words: PaperWords,
  today: string,
): LabelFilling {
  const { say, language, format } = words
  const { deliveryAddress: to } = order
  const [name = '', contact = ''] = receiverNames(order)
  const artwork = lines.find((each) => each.line.artwork !== null)?.line.artwork ?? null
  const country = countryName(to.country === '' ? shop.country : to.country, language).toLocaleUpperCase(language)
  return {
    title: `${say('paper.shippingLabel.name')} ${number}`,
    language,
    fields: {
      shopName: shop.name,
      shopAddress: joined(', ', shop.address.street, cityLine(shop.address)),
      receiver: name,
      contact,
      street: to.street,
      addressExtra: to.extra,
      city: cityLine(to),
      country,
      phone: order.contact.phone,
      orderNumber: number,
      reference: order.customerReference,
      customerCode: order.customer.code,
      promised: promisedOnPaper(order.promised, words),
      fileCode: artwork === null ? '' : artworkCode(artwork),
      date: format.dateOnPaper(today),
    },
    pictures: {
      logo: shop.logo === null ? null : { hash: shop.logo, description: shop.name },
      artwork:
        artwork === null || artwork.previewHash === null
          ? null
          : { hash: artwork.previewHash, description: artwork.name },
    },
  }
}

function starterText(id: string, y: number, content: string, size: number, lines = 1): DesignText {
  return {
    part: 'text',
    id,
    x: left,
    y,
    width,
    content,
    size,
    lines,
    align: 'start',
    shrinkTo: 55,
    turn: 0,
  }
}

export const shippingLabelShape: LabelShape = {
  shape: 'label',
  fields: [
    'shopName',
    'shopAddress',
    'receiver',
    'contact',
    'street',
    'addressExtra',
    'city',
    'country',
    'phone',
    'orderNumber',
    'reference',
    'customerCode',
    'promised',
    'fileCode',
    'date',
  ],
  whole: ['receiver', 'street', 'addressExtra', 'city', 'country'],
  money: [],
  pictures: ['logo', 'artwork'],
  starter: {
    design: 'label',
    size: shippingLabelSize,
    parts: [
      { ...starterText('sender', 40, '{shopName}\n{shopAddress}', 36, 2), width: width - 300 },
      { part: 'line', id: 'rule-1', x: left, y: 190, length: width, direction: 'across', thickness: 6 },
      starterText('receiver', 235, '{receiver}\n{contact}', 70, 2),
      starterText('street', 420, '{street}\n{addressExtra}', 60, 2),
      starterText('city', 580, '{city}', 80),
      starterText('country', 690, '{country}', 80),
      { part: 'line', id: 'rule-2', x: left, y: 900, length: width, direction: 'across', thickness: 6 },
      starterText('reference', 925, '{orderNumber}  {reference}', 36),
      {
        part: 'code128',
        id: 'order-code',
        x: left,
        y: 1000,
        width,
        height: 300,
        content: '{orderNumber}',
        hasCaption: true,
        turn: 0,
      },
      { part: 'line', id: 'rule-3', x: left, y: 1340, length: width, direction: 'across', thickness: 3 },
      starterText('phone', 1365, '{phone}  {customerCode}', 36),
    ],
  },
}
