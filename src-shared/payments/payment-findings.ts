/** One step of what happened to an order, as far as money is concerned: an answered change of it, or a payment on it. */
export interface MoneyStep<C> {
  readonly change: C
  /** Undefined before the order is there. */
  readonly order: { readonly status: string; readonly gross: number } | undefined
  /** What this step added to what is paid; 0 for a change of the order. */
  readonly paid: number
}

export interface MoneyFinding<C> {
  readonly kind: 'payment.onCancelledOrder' | 'payment.moreThanTotal'
  readonly cause: C
  readonly changes: readonly C[]
}

/**
 * PY8, PY9: what payments and order say together that no station alone would have let happen: money on an order that is
 * cancelled, and payments that come to more than the order. Only what still is so at the end of the story is found.
 */
export function paymentFindings<C>(story: readonly MoneyStep<C>[]): readonly MoneyFinding<C>[] {
  let paid = 0
  let cancelled: C | undefined
  let onCancelled: { cause: C; changes: C[] } | undefined
  let tooMuch: { cause: C; changes: C[] } | undefined
  const payments: C[] = []
  for (const { change, order, paid: amount } of story) {
    paid += amount
    if (amount !== 0) payments.push(change)
    if (order === undefined) continue
    if (order.status !== 'cancelled') cancelled = undefined
    else cancelled ??= change
    if (cancelled === undefined || paid === 0) onCancelled = undefined
    else if (onCancelled === undefined) onCancelled = { cause: change, changes: [...new Set([cancelled, ...payments])] }
    else if (amount !== 0) onCancelled.changes.push(change)
    if (paid <= order.gross) tooMuch = undefined
    else if (amount > 0) {
      if (tooMuch === undefined) tooMuch = { cause: change, changes: [...payments] }
      else tooMuch.changes.push(change)
    }
  }
  if (onCancelled !== undefined) return [{ kind: 'payment.onCancelledOrder', ...onCancelled }]
  return tooMuch === undefined ? [] : [{ kind: 'payment.moreThanTotal', ...tooMuch }]
}
