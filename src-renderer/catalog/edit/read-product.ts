import { readBarcode } from '#shared/catalog/barcode.ts'
import type { CountedNames, Product } from '#shared/catalog/product.ts'
import { type Currency, isCurrency } from '#shared/kernel/currency.ts'
import type { Format } from '#shared/kernel/format.ts'
import { languages } from '#shared/kernel/local-text.ts'
import { isUnitCode } from '#shared/kernel/quantity.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import type { CountedForms, ProductValues } from './product-values.ts'
import { readOptions, readRules } from './read-options.ts'
import { readPrices } from './read-prices.ts'
import { type Readings, TypedReader } from './typed-reader.ts'

/** A product before its ids are proven to be ids. */
export type SentProduct = Omit<Product, 'id' | 'categoryId'> & {
  readonly id: string
  readonly categoryId: string | null
}

export interface ProductReading {
  /** As it would be sent; harmless values stand where something could not be read. */
  readonly input: SentProduct
  readonly found: readonly FieldProblem[]
  /** Two meanings of a number, to be chosen from, by field. */
  readonly questions: ReadonlyMap<string, Readings>
  /** Digits of a trade number's length whose check digit does not fit: kept as a code of the shop's own, and said so. */
  readonly oddBarcodes: ReadonlySet<number>
}

const wholeDiscount = 10_000

/** The product that the form means (CAT-01 to CAT-06, CAT-20, CAT-24). */
export function readProduct(values: ProductValues, format: Format, houseCurrency: Currency): ProductReading {
  const currency = values.prices !== null && isCurrency(values.prices.currency) ? values.prices.currency : houseCurrency
  const reader = new TypedReader(format, currency)
  const { prices, rules: _, supplierMark, supplierPartyId, supplierSku, ...facts } = values
  const unit = isUnitCode(values.unit) ? values.unit : 'C62'
  const read = values.barcodes.map((text) => readBarcode(text))
  const input = {
    ...facts,
    unit,
    supplier:
      values.assortment === 'supplier'
        ? { mark: supplierMark, partyId: supplierPartyId, sku: supplierSku.trim() === '' ? null : supplierSku }
        : null,
    barcodes: read.flatMap((each) => (each === null ? [] : [each.barcode])),
    countedNames: readCountedNames(values.countedNames),
    discount: reader.percent('discount', values.discount, 0, wholeDiscount),
    options: readOptions(values, reader),
    optionRules: readRules(values, reader),
    priceTable: readPrices(prices, values.options, unit, reader),
  }
  return {
    input,
    found: reader.found,
    questions: reader.questions,
    oddBarcodes: new Set(read.flatMap((each, at) => (each?.hasWrongCheckDigit ? [at] : []))),
  }
}

function readCountedNames(counted: ProductValues['countedNames']): CountedNames {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const forms = filled(counted[language])
      return Object.keys(forms).length === 0 ? [] : [[language, forms]]
    }),
  )
}

function filled(forms: CountedForms): Partial<CountedForms> {
  return Object.fromEntries(Object.entries(forms).filter(([, text]) => text.trim() !== ''))
}
