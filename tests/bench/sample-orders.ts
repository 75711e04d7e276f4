import { demoCustomers } from '#main/demo-shop/demo-customers.ts'
import { demoStories } from '#main/demo-shop/demo-orders.ts'
import { demoProducts } from '#main/demo-shop/demo-products.ts'
import type { InputFor } from '#shared/contract.ts'
import type { LineArtwork } from '#shared/sales-orders/sales-order.ts'
import type { Asking } from './asking.ts'

export type TakeInput = InputFor<'salesOrder.take'>

/** New orders of so many lines as the database's own generator makes them, each confirmed at once. */
export function sampleOrders(
  count: number,
  customers: number,
  artworks: readonly LineArtwork[],
  lines = 3,
): readonly TakeInput[] {
  const now = Date.now()
  const promisedOn = new Date(now + 4 * 86_400_000).toISOString().slice(0, 10)
  const stories = demoStories({
    // Another seed at each run: an order's id is used once.
    seed: now % 2 ** 31,
    count,
    lines,
    customers: demoCustomers(customers),
    products: demoProducts(),
    artworks,
    until: now,
  })
  return [...stories].flatMap(({ acts }) => {
    const [first] = acts
    return first?.is === 'take'
      ? [{ ...first.input, paidBefore: false, promised: { on: promisedOn, at: null }, confirm: true }]
      : []
  })
}

/** Production files that lie in the database's file store, as its newest orders carry them. */
export async function artworksOf(asking: Asking): Promise<readonly LineArtwork[]> {
  const { rows } = await asking.query('salesOrder.list', { withFinished: true, limit: 20 })
  const orders = await Promise.all(rows.map(({ id }) => asking.query('salesOrder.get', { id })))
  return orders.flatMap(({ lines }) => lines.flatMap(({ artwork }) => (artwork === null ? [] : [artwork])))
}
