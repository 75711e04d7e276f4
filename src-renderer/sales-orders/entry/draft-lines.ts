import { completeConfiguration } from '#shared/catalog/configuration.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import { comparePlaces, placeAt, positionBetween } from '#shared/kernel/fractional-position.ts'
import { thousandthsPerUnit, type UnitCode } from '#shared/kernel/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import { entryFor, tierQuantities } from '#shared/pricing/price-table.ts'
import type { DraftLine, DraftTextWhat, OrderDraft } from './order-draft.ts'

/** What can be done to the lines of a draft. Lines stand in their places; a change never moves another line. */
export function withLine(draft: OrderDraft, made: Omit<DraftLine, 'position'>): OrderDraft {
  const last = draft.lines.at(-1)?.position ?? null
  return { ...draft, lines: [...draft.lines, { ...made, position: positionBetween(last, null) }] }
}

export function changedLine(draft: OrderDraft, id: string, change: (line: DraftLine) => DraftLine): OrderDraft {
  return { ...draft, lines: draft.lines.map((line) => (line.id === id ? change(line) : line)) }
}

export function withoutLine(draft: OrderDraft, id: string): OrderDraft {
  return { ...draft, lines: draft.lines.filter((line) => line.id !== id) }
}

/** Brings a removed line back to where it stood: its position is still its own. */
export function withLineBack(draft: OrderDraft, line: DraftLine): OrderDraft {
  if (draft.lines.some((each) => each.id === line.id)) return draft
  return { ...draft, lines: [...draft.lines, line].sort(comparePlaces) }
}

/** One place up or down; at the end of the list nothing moves. */
export function withLineMoved(draft: OrderDraft, id: string, by: -1 | 1): OrderDraft {
  const from = draft.lines.findIndex((line) => line.id === id)
  const moving = draft.lines[from]
  const to = from + by
  if (moving === undefined || to < 0 || to >= draft.lines.length) return draft
  const others = draft.lines.filter((line) => line.id !== id)
  const { position, moved } = placeAt(others, to)
  const places = new Map(moved.map((each) => [each.id, each.position]))
  const lines = others.map((line) => ({ ...line, position: places.get(line.id) ?? line.position }))
  return { ...draft, lines: [...lines, { ...moving, position }].sort(comparePlaces) }
}

interface ProductLineWishes {
  readonly quantity?: LineQuantity | null
  readonly configuration?: Configuration
}

/** A line of a product as it begins: its defaults chosen, and its first tier unless a quantity was typed. */
export function newProductLine(
  id: string,
  product: Product,
  { quantity = null, configuration = {} }: ProductLineWishes = {},
): Omit<DraftLine, 'position'> {
  const complete = completeConfiguration(product, configuration)
  const first = firstQuantity(product, complete)
  return {
    id,
    what: {
      kind: 'product',
      productId: product.id,
      configuration: complete,
      quantity: quantity ?? { sets: 1, each: first },
      override: null,
    },
    quantityText: '',
    artwork: null,
    origin: null,
    note: '',
  }
}

function firstQuantity(product: Product, configuration: Configuration): number {
  const entry = product.priceTable === null ? null : entryFor(product.priceTable, configuration)
  // By the square metre or the hour one begins with one; a press has its smallest run.
  if (entry === null || entry.way.kind !== 'tiers') return thousandthsPerUnit
  return tierQuantities(entry, { product, configuration })[0] ?? thousandthsPerUnit
}

/** A line in the clerk's own words, with a price of its own. */
export function newTextLine(
  id: string,
  title: string,
  quantity: LineQuantity | null,
  unit: UnitCode = 'C62',
): Omit<DraftLine, 'position'> {
  const what: DraftTextWhat = {
    kind: 'free_text',
    title,
    details: '',
    quantity: quantity ?? { sets: 1, each: thousandthsPerUnit },
    unit,
    unitPrice: { amount: 0, base: 1 },
    vatLevel: 'standard',
  }
  return { id, what, quantityText: '', artwork: null, origin: null, note: '' }
}
