import type { ReadableDb, ReadStatement } from '#main/platform/database/handles.ts'
import { type OrderRow, orderColumns } from './order-row.ts'

export type OrderSort = 'taken' | 'number' | 'title' | 'customerCode' | 'product' | 'promised'
export type Direction = 'asc' | 'desc'
export type PageKey = readonly [value: string, id: string]

/** Sort keys and their columns: the only names that ever reach the SQL (reliability X14, 79). */
const columns = {
  taken: 'taken_at',
  number: 'number_key',
  title: 'title',
  customerCode: 'customer_code',
  product: 'product_name',
  promised: 'promised_key',
} as const satisfies Record<OrderSort, keyof OrderRow>

export function sortValue(row: OrderRow, sort: OrderSort): string {
  return row[columns[sort]]
}

/**
 * A lane is a part of the list that one index serves in order: a stage, a group, a customer's orders. A list of several
 * stages reads a page from each lane and merges them, so that no page is ever sorted or skipped through.
 */
export type Lane =
  | { readonly by: 'stage'; readonly value: string }
  | { readonly by: 'group'; readonly value: string }
  | { readonly by: 'groupAndPayment'; readonly value: string; readonly payment: string }
  | { readonly by: 'party'; readonly value: string }

/** What is checked on the rows of a lane. */
export interface LaneFilters {
  readonly groups: readonly string[] | null
  readonly plannedPayment: string | null
  readonly paymentStatus: string | null
  readonly orderedFrom: string | null
  readonly orderedUntil: string | null
  readonly promisedFrom: string | null
  readonly promisedUntil: string | null
}

export interface OrderLanes {
  read(
    lane: Lane,
    filters: LaneFilters,
    sort: OrderSort,
    direction: Direction,
    after: PageKey | null,
    limit: number,
  ): readonly OrderRow[]
}

/** Statements are made once per shape and kept: there are some hundred shapes at most. */
export function orderLanes(db: ReadableDb): OrderLanes {
  const statements = new Map<string, ReadStatement<OrderRow>>()
  return {
    read: (lane, filters, sort, direction, after, limit) => {
      const { sql, parameters } = laneQuery(lane, filters, sort, direction, after, limit)
      let statement = statements.get(sql)
      if (statement === undefined) {
        statement = db.read<OrderRow>(sql)
        statements.set(sql, statement)
      }
      return statement.all(...parameters)
    },
  }
}

/** The statement of one lane; exported so that a test can ask SQLite for its plan (W13). */
export function laneQuery(
  lane: Lane,
  filters: LaneFilters,
  sort: OrderSort,
  direction: Direction,
  after: PageKey | null,
  limit: number,
) {
  const column = columns[sort]
  const where: string[] = []
  const parameters: (string | number)[] = []
  const add = (condition: string, ...values: readonly (string | number)[]): void => {
    where.push(condition)
    parameters.push(...values)
  }
  if (lane.by === 'stage') add('stage = ?', lane.value)
  else if (lane.by === 'party') add('party_id = ?', lane.value)
  else add('list_group = ?', lane.value)
  if (lane.by === 'groupAndPayment') add('planned_payment = ?', lane.payment)
  if (after !== null) add(`(${column}, id) ${direction === 'asc' ? '>' : '<'} (?, ?)`, ...after)
  if (filters.groups !== null) add(`list_group in (${filters.groups.map(() => '?').join(', ')})`, ...filters.groups)
  if (filters.plannedPayment !== null && lane.by !== 'groupAndPayment')
    add('planned_payment = ?', filters.plannedPayment)
  if (filters.paymentStatus !== null) add('payment_status = ?', filters.paymentStatus)
  if (filters.orderedFrom !== null) add('ordered_on >= ?', filters.orderedFrom)
  if (filters.orderedUntil !== null) add('ordered_on <= ?', filters.orderedUntil)
  if (sort === 'taken') {
    // The calendar day and the instant differ by a time zone at most: two days of slack let the index do the month.
    if (filters.orderedFrom !== null) add('taken_at >= ?', shiftDay(filters.orderedFrom, -2))
    if (filters.orderedUntil !== null) add('taken_at <= ?', shiftDay(filters.orderedUntil, 2))
  }
  if (filters.promisedFrom !== null) add('promised_key >= ?', filters.promisedFrom)
  if (filters.promisedUntil !== null) add('promised_key < ?', filters.promisedUntil)
  parameters.push(limit)
  return {
    sql: `select ${orderColumns} from sales_orders where ${where.join(' and ')} order by ${column} ${direction}, id ${direction} limit ?`,
    parameters,
  }
}

function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString()
}

/** Merges lanes that are each in order into the first `limit` rows of all. */
export function mergeLanes(
  lanes: readonly (readonly OrderRow[])[],
  sort: OrderSort,
  direction: Direction,
  limit: number,
): readonly OrderRow[] {
  if (lanes.length === 1) return lanes[0] ?? []
  const sign = direction === 'asc' ? 1 : -1
  return lanes
    .flat()
    .sort((a, b) => {
      const left = sortValue(a, sort)
      const right = sortValue(b, sort)
      if (left !== right) return left < right ? -sign : sign
      return a.id === b.id ? 0 : a.id < b.id ? -sign : sign
    })
    .slice(0, limit)
}
