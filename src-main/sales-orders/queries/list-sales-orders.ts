import { textSearchOfProducts } from '#main/catalog/index.ts'
import { textSearchOfParties } from '#main/parties/index.ts'
import { defineQuery } from '#main/platform/bus/module.ts'
import { textSearch } from '#main/platform/database/text-search.ts'
import { addDays, firstOfMonth, lastOfMonth } from '#shared/kernel/dates.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import {
  type Direction,
  type Lane,
  type LaneFilters,
  mergeLanes,
  type OrderSort,
  orderLanes,
  type PageKey,
  sortValue,
} from './order-lanes.ts'
import { type OrderRow, orderColumns, shownRow } from './order-row.ts'

/** How many customers, products and orders a fragment may bring before the newest are taken. */
const mostParties = 40
const mostProducts = 20
const mostOrders = 400
/** Of the newest orders so many are looked at first: more only where few of them fit. */
const firstOrders = 120

export const listSalesOrders = defineQuery(salesOrderContract['salesOrder.list'], ({ db }) => {
  const lanes = orderLanes(db)
  const parties = textSearchOfParties(db)
  const products = textSearchOfProducts(db)
  const orders = textSearch(db, 'sales_order')
  const byId = db.read<OrderRow>(`select ${orderColumns} from sales_orders where id = ?`)
  const ofProduct = db.read<{ sales_order_id: string }>(
    'select distinct sales_order_id from sales_order_lines where product_id = ? order by sales_order_id desc limit ?',
  )
  return (input, { viewer, today }) => {
    const groups = ['open', ...(input.withFinished ? ['finished'] : []), ...(input.withCancelled ? ['cancelled'] : [])]
    const filters: LaneFilters = {
      groups: null,
      plannedPayment: input.plannedPayment,
      paymentStatus: input.paymentStatus,
      orderedFrom: input.month === null ? null : firstOfMonth(`${input.month}-01`),
      orderedUntil: input.month === null ? null : lastOfMonth(`${input.month}-01`),
      promisedFrom: input.promised === 'today' ? today : null,
      promisedUntil: input.promised === null ? null : input.promised === 'today' ? addDays(today, 1) : today,
    }
    const { sort, direction, after, limit } = input
    const page = (rows: readonly OrderRow[]) => {
      const last = rows.at(-1)
      const next: [string, string] | null =
        last === undefined || rows.length < limit ? null : [sortValue(last, sort), last.id]
      return accepted({ rows: rows.map((row) => shownRow(row, viewer)), next })
    }
    if (input.search !== '') {
      const fits = (row: OrderRow): boolean =>
        groups.includes(row.list_group) &&
        (input.stages.length === 0 || input.stages.includes(row.stage)) &&
        passes(row, filters, input.partyId)
      const fitsAfter = (row: OrderRow): boolean => fits(row) && afterKey([row], sort, direction, after).length > 0
      const found = new Map<string, OrderRow>()
      const note = (row: OrderRow | undefined): void => {
        if (row !== undefined && fits(row)) found.set(row.id, row)
      }
      const isNewestFirst = sort === 'taken' && direction === 'desc'
      const ofProducts = products.find(input.search, mostProducts).flatMap((id) => ofProduct.all(id, limit))
      const until = isNewestFirst ? after?.[0] : undefined
      const named = (most: number): readonly string[] => [
        ...new Set([
          ...orders.find(input.search, most, until),
          ...ofProducts.map(({ sales_order_id }) => sales_order_id),
        ]),
      ]
      if (isNewestFirst) {
        const some = named(firstOrders)
        const newest = newestOf(some, limit, fitsAfter, byId.get)
        const isEnough = newest.length >= limit || some.length < firstOrders
        for (const row of isEnough ? newest : newestOf(named(mostOrders), limit, fitsAfter, byId.get)) note(row)
      } else for (const id of named(mostOrders)) note(byId.get(id))
      const read = (party: string, after: PageKey | null, count: number) =>
        lanes.read({ by: 'party', value: party }, filters, 'taken', 'desc', after, count)
      const customers = parties.find(input.search, mostParties)
      if (isNewestFirst) for (const row of newestOfParties(customers, after, limit, fits, read)) note(row)
      // In another order the newest of each are what is sorted.
      else for (const id of customers) for (const row of read(id, null, limit)) note(row)
      return page(
        afterKey(mergeLanes([[...found.values()], []], sort, direction, found.size), sort, direction, after).slice(
          0,
          limit,
        ),
      )
    }
    const wanted = lanesOf(input.stages, groups, input.plannedPayment, input.partyId, sort)
    const laneFilters = input.partyId === null ? filters : { ...filters, groups }
    const read = wanted.map((lane) => lanes.read(lane, laneFilters, sort, direction, after, limit))
    return page(mergeLanes(read, sort, direction, limit))
  }
})

