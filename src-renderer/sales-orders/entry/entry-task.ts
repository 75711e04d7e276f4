import type { OrderDraft } from './order-draft.ts'

/** What a form of an order is for: a new order, or changes to one that stands. */
export type EntryTask =
  | { readonly kind: 'take'; readonly orderId: string }
  | {
      readonly kind: 'change'
      readonly orderId: string
      /** Null: a draft that has no number yet; finishing it confirms it (ORD-29). */
      readonly number: string | null
      readonly before: OrderDraft
    }
