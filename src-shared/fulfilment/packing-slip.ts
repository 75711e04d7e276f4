import { addressLines, cityLine, letterhead, shopPage, windowBlock } from '../printing/letterhead.ts'
import type { Fact, PageBlock, PageDocument } from '../printing/page-document.ts'
import { filled, type PaperWords } from '../printing/paper-words.ts'
import type { ReceiptDocument, ReceiptLine } from '../printing/receipt-document.ts'
import {
  artworkCode,
  type OrderOnPaper,
  promisedOnPaper,
  quantityOnPaper,
  receiverNames,
} from '../sales-orders/order-on-paper.ts'
import { paperWordsOf } from '../sales-orders/sales-order.ts'

/** FU1, FU2: what is in the box, for whoever opens it, in the receiver's language; without a word about money. */
export function packingSlip(paper: OrderOnPaper, words: PaperWords): PageDocument {
  const { number, shop } = paper
  const { say } = words
  const title = say('paper.packingSlip.name')
  const blocks: PageBlock[] = [
    letterhead(shop),
    windowBlock(shop, receiver(paper, words), headFacts(paper, words)),
    { block: 'title', text: title, number },
    {
      block: 'table',
      columns: [
        { title: '', width: { tenths: 80 }, align: 'end' },
        { title: say('paper.packingSlip.description'), width: { share: 1 }, align: 'start' },
        { title: say('paper.packingSlip.quantity'), width: { tenths: 300 }, align: 'end' },
        { title: '', width: { tenths: 70 }, align: 'center' },
      ],
      rows: paper.lines.map(({ item, line }, at) => ({
        cells: [
          String(at + 1),
          {
            text: paperWordsOf(item).name,
            detail: filled([paperWordsOf(item).details, line.artwork === null ? null : artworkCode(line.artwork)]),
          },
          { text: quantityOnPaper(item, words), face: 'bold' },
          { check: true },
        ],
      })),
      totals: [],
    },
    {
      block: 'keep',
      blocks: [
        { block: 'space', height: 100 },
        {
          block: 'columns',
          columns: [
            {
              share: 3,
              blocks: [
                { block: 'text', text: say('paper.packingSlip.check') },
                { block: 'space', height: 160 },
                { block: 'rule', weight: 'thin' },
                { block: 'text', text: say('paper.packingSlip.received'), size: 'small' },
              ],
            },
            {
              share: 2,
              blocks: [
                {
                  block: 'barcode',
                  barcode: { symbology: 'code128', data: number },
                  height: 120,
                  caption: number,
                  align: 'end',
                },
              ],
            },
          ],
        },
      ],
    },
  ]
  return shopPage(shop, words, { title: `${title} ${number}`, blocks })
}

/** The same on a roll: a layout of its own, not the sheet made small (P16). */
export function narrowPackingSlip(paper: OrderOnPaper, words: PaperWords): ReceiptDocument {
  const { number, shop } = paper
  const { say, language } = words
  const title = say('paper.packingSlip.name')
  const lines: ReceiptLine[] = [
    { line: 'text', text: shop.name, align: 'center', bold: true },
    ...filled([shop.address.street, cityLine(shop.address)]).map(
      (text): ReceiptLine => ({ line: 'text', text, align: 'center' }),
    ),
    { line: 'feed', lines: 1 },
    { line: 'text', text: title, size: 'tall', bold: true, align: 'center' },
    { line: 'text', text: number, size: 'large', bold: true, align: 'center' },
    { line: 'rule', weight: 'thin' },
    ...receiver(paper, words).map((text): ReceiptLine => ({ line: 'text', text })),
    { line: 'rule', weight: 'thin' },
    ...headFacts(paper, words).map(({ label, value }): ReceiptLine => ({ line: 'pair', start: label, end: value })),
    { line: 'rule', weight: 'thick' },
    ...paper.lines.flatMap(({ item, line }): ReceiptLine[] => [
      { line: 'pair', start: paperWordsOf(item).name, end: quantityOnPaper(item, words), bold: true },
      ...filled([paperWordsOf(item).details, line.artwork === null ? null : artworkCode(line.artwork)]).map(
        (text): ReceiptLine => ({ line: 'text', text }),
      ),
    ]),
    { line: 'rule', weight: 'thick' },
    { line: 'text', text: say('paper.packingSlip.check') },
    { line: 'feed', lines: 1 },
    { line: 'barcode', data: number, caption: number },
  ]
  return { form: 'receipt', title: `${title} ${number}`, language, lines, copyTag: null }
}

/** Whoever the goods go to; who picks them up has no address on the box. */
function receiver({ order, shop }: OrderOnPaper, { say, language }: PaperWords): string[] {
  const names = receiverNames(order)
  if (order.delivery === 'pick_up') {
    const known = filled(names)
    return known.length === 0 ? [say('paper.packingSlip.pickUp')] : [...known, say('paper.packingSlip.pickUp')]
  }
  return addressLines(names, order.deliveryAddress, shop.country, language)
}

function headFacts({ order }: OrderOnPaper, words: PaperWords): Fact[] {
  const { say, format } = words
  const all: readonly (readonly [string, string])[] = [
    [say('sales-orders:paper.order.date'), format.dateOnPaper(order.orderedOn)],
    [say('sales-orders:paper.order.promised'), promisedOnPaper(order.promised, words)],
    [say('sales-orders:paper.order.yourReference'), order.customerReference],
  ]
  return all.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))
}
