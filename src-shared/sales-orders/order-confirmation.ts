import { eachPrice } from '../kernel/money.ts'
import { addressLines, letterhead, shopPage, windowBlock } from '../printing/letterhead.ts'
import type { Fact, PageBlock, PageDocument, TableRow, TotalRow } from '../printing/page-document.ts'
import { filled, joined, type PaperWords } from '../printing/paper-words.ts'
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

/** SO17: what the customer ordered, for how much and by when, in the customer's language. */
export function orderConfirmation(paper: OrderOnPaper, words: PaperWords): PageDocument {
  const { order, number, shop } = paper
  const { say, language } = words
  const title = say('paper.orderConfirmation.name')
  const blocks: PageBlock[] = [
    letterhead(shop),
    windowBlock(
      shop,
      addressLines(receiverNames(order), order.invoiceAddress, shop.country, language),
      headFacts(paper, words),
    ),
    { block: 'title', text: title, number },
    { block: 'text', text: say('paper.orderConfirmation.thanks') },
    { block: 'facts', across: 3, facts: agreedFacts(paper, words) },
    linesTable(paper, words),
    ...noticeBlocks(paper, words),
  ]
  return shopPage(shop, words, { title: `${title} ${number}`, blocks })
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
      order.delivery === 'delivery' ? to.join(', ') : shop.address.street,
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

function linesTable(paper: OrderOnPaper, words: PaperWords): PageBlock {
  const { say, format } = words
  const currency = currencyOnPaper(paper)
  const rows = paper.lines.map(({ item, line, amount }): TableRow => {
    const { name, details } = paperWordsOf(item)
    const detail = filled([details, line.artwork === null ? null : artworkCode(line.artwork)])
    return {
      cells: [
        { text: name, detail },
        quantityOnPaper(item, words),
        format.priceEach(eachPrice(item.unitPrice)),
        format.amount(amount, currency),
      ],
    }
  })
  return {
    block: 'table',
    columns: [
      { title: say('paper.order.column.description'), width: { share: 1 }, align: 'start' },
      { title: say('paper.order.column.quantity'), width: { tenths: 240 }, align: 'end' },
      { title: say('paper.order.column.each'), width: { tenths: 220 }, align: 'decimal' },
      { title: say('paper.order.column.amount', { currency }), width: { tenths: 280 }, align: 'decimal' },
    ],
    rows,
    totals: totalRows(paper, words),
  }
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

function noticeBlocks(paper: OrderOnPaper, words: PaperWords): PageBlock[] {
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
  const texts = filled([
    joined('\n', vatNote(order, words)),
    transfer,
    order.paidBefore && open > 0 ? say('paper.orderConfirmation.paidBefore') : null,
    say('paper.orderConfirmation.check'),
  ])
  return [{ block: 'keep', blocks: texts.map((text): PageBlock => ({ block: 'text', text })) }]
}
