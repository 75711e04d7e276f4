import { isEan13 } from '../kernel/barcode.ts'
import { type Currency, isCurrency } from '../kernel/currency.ts'
import type { Size } from '../kernel/length.ts'
import { type Language, textIn } from '../kernel/local-text.ts'
import { scaleRounded } from '../kernel/rounding.ts'
import type { PaperWords } from '../printing/paper-words.ts'
import type { DesignCode, DesignText, LabelFilling } from '../printing/templates/label-design.ts'
import type { LabelShape } from '../printing/templates/template-shape.ts'
import { leastAmount } from './from-price.ts'
import type { Product } from './product.ts'
import { productLabelSize } from './product-label.ts'

export interface ProductToLabel {
  readonly product: Pick<Product, 'names' | 'sku' | 'barcodes' | 'priceTable' | 'imageHash'>
  readonly shop: { readonly name: string; readonly logo: string | null }
  /** In basis points, on the day; null: the country has no such rate. */
  readonly vatRate: number | null
  readonly today: string
}

/** What a label may say of a product (CT20). Prices are the least anybody pays: what a shelf says as "from". */
export function productLabelFilling(
  { product, shop, vatRate, today }: ProductToLabel,
  { language, format }: Pick<PaperWords, 'language' | 'format'>,
): LabelFilling {
  const name = textIn(product.names, language, language)
  const ean = product.barcodes.find((each) => isEan13(each.code))?.code ?? ''
  const price = pricesOf(product, vatRate)
  const amount = (minor: number) => (price === null ? '' : format.amountWithCurrency(minor, price.currency))
  return {
    title: name,
    language,
    fields: {
      shopName: shop.name,
      name,
      sku: product.sku,
      barcode: ean || (product.barcodes[0]?.code ?? product.sku),
      ean,
      priceNet: price === null ? '' : amount(price.net),
      priceGross: price === null ? '' : amount(price.gross),
      date: format.dateOnPaper(today),
    },
    pictures: {
      logo: shop.logo === null ? null : { hash: shop.logo, description: shop.name },
      picture: product.imageHash === null ? null : { hash: product.imageHash, description: name },
    },
  }
}

function pricesOf(
  { priceTable }: Pick<Product, 'priceTable'>,
  vatRate: number | null,
): { readonly net: number; readonly gross: number; readonly currency: Currency } | null {
  const least = leastAmount(priceTable)
  if (least === null || priceTable === null || vatRate === null || !isCurrency(priceTable.currency)) return null
  const { currency } = priceTable
  return priceTable.includesVat
    ? { net: scaleRounded(least, 10_000, 10_000 + vatRate), gross: least, currency }
    : { net: least, gross: scaleRounded(least, 10_000 + vatRate, 10_000), currency }
}

/** A product with the longest that a shop is likely to have, to design with. */
export function sampleProduct(language: Language, name: string): ProductToLabel['product'] {
  return {
    names: { [language]: name },
    sku: 'KP-A4-80-500',
    barcodes: [{ kind: 'ean13', code: '4006381333931' }],
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
  }
}

const fields = ['shopName', 'name', 'sku', 'barcode', 'ean', 'priceNet', 'priceGross', 'date'] as const
const offered = {
  shape: 'label',
  fields,
  whole: ['priceNet', 'priceGross'],
  money: ['priceNet', 'priceGross'],
  pictures: ['logo', 'picture'],
} as const

const margin = 25
const across = productLabelSize.width - 2 * margin

function text(id: string, y: number, content: string, size: number, lines = 1): DesignText {
  const place = { x: margin, y, width: across, size, lines }
  return { part: 'text', id, ...place, content, align: 'start', shrinkTo: 60, turn: 0 }
}

function bars(id: string, y: number, height: number): DesignCode {
  const place = { x: margin, y, width: across, height }
  return { part: 'code128', id, ...place, content: '{barcode}', hasCaption: true, turn: 0 }
}

export const productLabelShape: LabelShape = {
  ...offered,
  starter: {
    design: 'label',
    size: productLabelSize,
    parts: [text('shop', 25, '{shopName}', 25), text('name', 57, '{name}', 42, 2), bars('barcode', 165, 130)],
  },
}

/** The strip at the edge of a shelf. */
export const shelfLabelSize: Size = { width: 700, height: 380 }

export const shelfLabelShape: LabelShape = {
  ...offered,
  starter: {
    design: 'label',
    size: shelfLabelSize,
    parts: [
      { ...text('name', 25, '{name}', 50, 2), width: 650 },
      { ...text('price', 155, '{priceGross}', 95), width: 380 },
      { ...text('sku', 275, '{sku}', 30), width: 380 },
      { ...text('date', 320, '{date}', 25), width: 380 },
      { ...bars('barcode', 165, 180), x: 480, width: 180, content: '{sku}', part: 'qr', hasCaption: false },
    ],
  },
}
