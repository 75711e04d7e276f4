import { eachPrice } from '../kernel/money.ts'
import { cityLine, logoOnPaper } from '../printing/letterhead.ts'
import { filled, joined, type PaperWords } from '../printing/paper-words.ts'
import type { ReceiptDocument, ReceiptLine } from '../printing/receipt-document.ts'
import { arranged, builtInLook, type PaperLook } from '../printing/templates/paper-look.ts'
import type { PaperShape } from '../printing/templates/template-shape.ts'
import {
  currencyOnPaper,
  type OrderOnPaper,
  promisedOnPaper,
  quantityOnPaper,
  vatLabel,
} from '../sales-orders/order-on-paper.ts'
import { paperWordsOf } from '../sales-orders/sales-order.ts'
import type { ReceivedBy } from './payment.ts'

/** One payment as the receipt says it, taken back ones left out. */
export interface PaymentOnPaper {
  readonly amount: number
  readonly method: ReceivedBy
  readonly reference: string
  readonly receivedOn: string
}

export const orderReceiptShape: PaperShape = {
  shape: 'paper',
  sections: [
    { name: 'letterhead', isNeeded: true },
    { name: 'title', isNeeded: true },
    { name: 'greeting' },
    { name: 'lines', isNeeded: true },
    { name: 'totals', isNeeded: true },
    { name: 'promised' },
    { name: 'barcode' },
    { name: 'closing', isNeeded: true },
  ],
  columns: [],
  texts: ['head', 'greeting', 'closing', 'foot'],
}

/**
 * PY6, PY7: what was ordered, paid and is still open, on a roll of 80 or 58 mm. It says that it is a receipt of an order:
 * it is no invoice, and no receipt of a fiscal till.
 */
export function orderReceipt(
  paper: OrderOnPaper,
  payments: readonly PaymentOnPaper[],
  words: PaperWords,
  look: PaperLook = builtInLook,
): ReceiptDocument {
  const { number } = paper
  const { say, language } = words
  const title = say('paper.orderReceipt.name')
  const { greeting, closing, foot } = look.texts
  const promised = promisedOnPaper(paper.order.promised, words)
  const lines = arranged<ReceiptLine>(orderReceiptShape.sections, look.sections, {
    letterhead: letterheadLines(paper, words, look),
    title: titleLines(paper, words),
    greeting: centredLines(greeting),
    lines: [{ line: 'rule', weight: 'thick' }, ...orderLines(paper, words), { line: 'rule', weight: 'thin' }],
    totals: [...sumLines(paper, words), ...paymentLines(paper, payments, words), { line: 'rule', weight: 'thin' }],
    promised: promised === '' ? [] : [{ line: 'pair', start: say('sales-orders:paper.order.promised'), end: promised }],
    barcode: [
      { line: 'feed', lines: 1 },
      { line: 'barcode', data: number, caption: number },
    ],
    closing: [
      { line: 'text', text: say('paper.orderReceipt.noInvoice'), align: 'center' },
      ...centredLines(closing || say('paper.orderReceipt.thanks')),
    ],
  })
  const end = centredLines(foot)
  return { form: 'receipt', title: `${title} ${number}`, language, lines: [...lines, ...end], copyTag: null }
}

function centred(text: string, bold = false): ReceiptLine {
  return { line: 'text', text, align: 'center', bold }
}

function centredLines(text: string): ReceiptLine[] {
  return filled(text.split('\n')).map((each): ReceiptLine => ({ line: 'text', text: each, align: 'center' }))
}

function letterheadLines({ shop }: OrderOnPaper, { say }: PaperWords, look: PaperLook): ReceiptLine[] {
  const logo = logoOnPaper(shop, look)
  return [
    ...(logo === null ? [] : [{ line: 'picture', picture: logo, share: 50 } as const]),
    centred(shop.name, true),
    ...filled([
      shop.address.street,
      cityLine(shop.address),
      shop.phone,
      shop.vatNumbers[0] === undefined ? null : say('printing:letterhead.vat', { number: shop.vatNumbers[0] }),
    ]).map((text) => centred(text)),
    ...centredLines(look.texts.head),
    { line: 'feed', lines: 1 },
  ]
}

function titleLines({ order, number, takenByName }: OrderOnPaper, { say, format }: PaperWords): ReceiptLine[] {
  return [
    { line: 'text', text: say('paper.orderReceipt.name'), align: 'center', size: 'tall', bold: true },
    { line: 'text', text: number, align: 'center', size: 'large', bold: true },
    centred(joined(' · ', format.dateOnPaper(order.orderedOn), takenByName)),
    ...filled([order.customer.name]).map((text) => centred(text)),
  ]
}

function orderLines(paper: OrderOnPaper, words: PaperWords): ReceiptLine[] {
  const { format } = words
  const currency = currencyOnPaper(paper)
  return paper.lines.flatMap(({ item, amount }): ReceiptLine[] => [
    { line: 'text', text: paperWordsOf(item).name },
    {
      line: 'pair',
      start: `${quantityOnPaper(item, words)} × ${format.priceEach(eachPrice(item.unitPrice))}`,
      end: format.amount(amount, currency),
    },
  ])
}

function sumLines(paper: OrderOnPaper, words: PaperWords): ReceiptLine[] {
  const { order, totals } = paper
  const { say, format } = words
  const currency = currencyOnPaper(paper)
  const pair = (start: string, amount: number): ReceiptLine => ({
    line: 'pair',
    start,
    end: format.amount(amount, currency),
  })
  const vat = totals.vat.map((each) => pair(vatLabel(each, currency, words), each.vat))
  const charges = [
    ...(order.deliveryCharge === null
      ? []
      : [pair(say('sales-orders:paper.order.deliveryCharge'), order.deliveryCharge.amount)]),
    ...(order.rush?.kind === 'amount' ? [pair(say('sales-orders:paper.order.rushCharge'), order.rush.amount)] : []),
  ]
  const total: ReceiptLine = {
    line: 'total',
    label: say('paper.orderReceipt.total'),
    value: format.amountWithCurrency(totals.gross, currency),
  }
  return order.pricesIncludeVat
    ? [...charges, total, ...vat]
    : [...charges, pair(say('sales-orders:paper.order.net'), totals.net), ...vat, total]
}

function paymentLines(
  paper: OrderOnPaper,
  payments: readonly PaymentOnPaper[],
  { say, format }: PaperWords,
): ReceiptLine[] {
  const currency = currencyOnPaper(paper)
  const received = payments.flatMap(({ amount, method, reference, receivedOn }): ReceiptLine[] => [
    {
      line: 'pair',
      start: say('paper.orderReceipt.received', { method: say(`sales-orders:paper.order.method.${method}`) }),
      end: format.amount(amount, currency),
    },
    { line: 'text', text: joined(' · ', format.dateOnPaper(receivedOn), reference) },
  ])
  const open: ReceiptLine =
    paper.open === 0
      ? { line: 'text', text: say('paper.orderReceipt.allPaid'), bold: true }
      : {
          line: 'pair',
          start: say('sales-orders:paper.order.open'),
          end: format.amountWithCurrency(paper.open, currency),
          bold: true,
        }
  return [...(received.length === 0 ? [] : [{ line: 'rule', weight: 'thin' } as const, ...received]), open]
}
