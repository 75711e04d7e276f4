import type { OrderDraft } from './order-draft.ts'

/** What every part of an order's details is given. */
export interface DetailsProps {
  draft: OrderDraft
  onChange: (change: (draft: OrderDraft) => OrderDraft) => void
  /** Sentences under fields, by their path. */
  problems: ReadonlyMap<string, string>
}
