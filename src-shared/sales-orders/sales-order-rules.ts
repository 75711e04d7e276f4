import { type CalendarDate, plausibleWindow } from '#shared/kernel/dates.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { SalesOrder } from './replication.ts'
import type { LineArtwork, OrderAgain, OrderLineItem, Promised } from './sales-order.ts'
import { standingLines } from './sales-order-totals.ts'

/** SO8: a draft may be anything; confirming asks for at least one line and, when it is to be delivered, for a place. */
export function checkConfirm(
  order: Pick<SalesOrder, 'lines' | 'currency' | 'delivery' | 'deliveryAddress'>,
): Result<true> {
  if (standingLines(order).length === 0) return refused('salesOrder.withoutLines')
  const { street, city } = order.deliveryAddress
  if (order.delivery === 'delivery' && (street === '' || city === ''))
    return refused('salesOrder.withoutDeliveryAddress', undefined, [
      { field: street === '' ? 'deliveryAddress.street' : 'deliveryAddress.city', code: 'text.required' },
    ])
  return accepted(true)
}

/**
 * SO9: nothing is promised for a day before it was ordered (reliability 17), nor for one so far away that its year must be a
 * typing mistake (reliability 15).
 */
export function checkPromise(promised: Promised | null, orderedOn: CalendarDate): Result<true> {
  if (promised !== null && promised.on < orderedOn)
    return refused('salesOrder.promisedBeforeOrder', { promised: promised.on, ordered: orderedOn }, [
      { field: 'promised', code: 'salesOrder.promisedBeforeOrder' },
    ])
  if (promised !== null && promised.on > plausibleWindow(orderedOn).until)
    return refused('salesOrder.promisedTooFar', { promised: promised.on, ordered: orderedOn }, [
      { field: 'promised', code: 'salesOrder.promisedTooFar' },
    ])
  return accepted(true)
}

export interface RepeatedLine {
  readonly item: OrderLineItem
  readonly artwork: LineArtwork | null
  readonly origin: string | null
}

/**
 * SO10: a reprint carries the very files of the order it repeats; SO11: a duplicate is the same product with other files.
 * The two are told apart by hash, not by what anybody says (features 23.3).
 */
export function checkArtworkAgain(
  how: OrderAgain,
  lines: readonly RepeatedLine[],
  before: Pick<SalesOrder, 'lines'>,
): Result<true> {
  for (const { item, artwork, origin } of lines) {
    const old = origin === null ? undefined : before.lines[origin]
    if (old === undefined) continue
    const isSame = (old.artwork?.hash ?? null) === (artwork?.hash ?? null)
    if (how === 'reprint' && !isSame) return refused('salesOrder.reprintWithOtherArtwork', { title: item.title })
    if (how === 'duplicate' && isSame && artwork !== null)
      return refused('salesOrder.duplicateWithSameArtwork', { title: item.title })
  }
  return accepted(true)
}
