import { completeConfiguration, configurationProblems } from '#shared/catalog/configuration.ts'
import { type LineTitle, lineTitle, type Say } from '#shared/catalog/line-title.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import { hasText, type Language, type LocalText } from '#shared/kernel/local-text.ts'
import { lineAmount, lineAmountFits, type MinorUnits, type UnitPrice } from '#shared/kernel/money.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import { accepted, type Result, refused, refusedFields } from '#shared/kernel/result.ts'
import { checkQuantity, largestLineAmount, type PriceWarning, priceWarnings } from '#shared/pricing/price-checks.ts'
import { type PricedLine, priceLine } from '#shared/pricing/price-line.ts'
import type { PriceLineInput, RushSurcharge } from '#shared/pricing/price-line-input.ts'
import type { PriceStep } from '#shared/pricing/price-step.ts'
import type { LineVat, VatLevel, VatRate } from '#shared/settings/vat-rates.ts'
import { lineVatOf, type VatTreatment } from '#shared/settings/vat-treatment.ts'
import type { LineWhat } from './line-input.ts'
import type { OrderLineItem } from './sales-order.ts'

/** All that a line takes from its order and shop. */
export interface LineSurroundings {
  readonly sellerCountry: string
  readonly currency: Currency
  readonly pricesIncludeVat: boolean
  readonly vatRates: readonly VatRate[]
  readonly vatTreatment: VatTreatment
  readonly on: string
  readonly houseLanguage: Language
  readonly paperLanguage: Language
  readonly say: (language: Language) => Say
  readonly customerDiscount: BasisPoints
  readonly rush: RushSurcharge | null
  readonly lastUnitPrice: UnitPrice | null
}

export interface BuiltLine {
  readonly item: OrderLineItem
  readonly amount: MinorUnits
  readonly warnings: readonly PriceWarning[]
  /** Null for a free-text line. */
  readonly priced: PricedLine | null
}

/** SO5: a line as the order keeps it, from what the form says. The screen calls it at every key, the command once more. */
export function buildLine(what: LineWhat, product: Product | null, around: LineSurroundings): Result<BuiltLine> {
  const level = what.kind === 'free_text' ? what.vatLevel : (product?.vatLevel ?? 'standard')
  const vat = lineVatOf({
    rates: around.vatRates,
    sellerCountry: around.sellerCountry,
    level,
    treatment: around.vatTreatment,
    on: around.on,
  })
  if (vat === null) return refused('vat.noRate', { country: around.sellerCountry, level })
  if (what.kind === 'free_text') return freeTextLine(what, vat, around)
  if (product === null) return refused('notFound.product', { id: what.productId })
  if (product.archived) return refused('salesOrder.productArchived', { sku: product.sku })
  const configuration = completeConfiguration(product, what.configuration)
  const problems = configurationProblems(product, configuration)
  if (problems.length > 0) return refusedFields('salesOrder.configuration', problems)
  const priced = priceLine(priceInput(what, product, configuration, vat, around))
  if (!priced.ok) return priced
  const house = lineTitle(product, configuration, what.quantity, wordsOf(around, around.houseLanguage))
  const paper = lineTitle(product, configuration, what.quantity, wordsOf(around, around.paperLanguage))
  const item: OrderLineItem = {
    kind: product.kind,
    productId: product.id,
    sku: product.sku,
    title: house.title,
    name: house.product,
    details: house.details,
    ...paperWords(house, paper),
    assortment: product.assortment,
    supplierMark: product.supplier?.mark ?? '',
    isPersonalised: product.isPersonalised,
    configuration,
    quantity: what.quantity,
    unit: product.unit,
    unitPrice: priced.value.unitPrice,
    vatLevel: level,
    vat,
    override: what.override,
    steps: priced.value.steps.map((step) => inLanguages(step, around)),
  }
  return accepted({ item, amount: priced.value.amount, warnings: priced.value.warnings, priced: priced.value })
}

/** Said only where the customer's language says it otherwise than the shop's. */
function paperWords(house: LineTitle, paper: LineTitle): Pick<OrderLineItem, 'paperName' | 'paperDetails'> {
  const isSame = paper.product === house.product && paper.details === house.details
  return isSame ? { paperName: '', paperDetails: '' } : { paperName: paper.product, paperDetails: paper.details }
}

/** A line keeps its reasons for good, in the languages that will read them. */
function inLanguages(step: PriceStep, { houseLanguage, paperLanguage }: LineSurroundings): PriceStep {
  if (step.kind === 'subtotal') return step
  const { en, [houseLanguage]: house, [paperLanguage]: paper } = step.names
  const names: LocalText = { [houseLanguage]: house ?? en, [paperLanguage]: paper ?? en }
  return hasText(names) ? { ...step, names } : { ...step, names: {} }
}

function wordsOf(around: LineSurroundings, language: Language) {
  return { language, company: around.houseLanguage, say: around.say(language) }
}

/** The question to the price list, also for the strip of tiers. */
export function priceInput(
  what: Extract<LineWhat, { kind: 'product' }>,
  product: Product,
  configuration: OrderLineItem['configuration'],
  vat: LineVat,
  around: LineSurroundings,
): PriceLineInput {
  return {
    product,
    configuration,
    quantity: what.quantity,
    currency: around.currency,
    includesVat: around.pricesIncludeVat,
    vatRate: vat.rate,
    productDiscount: product.discount,
    customerDiscount: around.customerDiscount === 0 ? null : { rate: around.customerDiscount, names: {} },
    rounding: null,
    rush: around.rush?.kind === 'percent' ? around.rush : null,
    override: what.override,
    lastUnitPrice: around.lastUnitPrice,
  }
}

function freeTextLine(
  what: Extract<LineWhat, { kind: 'free_text' }>,
  vat: LineVat,
  around: LineSurroundings,
): Result<BuiltLine> {
  const total = checkQuantity(what.quantity, what.unit)
  if (!total.ok) return total
  const { unitPrice } = what
  const { currency } = around
  if (!lineAmountFits(total.value, unitPrice, currency)) return refused('price.tooLarge')
  const amount = lineAmount(total.value, unitPrice, currency)
  if (amount > largestLineAmount(currency)) return refused('price.tooLarge')
  const level: VatLevel = what.vatLevel
  const item: OrderLineItem = {
    kind: 'free_text',
    productId: null,
    sku: '',
    title: what.title,
    name: what.title,
    details: what.details,
    paperName: '',
    paperDetails: '',
    assortment: 'own',
    supplierMark: '',
    isPersonalised: false,
    configuration: {},
    quantity: what.quantity,
    unit: what.unit,
    unitPrice,
    vatLevel: level,
    vat,
    override: null,
    steps: [],
  }
  return accepted({
    item,
    amount,
    // A price of nothing is what was typed, not what was given away; nobody has bought this very text before.
    warnings: priceWarnings({ amount, unitPrice, currency, last: null, isGivenFree: false }),
    priced: null,
  })
}
