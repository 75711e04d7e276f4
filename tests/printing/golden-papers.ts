import { productLabel } from '#shared/catalog/product-label.ts'
import { productLabelFilling, shelfLabelShape } from '#shared/catalog/product-label-template.ts'
import { narrowPackingSlip, packingSlip } from '#shared/fulfilment/packing-slip.ts'
import { shippingLabel } from '#shared/fulfilment/shipping-label.ts'
import type { Language } from '#shared/kernel/language.ts'
import type { Size } from '#shared/kernel/length.ts'
import { orderReceipt, type PaymentOnPaper } from '#shared/payments/order-receipt.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import type { LabelDocument } from '#shared/printing/label-document.ts'
import type { PageDocument } from '#shared/printing/page-document.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { EscposProfile, PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { ReceiptDocument } from '#shared/printing/receipt-document.ts'
import { designedLabel, fittedDesign } from '#shared/printing/templates/label-design.ts'
import { testPaper } from '#shared/printing/test-paper.ts'
import { jobTicket } from '#shared/production/job-ticket.ts'
import { narrowJobTicket } from '#shared/production/narrow-job-ticket.ts'
import { orderConfirmation } from '#shared/sales-orders/order-confirmation.ts'
import { artworkCode, type OrderOnPaper } from '#shared/sales-orders/order-on-paper.ts'
import { binLabelFilling, binLabelShape } from '#shared/stock/bin-label.ts'
import { recoverySheet } from '#shared/users/recovery-sheet.ts'
import { countriesIn, type Heard, heardWordsOf } from '#tests/support/heard-words.ts'
import { textsOfPaper } from '#tests/support/order-on-paper.ts'
import { officePrinter } from '#tests/support/printer-profiles.ts'
import { type OrderCase, orderFor, shopFor } from './golden-orders.ts'

/** A paper as a printer gets it, with what a test may ask of it. */
export interface GoldenPaper<D extends PrintDocument> {
  /** Also the name of its golden picture, without language and medium. */
  readonly name: string
  readonly document: D
  readonly heard: Heard
  /** What stands on it that nobody translates: names, addresses, codes. */
  readonly data: readonly string[]
  /** Keys of what is asked for and has no place on it: the footer of a ticket, the name of a label. */
  readonly unprinted?: RegExp
  /** What scanners read. */
  readonly codes: readonly string[]
}

const madeAt = '2026-11-19T13:07:00.000Z'
const cases: readonly OrderCase[] = ['full', 'long', 'bare']
const payments: readonly PaymentOnPaper[] = [
  { amount: 10_000, method: 'pin', reference: '0047 2231', receivedOn: '2026-11-19' },
]

function ofOrder<D extends PrintDocument>(
  name: string,
  feature: string,
  language: Language,
  which: OrderCase,
  make: (order: OrderOnPaper, heard: Heard) => Pick<GoldenPaper<D>, 'document' | 'codes' | 'unprinted'>,
): GoldenPaper<D> {
  const heard = heardWordsOf(feature, language)
  // Goods and notes are data here: a real order holds them.
  const order = orderFor(which, heardWordsOf('sales-orders', language).words)
  const { document, ...made } = make(order, heard)
  const files = order.lines.flatMap(({ line }) => (line.artwork === null ? [] : [artworkCode(line.artwork)]))
  const data = [...textsOfPaper(order), ...files, ...countriesIn(language)]
  // A second print shows that its COPY tag is in nobody's way.
  const tag = which === 'full' ? heard.words.say('printing:copyTag', { copy: 2 }) : null
  return { name: `${name}-${which}`, document: finishedPaper(document, tag, madeAt), heard, data, ...made }
}

function firstLine(order: OrderOnPaper) {
  const [line] = order.lines
  if (line === undefined) throw new Error('an order without lines')
  return { line, place: 1, product: null }
}

export function goldenPages(language: Language): GoldenPaper<PageDocument>[] {
  const orders = cases.flatMap((which) => [
    ofOrder('order-confirmation', 'sales-orders', language, which, (order, { words }) => ({
      document: orderConfirmation(order, words),
      codes: [],
    })),
    ofOrder('packing-slip', 'fulfilment', language, which, (order, { words }) => ({
      document: packingSlip(order, words),
      codes: [order.number],
    })),
    ofOrder('job-ticket', 'production', language, which, (order, { words }) => ({
      document: jobTicket(order, firstLine(order), words),
      unprinted: /^printing:letterhead\./u,
      codes: [`${order.number}/1`],
    })),
  ])
  return [...orders, recovery(language), trial(language, officePrinter({ by: 'folder', path: '.' }), 'page')]
}

export function goldenReceipts(language: Language, profile: EscposProfile): GoldenPaper<ReceiptDocument>[] {
  const orders = cases.flatMap((which) => [
    ofOrder('order-receipt', 'payments', language, which, (order, { words }) => ({
      document: orderReceipt(order, which === 'full' ? payments : [], words),
      codes: [order.number],
    })),
    ofOrder('packing-slip', 'fulfilment', language, which, (order, { words }) => ({
      document: narrowPackingSlip(order, words),
      codes: [order.number],
    })),
    ofOrder('job-ticket', 'production', language, which, (order, { words }) => ({
      document: narrowJobTicket(order, firstLine(order), words),
      codes: [`${order.number}/1`],
    })),
  ])
  return [...orders, trial(language, profile, 'receipt')]
}

