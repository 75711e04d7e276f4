import { addressLines, cityLine, letterhead, logoOnPaper, shopPage, windowBlock } from '../printing/letterhead.ts'
import type { Fact, PageBlock, PageDocument, TableCell, TableColumn } from '../printing/page-document.ts'
import { filled, type PaperWords } from '../printing/paper-words.ts'
import type { ReceiptDocument, ReceiptLine } from '../printing/receipt-document.ts'
import { arranged, builtInLook, type PaperLook } from '../printing/templates/paper-look.ts'
import type { PaperShape } from '../printing/templates/template-shape.ts'
import {
  artworkCode,
  type OrderOnPaper,
  promisedOnPaper,
  quantityOnPaper,
  receiverNames,
} from '../sales-orders/order-on-paper.ts'
import { paperWordsOf } from '../sales-orders/sales-order.ts'
import type { StandingLine } from '../sales-orders/sales-order-totals.ts'

export const packingSlipShape: PaperShape = {
  shape: 'paper',
  sections: [
    { name: 'letterhead' },
    { name: 'address', isNeeded: true },
    { name: 'title', isNeeded: true },
    { name: 'greeting' },
    { name: 'lines', isNeeded: true },
    { name: 'received' },
  ],
  columns: [
    { name: 'place' },
    { name: 'description', isNeeded: true },
    { name: 'quantity', isNeeded: true },
    { name: 'check' },
  ],
  texts: ['head', 'greeting', 'closing', 'foot'],
}

/** FU1, FU2: what is in the box, for whoever opens it, in the receiver's language; without a word about money. */
export function packingSlip(paper: OrderOnPaper, words: PaperWords, look: PaperLook = builtInLook): PageDocument {
  const { number, shop } = paper
  const { say } = words
  const title = say('paper.packingSlip.name')
  const { greeting } = look.texts
  const blocks = arranged<PageBlock>(packingSlipShape.sections, look.sections, {
    letterhead: [letterhead(shop, look)],
    address: [windowBlock(shop, receiver(paper, words), headFacts(paper, words))],
    title: [{ block: 'title', text: title, number }],
    greeting: greeting === '' ? [] : [{ block: 'text', text: greeting }],
    lines: [linesTable(paper, words, look)],
    received: [receivedBlock(number, look.texts.closing, words)],
  })
  return shopPage(shop, words, { title: `${title} ${number}`, blocks }, look)
}

function receivedBlock(number: string, closing: string, { say }: PaperWords): PageBlock {
  return {
    block: 'keep',
    blocks: [
      { block: 'space', height: 100 },
      {
        block: 'columns',
        columns: [
          {
            share: 3,
            blocks: [
              { block: 'text', text: closing || say('paper.packingSlip.check') },
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
  }
}

function linesTable(paper: OrderOnPaper, words: PaperWords, look: PaperLook): PageBlock {
  const { say } = words
  const inColumns = <T>(made: Readonly<Record<string, readonly T[]>>) =>
    arranged(packingSlipShape.columns, look.columns, made)
  return {
    block: 'table',
    columns: inColumns<TableColumn>({
      place: [{ title: '', width: { tenths: 80 }, align: 'end' }],
      description: [{ title: say('paper.packingSlip.description'), width: { share: 1 }, align: 'start' }],
      quantity: [{ title: say('paper.packingSlip.quantity'), width: { tenths: 300 }, align: 'end' }],
      check: [{ title: '', width: { tenths: 70 }, align: 'center' }],
    }),
    rows: paper.lines.map(({ item, line }, at) => ({
      cells: inColumns<TableCell>({
        place: [String(at + 1)],
        description: [{ text: paperWordsOf(item).name, detail: details(item, line) }],
        quantity: [{ text: quantityOnPaper(item, words), face: 'bold' }],
        check: [{ check: true }],
      }),
    })),
    totals: [],
  }
}

function details(item: StandingLine['item'], line: StandingLine['line']): string[] {
  return filled([paperWordsOf(item).details, line.artwork === null ? null : artworkCode(line.artwork)])
}

/** A roll is torn off at its head: what it is stands above who it is for. */
const narrowSections = ['letterhead', 'title', 'address', 'greeting', 'lines', 'received'].flatMap((name) =>
  packingSlipShape.sections.filter((section) => section.name === name),
)

/** The same on a roll: a layout of its own, not the sheet made small (P16). */
export function narrowPackingSlip(
  paper: OrderOnPaper,
  words: PaperWords,
  look: PaperLook = builtInLook,
): ReceiptDocument {
  const { number, shop } = paper
  const { say, language } = words
  const { greeting, closing, foot } = look.texts
  const title = say('paper.packingSlip.name')
  const own = look.logo.from === 'own' ? logoOnPaper(shop, look) : null
  const text = (each: string): ReceiptLine => ({ line: 'text', text: each })
  const lines = arranged<ReceiptLine>(narrowSections, look.sections, {
    letterhead: [
      ...(own === null ? [] : [{ line: 'picture', picture: own, share: 50 } as const]),
      { line: 'text', text: shop.name, align: 'center', bold: true },
      ...filled([shop.address.street, cityLine(shop.address), ...look.texts.head.split('\n')]).map(
        (each): ReceiptLine => ({ line: 'text', text: each, align: 'center' }),
      ),
      { line: 'feed', lines: 1 },
    ],
    title: [
      { line: 'text', text: title, size: 'tall', bold: true, align: 'center' },
      { line: 'text', text: number, size: 'large', bold: true, align: 'center' },
    ],
    address: [
      { line: 'rule', weight: 'thin' },
      ...receiver(paper, words).map(text),
      { line: 'rule', weight: 'thin' },
      ...headFacts(paper, words).map(({ label, value }): ReceiptLine => ({ line: 'pair', start: label, end: value })),
    ],
    greeting: filled(greeting.split('\n')).map(text),
    lines: [
      { line: 'rule', weight: 'thick' },
      ...paper.lines.flatMap(({ item, line }): ReceiptLine[] => [
        { line: 'pair', start: paperWordsOf(item).name, end: quantityOnPaper(item, words), bold: true },
        ...details(item, line).map(text),
      ]),
      { line: 'rule', weight: 'thick' },
    ],
    received: [
      ...filled((closing || say('paper.packingSlip.check')).split('\n')).map(text),
      { line: 'feed', lines: 1 },
      { line: 'barcode', data: number, caption: number },
    ],
  })
  const end = filled(foot.split('\n')).map(text)
  return { form: 'receipt', title: `${title} ${number}`, language, lines: [...lines, ...end], copyTag: null }
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
