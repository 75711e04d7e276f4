import type { OutputFor } from '#shared/contract.ts'

type Row = OutputFor<'salesOrder.list'>['rows'][number]

/** More at once belongs to a batch of its own; a clerk's hand does not tick more. */
export const mostAtOnce = 200

export type BulkKind = 'paid' | 'finished'

export interface BulkPlan {
  readonly ids: readonly string[]
  /** Ticked, but not for this: paid already, finished already, a draft. */
  readonly leftOut: number
  /** What is received in all, in minor units; 0 without money. */
  readonly amount: number
}

/** Which of the ticked orders an action is for, and what it comes to, to be asked once with its consequence (ORD-30). */
export function bulkPlan(kind: BulkKind, rows: readonly Row[]): BulkPlan {
  const fits = rows.filter((row) => (kind === 'paid' ? isPayable(row) : row.stage !== 'draft' && isOpen(row)))
  return {
    ids: fits.map(({ id }) => id),
    leftOut: rows.length - fits.length,
    amount: kind === 'paid' ? fits.reduce((sum, { money }) => sum + (money?.open ?? 0), 0) : 0,
  }
}

/** Something is open on a placed order. */
export function isPayable(row: Row): boolean {
  return row.stage !== 'draft' && row.stage !== 'cancelled' && (row.money?.open ?? 0) > 0
}

function isOpen({ stage }: Row): boolean {
  return stage !== 'finished' && stage !== 'cancelled' && stage !== 'on_hold'
}
