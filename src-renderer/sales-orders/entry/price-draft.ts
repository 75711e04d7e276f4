import type { Say } from '#shared/catalog/line-title.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import type { Language } from '#shared/kernel/language.ts'
import type { Result } from '#shared/kernel/result.ts'
import { type OrderTotals, orderTotals } from '#shared/pricing/order-totals.ts'
import { type TierPrice, tierPrices } from '#shared/pricing/price-line.ts'
import { type BuiltLine, buildLine, type LineSurroundings, priceInput } from '#shared/sales-orders/order-line.ts'
import type { VatRate } from '#shared/settings/vat-rates.ts'
import { lineVatOf, type VatTreatment, vatTreatmentOf } from '#shared/settings/vat-treatment.ts'
import type { DraftLine, DraftWhat, OrderDraft } from './order-draft.ts'

/** What a draft's prices take from the shop. */
export interface PricingShop {
  readonly country: string
  readonly currency: Currency
  readonly vatRates: readonly VatRate[]
  readonly today: string
  readonly language: Language
  readonly say: Say
}

/** What they take from the customer; a walk-in has nothing. */
export interface PricingCustomer {
  readonly country: string
  readonly hasVatNumber: boolean
  readonly discount: number
}

export const anybody: PricingCustomer = { country: '', hasVatNumber: false, discount: 0 }

export interface PricedDraftLine {
  readonly line: DraftLine
  /** Refused: why there is no price yet. Null: the product is still on its way from the core. */
  readonly built: Result<BuiltLine> | null
}

export interface PricedDraft {
  readonly lines: readonly PricedDraftLine[]
  readonly treatment: VatTreatment
  readonly rushAmount: number
  /** Of the lines that have a price; null when it is beyond counting. */
  readonly totals: OrderTotals | null
  /** Every line has its price: the total is what the order comes to. */
  readonly isComplete: boolean
}

/** Who owes the VAT, as the core decides it too: goods handed over at the counter are supplied here. */
export function treatmentOf(draft: OrderDraft, shop: PricingShop, customer: PricingCustomer): VatTreatment {
  if (draft.vatTreatment !== null) return draft.vatTreatment
  const away = draft.deliveryAddress.country || customer.country || shop.country
  return vatTreatmentOf({
    sellerCountry: shop.country,
    buyerCountry: draft.delivery === 'pick_up' ? shop.country : away,
    buyerHasVatNumber: customer.hasVatNumber,
    isService: false,
  })
}

export function surroundingsOf(draft: OrderDraft, shop: PricingShop, customer: PricingCustomer): LineSurroundings {
  return {
    sellerCountry: shop.country,
    currency: shop.currency,
    pricesIncludeVat: draft.pricesIncludeVat,
    vatRates: shop.vatRates,
    vatTreatment: treatmentOf(draft, shop, customer),
    on: shop.today,
    houseLanguage: shop.language,
    paperLanguage: shop.language,
    say: () => shop.say,
    customerDiscount: customer.discount,
    rush: draft.rush,
    lastUnitPrice: null,
  }
}

export type Products = ReadonlyMap<string, Product>

export interface DraftPricer {
  price(draft: OrderDraft, products: Products, shop: PricingShop, customer: PricingCustomer): PricedDraft
}

interface Remembered {
  readonly product: Product | null
  readonly around: string
  readonly shop: PricingShop
  readonly built: Result<BuiltLine>
}

/**
 * Prices the whole draft at every key. A line whose content, product and surroundings are the ones of the last time is
 * not computed again, so that an order of three hundred lines answers a key as fast as one of three.
 */
export function createDraftPricer(): DraftPricer {
  const remembered = new WeakMap<DraftWhat, Remembered>()

  function build(
    what: DraftWhat,
    products: Products,
    shop: PricingShop,
    around: LineSurroundings,
  ): Result<BuiltLine> | null {
    const product = what.kind === 'product' ? (products.get(what.productId) ?? null) : null
    if (what.kind === 'product' && product === null) return null
    const { pricesIncludeVat, vatTreatment, customerDiscount, rush } = around
    const key = JSON.stringify([pricesIncludeVat, vatTreatment, customerDiscount, rush])
    const last = remembered.get(what)
    if (last !== undefined && last.product === product && last.around === key && last.shop === shop) return last.built
    const built = buildLine(what, product, around)
    remembered.set(what, { product, around: key, shop, built })
    return built
  }

  return {
    price(draft, products, shop, customer) {
      const around = surroundingsOf(draft, shop, customer)
      const lines = draft.lines.map((line) => ({ line, built: build(line.what, products, shop, around) }))
      const charged = chargesOf(draft, lines, around)
      const totals = orderTotals({
        includesVat: draft.pricesIncludeVat,
        lines: lines.flatMap(({ line, built }) =>
          built?.ok ? [{ id: line.id, amount: built.value.amount, vat: built.value.item.vat, isDiscounted: true }] : [],
        ),
        charges: charged,
        discount: null,
      })
      return {
        lines,
        treatment: around.vatTreatment,
        rushAmount: draft.rush?.kind === 'amount' ? draft.rush.amount : 0,
        totals: totals.ok ? totals.value : null,
        isComplete: lines.every(({ built }) => built?.ok === true),
      }
    },
  }
}

/** What was typed for a delivery is kept while somebody tries pick-up, but only a delivery costs it. */
export function deliveryAmountOf({ delivery, deliveryAmount }: OrderDraft): number | null {
  return delivery === 'delivery' ? deliveryAmount : null
}

function chargesOf(draft: OrderDraft, lines: readonly PricedDraftLine[], around: LineSurroundings) {
  const charges = []
  const standard = lineVatOf({
    rates: around.vatRates,
    sellerCountry: around.sellerCountry,
    level: 'standard',
    treatment: around.vatTreatment,
    on: around.on,
  })
  const delivery = deliveryAmountOf(draft)
  if (delivery !== null && delivery > 0 && standard !== null) {
    charges.push({ id: 'delivery', amount: delivery, vat: standard })
  }
  // A rush amount bears the VAT of the first line, as the order's own totals have it.
  const first = lines.find(({ built }) => built?.ok)?.built
  if (draft.rush?.kind === 'amount' && first?.ok) {
    charges.push({ id: 'rush', amount: draft.rush.amount, vat: first.value.item.vat })
  }
  return charges
}

/** The strip of quantities under a product line, each with its price. */
export function tiersFor(line: DraftLine, product: Product, around: LineSurroundings): readonly TierPrice[] {
  const { vatRates: rates, sellerCountry, vatTreatment: treatment, on } = around
  const vat = lineVatOf({ rates, sellerCountry, level: product.vatLevel, treatment, on })
  if (line.what.kind !== 'product' || vat === null) return []
  return tierPrices(priceInput(line.what, product, line.what.configuration, vat, around))
}