/** An order's id is made when its form opens, a little before it is taken: so many more are read than are wanted. */
const slack = 20

/**
 * The newest orders among those a fragment brought: ids carry the time, so that most of the rows need not be read at all.
 */
function newestOf(
  ids: readonly string[],
  limit: number,
  fits: (row: OrderRow) => boolean,
  read: (id: string) => OrderRow | undefined,
): readonly OrderRow[] {
  const found: OrderRow[] = []
  for (const id of ids.toSorted().reverse()) {
    const row = read(id)
    if (row !== undefined && fits(row)) found.push(row)
    if (found.length >= limit + slack) break
  }
  return found
}

/** Rows read of each customer at a time: most customers have nothing among the newest. */
const perParty = 6

/**
 * The newest orders that fit, of several customers at once: a few of each, and more only of those whose next one may still
 * be among the newest.
 */
function newestOfParties(
  parties: readonly string[],
  from: PageKey | null,
  limit: number,
  fits: (row: OrderRow) => boolean,
  read: (party: string, after: PageKey | null, count: number) => readonly OrderRow[],
): readonly OrderRow[] {
  const found: OrderRow[] = []
  let open = parties.map((party) => ({ party, after: from, seen: 0 }))
  while (open.length > 0) {
    const next: { party: string; after: PageKey | null; seen: number }[] = []
    for (const { party, after, seen } of open) {
      const rows = read(party, after, perParty)
      found.push(...rows.filter(fits))
      const last = rows.at(-1)
      if (last !== undefined && rows.length === perParty && seen + perParty < limit)
        next.push({ party, after: [last.taken_at, last.id], seen: seen + perParty })
    }
    found.sort((a, b) => (a.taken_at === b.taken_at ? (a.id < b.id ? 1 : -1) : a.taken_at < b.taken_at ? 1 : -1))
    const oldest = found[limit - 1]?.taken_at
    open = oldest === undefined ? next : next.filter(({ after }) => after !== null && after[0] >= oldest)
  }
  return found
}

/** The lanes whose union is the list asked for. Stages already say their group. */
function lanesOf(
  stages: readonly string[],
  groups: readonly string[],
  payment: string | null,
  partyId: string | null,
  sort: OrderSort,
): readonly Lane[] {
  if (partyId !== null) return [{ by: 'party', value: partyId }]
  if (stages.length > 0) return stages.map((value) => ({ by: 'stage', value }))
  if (payment !== null && sort === 'taken') return groups.map((value) => ({ by: 'groupAndPayment', value, payment }))
  return groups.map((value) => ({ by: 'group', value }))
}

function passes(row: OrderRow, filters: LaneFilters, partyId: string | null): boolean {
  return (
    (partyId === null || row.party_id === partyId) &&
    (filters.plannedPayment === null || row.planned_payment === filters.plannedPayment) &&
    (filters.paymentStatus === null || row.payment_status === filters.paymentStatus) &&
    (filters.orderedFrom === null || row.ordered_on >= filters.orderedFrom) &&
    (filters.orderedUntil === null || row.ordered_on <= filters.orderedUntil) &&
    (filters.promisedFrom === null || row.promised_key >= filters.promisedFrom) &&
    (filters.promisedUntil === null || row.promised_key < filters.promisedUntil)
  )
}

function afterKey(
  rows: readonly OrderRow[],
  sort: OrderSort,
  direction: Direction,
  after: readonly [string, string] | null,
): readonly OrderRow[] {
  if (after === null) return rows
  const [value, id] = after
  const isPast = (row: OrderRow): boolean => {
    const own = sortValue(row, sort)
    if (own !== value) return direction === 'asc' ? own > value : own < value
    return direction === 'asc' ? row.id > id : row.id < id
  }
  return rows.filter(isPast)
}
