import { newProductLine, newTextLine, withLine } from '#renderer/sales-orders/entry/draft-lines.ts'
import { type DraftTextWhat, emptyDraft, type OrderDraft } from '#renderer/sales-orders/entry/order-draft.ts'
import type { PricingShop } from '#renderer/sales-orders/entry/price-draft.ts'
import type { Product } from '#shared/catalog/product.ts'
import { defaultVatRates } from '#shared/settings/vat-rates.ts'
import { brochure, businessCards } from '#tests/catalog/sample-products.ts'
import { say } from '#tests/catalog/words.ts'

/** Ids that say which line they are of. */
export function lineId(number: number): string {
  return `01890000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`
}

export const shop: PricingShop = {
  country: 'NL',
  currency: 'EUR',
  vatRates: defaultVatRates,
  today: '2026-11-19',
  language: 'en',
  say: say('en'),
}

export const products: ReadonlyMap<string, Product> = new Map(
  [businessCards, brochure].map((product) => [product.id, product]),
)

const dtp: DraftTextWhat = {
  kind: 'free_text',
  title: 'DTP work',
  details: '',
  quantity: { sets: 1, each: 1000 },
  unit: 'HUR',
  unitPrice: { amount: 62_000_000, base: 1 },
  vatLevel: 'standard',
}

/** A walk-in who wants 500 cards, 100 brochures and an hour of drawing. */
export function sampleDraft(): OrderDraft {
  const pieces = (count: number) => ({ quantity: { sets: 1, each: count * 1000 } })
  const draft: OrderDraft = { ...emptyDraft(false), customer: { kind: 'walk_in', name: 'Passer-by' } }
  const cards = withLine(draft, newProductLine(lineId(1), businessCards, pieces(500)))
  const brochures = withLine(cards, newProductLine(lineId(2), brochure, pieces(100)))
  const text = newTextLine(lineId(3), 'DTP work', { sets: 1, each: 1000 })
  return withLine(brochures, { ...text, what: dtp })
}
