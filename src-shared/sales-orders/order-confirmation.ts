import { eachPrice } from '../kernel/money.ts'
import { addressLines, letterhead, shopPage, windowBlock } from '../printing/letterhead.ts'
import type {
  Fact,
  PageBlock,
  PageDocument,
  TableCell,
  TableColumn,
  TableRow,
  TotalRow,
} from '../printing/page-document.ts'
import { filled, joined, type PaperWords } from '../printing/paper-words.ts'
import { arranged, builtInLook, type PaperLook } from '../printing/templates/paper-look.ts'
import type { PaperShape } from '../printing/templates/template-shape.ts'
import {
  artworkCode,
  currencyOnPaper,
  type OrderOnPaper,
  promisedOnPaper,
  quantityOnPaper,
  receiverNames,
  vatLabel,
  vatNote,
} from './order-on-paper.ts'
import { paperWordsOf } from './sales-order.ts'

/** Why no VAT is charged stands among the notices: they cannot be hidden. */
export const orderConfirmationShape: PaperShape = {
  shape: 'paper',
  sections: [
    { name: 'letterhead' },
    { name: 'address', isNeeded: true },
    { name: 'title', isNeeded: true },
    { name: 'greeting' },
    { name: 'agreed' },
    { name: 'lines', isNeeded: true },
    { name: 'notices', isNeeded: true },
    { name: 'closing' },
  ],
  columns: [
    { name: 'description', isNeeded: true },
    { name: 'quantity', isNeeded: true },
    { name: 'each' },
    { name: 'amount', isNeeded: true },
  ],
  texts: ['head', 'greeting', 'closing', 'foot'],
}

/** SO17: what the customer ordered, for how much and by when, in the customer's language. */
export function orderConfirmation(paper: OrderOnPaper, words: PaperWords, look: PaperLook = builtInLook): PageDocument {
  const { order, number, shop } = paper
  const { say, language } = words
  const title = say('paper.orderConfirmation.name')
  const receiver = addressLines(receiverNames(order), order.invoiceAddress, shop.country, language)
  const blocks = arranged<PageBlock>(orderConfirmationShape.sections, look.sections, {
    letterhead: [letterhead(shop, look)],
    address: [windowBlock(shop, receiver, headFacts(paper, words))],
    title: [{ block: 'title', text: title, number }],
    greeting: [{ block: 'text', text: look.texts.greeting || say('paper.orderConfirmation.thanks') }],
    agreed: [{ block: 'facts', across: 3, facts: agreedFacts(paper, words) }],
    lines: [linesTable(paper, words, look)],
    notices: keptTexts(notices(paper, words)),
    closing: keptTexts([look.texts.closing || say('paper.orderConfirmation.check')]),
  })
  return shopPage(shop, words, { title: `${title} ${number}`, blocks }, look)
}

function headFacts({ order, takenByName }: OrderOnPaper, { say, format }: PaperWords): Fact[] {
  return facts([
    [say('paper.order.date'), format.dateOnPaper(order.orderedOn)],
    [say('paper.order.yourReference'), order.customerReference],
    [say('paper.order.customerCode'), order.customer.code],
    [say('paper.order.yourVatNumber'), order.customer.vatNumber],
    [say('paper.order.takenBy'), takenByName],
  ])
}

function agreedFacts({ order, shop }: OrderOnPaper, words: PaperWords): Fact[] {
  const { say, language } = words
  const to = addressLines([], order.deliveryAddress, shop.country, language)
  return facts([
    [say('paper.order.promised'), promisedOnPaper(order.promised, words)],
    [
      say(`paper.order.delivery.${order.delivery}`),
      order.delivery === 'delivery' ? to.join('\n') : shop.address.street,
    ],
    [
      say('paper.order.payment'),
      order.plannedPayment === null ? '' : say(`paper.order.method.${order.plannedPayment}`),
    ],
  ])
}

function facts(all: readonly (readonly [label: string, value: string])[]): Fact[] {
  return all.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))
}

