import { eachPrice } from '../kernel/money.ts'
import { cityLine } from '../printing/letterhead.ts'
import { filled, joined, type PaperWords } from '../printing/paper-words.ts'
import type { ReceiptDocument, ReceiptLine } from '../printing/receipt-document.ts'
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

/**
 * PY6, PY7: what was ordered, paid and is still open, on a roll of 80 or 58 mm. It says that it is a receipt of an order:
 * it is no invoice, and no receipt of a fiscal till.
 */
export function orderReceipt(
  paper: OrderOnPaper,
  payments: readonly PaymentOnPaper[],
  words: PaperWords,
): ReceiptDocument {
  const { number } = paper
  const { say, language } = words
  const title = say('paper.orderReceipt.name')
  const lines: ReceiptLine[] = [
    ...headLines(paper, words),
    { line: 'rule', weight: 'thick' },
    ...orderLines(paper, words),
    { line: 'rule', weight: 'thin' },
    ...sumLines(paper, words),
    ...paymentLines(paper, payments, words),
    { line: 'rule', weight: 'thin' },
    ...footLines(paper, words),
  ]
  return { form: 'receipt', title: `${title} ${number}`, language, lines, copyTag: null }
}

function headLines({ shop, order, number, takenByName }: OrderOnPaper, words: PaperWords): ReceiptLine[] {
  const { say, format } = words
  const centred = (text: string, bold = false): ReceiptLine => ({ line: 'text', text, align: 'center', bold })
  return [
    ...(shop.logo === null
      ? []
      : [{ line: 'picture', picture: { hash: shop.logo, description: shop.name }, share: 50 } as const]),
    centred(shop.name, true),
    ...filled([
      shop.address.street,
      cityLine(shop.address),
      shop.phone,
      shop.vatNumbers[0] === undefined ? null : say('printing:letterhead.vat', { number: shop.vatNumbers[0] }),
    ]).map((text) => centred(text)),
    { line: 'feed', lines: 1 },
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

function footLines({ order, number }: OrderOnPaper, words: PaperWords): ReceiptLine[] {
  const { say } = words
  const promised = promisedOnPaper(order.promised, words)
  return [
    ...(promised === ''
      ? []
      : [{ line: 'pair', start: say('sales-orders:paper.order.promised'), end: promised } as const]),
    { line: 'feed', lines: 1 },
    { line: 'barcode', data: number, caption: number },
    { line: 'text', text: say('paper.orderReceipt.noInvoice'), align: 'center' },
    { line: 'text', text: say('paper.orderReceipt.thanks'), align: 'center' },
  ]
}
