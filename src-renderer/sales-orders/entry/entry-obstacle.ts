import type { Language } from '#shared/kernel/language.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { OrderDraft } from './order-draft.ts'
import type { PricedDraft } from './price-draft.ts'
import { typedQuantity } from './typed-quantity.ts'

/** The first thing that stands between a draft and an order; the solid button says it. */
export type Obstacle =
  | { readonly kind: 'customer' }
  | { readonly kind: 'lines' }
  /** Saved now, the order would be without it. */
  | { readonly kind: 'file'; readonly lineId: string; readonly number: number }
  | { readonly kind: 'price'; readonly lineId: string; readonly number: number; readonly refusal: Refusal }
  /** A quantity was typed that means nothing, or two things. */
  | { readonly kind: 'quantity'; readonly lineId: string; readonly number: number }
  | { readonly kind: 'loading' }
  | { readonly kind: 'place' }

/** `arriving`: lines whose file is still being sent. */
export function obstacleOf(
  draft: OrderDraft,
  priced: PricedDraft,
  language: Language,
  arriving: ReadonlySet<string>,
): Obstacle | null {
  if (draft.customer === null) return { kind: 'customer' }
  if (draft.lines.length === 0) return { kind: 'lines' }
  const awaited = draft.lines.findIndex(({ id }) => arriving.has(id))
  const lineId = draft.lines[awaited]?.id
  if (lineId !== undefined) return { kind: 'file', lineId, number: awaited + 1 }
  for (const [index, { line, built }] of priced.lines.entries()) {
    if (built === null) return { kind: 'loading' }
    const { what, quantityText, id: lineId } = line
    const unit = built.ok ? built.value.item.unit : what.kind === 'free_text' ? what.unit : 'C62'
    const typed = typedQuantity(quantityText, language, unit).kind
    if (typed === 'unread' || typed === 'ambiguous') return { kind: 'quantity', lineId, number: index + 1 }
    if (!built.ok) return { kind: 'price', lineId, number: index + 1, refusal: built.refusal }
  }
  const { street, city } = draft.deliveryAddress
  if (draft.delivery === 'delivery' && (street.trim() === '' || city.trim() === '')) return { kind: 'place' }
  return null
}

/** Line numbers that a refusal's problems point at, by the path `lines.2` of what was sent. */
export function refusedLines(
  refusal: Refusal,
): ReadonlyMap<number, { readonly code: string; readonly params?: Refusal['params'] }> {
  const found = new Map<number, { code: string; params?: Refusal['params'] }>()
  for (const { field, code, params } of refusal.problems ?? []) {
    const at = /^lines\.(\d+)/u.exec(field)?.[1]
    if (at !== undefined && !found.has(Number(at))) found.set(Number(at), { code, ...(params ? { params } : {}) })
  }
  return found
}