function linesTable(paper: OrderOnPaper, words: PaperWords, look: PaperLook): PageBlock {
  const { say, format } = words
  const currency = currencyOnPaper(paper)
  const columns: Readonly<Record<string, readonly TableColumn[]>> = {
    description: [{ title: say('paper.order.column.description'), width: { share: 1 }, align: 'start' }],
    quantity: [{ title: say('paper.order.column.quantity'), width: { tenths: 240 }, align: 'end' }],
    each: [{ title: say('paper.order.column.each'), width: { tenths: 220 }, align: 'decimal' }],
    amount: [{ title: say('paper.order.column.amount', { currency }), width: { tenths: 280 }, align: 'decimal' }],
  }
  const inColumns = <T>(made: Readonly<Record<string, readonly T[]>>) =>
    arranged(orderConfirmationShape.columns, look.columns, made)
  const rows = paper.lines.map(({ item, line, amount }): TableRow => {
    const { name, details } = paperWordsOf(item)
    const detail = filled([details, line.artwork === null ? null : artworkCode(line.artwork)])
    return {
      cells: inColumns<TableCell>({
        description: [{ text: name, detail }],
        quantity: [quantityOnPaper(item, words)],
        each: [format.priceEach(eachPrice(item.unitPrice))],
        amount: [format.amount(amount, currency)],
      }),
    }
  })
  return { block: 'table', columns: inColumns(columns), rows, totals: totalRows(paper, words) }
}

/** Net, VAT per rate, total; with prices that include VAT the total, and what of it is VAT. */
export function totalRows(paper: OrderOnPaper, words: PaperWords): TotalRow[] {
  const { order, totals, paid, open } = paper
  const { say, format } = words
  const currency = currencyOnPaper(paper)
  const row = (
    label: string,
    amount: number,
    weight: TotalRow['weight'],
    ruleAbove: TotalRow['ruleAbove'],
  ): TotalRow => ({
    label,
    value: format.amount(amount, currency),
    weight,
    ruleAbove,
  })
  const plain = (label: string, amount: number) => row(label, amount, 'normal', 'none')
  const charges = [
    ...(order.deliveryCharge === null
      ? []
      : [plain(say('sales-orders:paper.order.deliveryCharge'), order.deliveryCharge.amount)]),
    ...(order.rush?.kind === 'amount' ? [plain(say('sales-orders:paper.order.rushCharge'), order.rush.amount)] : []),
  ]
  const vat = totals.vat.map((each) => plain(vatLabel(each, currency, words), each.vat))
  const sum = [
    ...(charges.length === 0
      ? []
      : [row(say('sales-orders:paper.order.lines'), totals.linesAmount, 'normal', 'thin'), ...charges]),
    ...(order.pricesIncludeVat
      ? [row(say('sales-orders:paper.order.total', { currency }), totals.gross, 'strong', 'thick'), ...vat]
      : [
          row(say('sales-orders:paper.order.net'), totals.net, 'normal', 'thin'),
          ...vat,
          row(say('sales-orders:paper.order.total', { currency }), totals.gross, 'strong', 'thick'),
        ]),
  ]
  if (paid === 0) return sum
  return [
    ...sum,
    plain(say('sales-orders:paper.order.paid'), -paid),
    row(say('sales-orders:paper.order.open'), open, 'strong', 'thin'),
  ]
}

function notices(paper: OrderOnPaper, words: PaperWords): string[] {
  const { order, number, open, shop } = paper
  const { say, format } = words
  const currency = currencyOnPaper(paper)
  const transfer =
    order.plannedPayment === 'transfer' && open > 0 && shop.bankAccount !== ''
      ? say('paper.orderConfirmation.transfer', {
          amount: format.amountWithCurrency(open, currency),
          account: shop.bankAccount,
          number,
        })
      : ''
  return filled([
    joined('\n', vatNote(order, words)),
    transfer,
    order.paidBefore && open > 0 ? say('paper.orderConfirmation.paidBefore') : null,
  ])
}

function keptTexts(texts: readonly string[]): PageBlock[] {
  return texts.length === 0
    ? []
    : [{ block: 'keep', blocks: texts.map((text): PageBlock => ({ block: 'text', text })) }]
}