export function goldenShippingLabel(language: Language): GoldenPaper<LabelDocument> {
  return ofOrder('shipping-label', 'fulfilment', language, 'full', (order, { words }) => ({
    document: shippingLabel(order, words),
    unprinted: /paper\.shippingLabel\.name$/u,
    codes: [order.number],
  }))
}

const products: Readonly<Record<Language, string>> = {
  en: 'Copy paper A4, 80 g/m², CIE 161, 500 sheets',
  nl: 'Kopieerpapier A4, 80 g/m², CIE 161, 500 vel',
  fr: 'Étiquettes adhésives 105 × 74 mm, papier blanc, « Œuvre complète »',
  de: 'Kopierpapier A4, 80 g/m², weiß, 500 Blatt',
  pl: 'Papier ksero A4 „Śnieżnobiały”, 80 g/m², 500 arkuszy – żółta ryza',
}

export function goldenProductLabels(language: Language, medium: Size): GoldenPaper<LabelDocument>[] {
  const heard = heardWordsOf('catalog', language)
  const { name: shopName } = shopFor(language)
  const barcodes = language === 'fr' ? [] : [{ kind: 'ean13', code: '4006381333931' } as const]
  const product = { names: { [language]: products[language] }, sku: 'KP-A4-80-500', barcodes }
  const code = barcodes[0]?.code ?? product.sku
  const shelf = productLabelFilling(
    {
      product: {
        ...product,
        imageHash: null,
        priceTable: {
          currency: 'EUR',
          includesVat: false,
          datedOn: null,
          sets: 'one_run',
          extraSet: 0,
          entries: [{ names: {}, conditions: [], way: { kind: 'unit', price: { amount: 1_234_560_000, base: 1 } } }],
          surcharges: [],
        },
      },
      shop: { name: shopName, logo: null },
      vatRate: 2300,
      today: '2026-11-19',
    },
    heard.words,
  )
  const about = { heard, data: [shopName, products[language], product.sku, code] }
  return [
    {
      ...about,
      name: 'product-label',
      document: productLabel({ product, shopName, language }, medium),
      codes: [code],
    },
    {
      ...about,
      name: 'shelf-label',
      document: designedLabel(shelfLabelShape.starter, shelf, shelfLabelShape.whole),
      codes: [product.sku],
    },
  ]
}

export function goldenBinLabel(medium: Size): GoldenPaper<LabelDocument> {
  const heard = heardWordsOf('stock', 'pl')
  const filling = binLabelFilling({ code: 'B-12-04-C', shop: { name: '', logo: null }, date: '', language: 'pl' })
  const document = designedLabel(fittedDesign(binLabelShape.starter, medium), filling, binLabelShape.whole)
  return { name: 'bin-label', document, heard, data: ['B-12-04-C'], codes: ['B-12-04-C'] }
}

function recovery(language: Language): GoldenPaper<PageDocument> {
  const heard = heardWordsOf('users', language)
  const { words } = heard
  const facts = {
    companyName: shopFor(language).name,
    personName: 'Agnieszka Wróblewska-Dąbrowska',
    code: 'XK4T-9HD3-QF2M-7WPB',
    madeOn: words.format.dateOnPaper('2026-11-19'),
    createdAt: madeAt,
    language,
  }
  const document = recoverySheet(facts, (key, params) => words.say(key, params))
  return { name: 'recovery-sheet', document, heard, data: Object.values(facts), codes: [] }
}

/** The test paper of a printer, of whatever form the printer takes. */
function trial<F extends PrintDocument['form']>(
  language: Language,
  printer: PrinterProfile,
  form: F,
): GoldenPaper<Extract<PrintDocument, { form: F }>>
function trial(language: Language, printer: PrinterProfile, form: string): GoldenPaper<PrintDocument> {
  const heard = heardWordsOf('printing', language)
  const { words } = heard
  const facts = {
    printer,
    companyName: shopFor(language).name,
    when: words.format.dateOnPaper('2026-11-19'),
    language,
  }
  const made = testPaper(facts, (key, params) => words.say(key, params))
  if (made.form !== form) throw new Error(`${printer.name} prints no ${form}`)
  const document = finishedPaper(made, null, madeAt)
  const data = [printer.name, facts.companyName, 'TEST-1234', 'ąćęłńóśźż äöüß éèçœ']
  const unprinted = form === 'label' ? { unprinted: /^printing:test\.title$/u } : {}
  return { name: 'test-paper', document, heard, data, ...unprinted, codes: ['TEST-1234'] }
}

export function goldenTestLabel(language: Language, printer: PrinterProfile): GoldenPaper<LabelDocument> {
  return trial(language, printer, 'label')
}
