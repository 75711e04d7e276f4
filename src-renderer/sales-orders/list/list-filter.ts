import { z } from 'zod'
import type { InputFor } from '#shared/contract.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { paymentMethods } from '#shared/sales-orders/sales-order.ts'
import { paymentStatuses, type SalesOrderStage, salesOrderStages } from '#shared/sales-orders/sales-order-states.ts'

/** What of the orders a list shows. Kept with a view under its name, and for as long as somebody is signed in. */
const filterSchema = z.object({
  stages: z.array(z.enum(salesOrderStages)).default([]),
  withFinished: z.boolean().default(false),
  withCancelled: z.boolean().default(false),
  plannedPayment: z.enum(paymentMethods).nullable().default(null),
  paymentStatus: z.enum(paymentStatuses).nullable().default(null),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  promised: z.enum(['today', 'late']).nullable().default(null),
  search: z.string().default(''),
})

export type OrderFilter = z.output<typeof filterSchema>
export type ListInput = InputFor<'salesOrder.list'>

export const everythingOpen: OrderFilter = filterSchema.parse({})

/** A filter as it was kept; fields of an earlier or later program are left out, and nonsense shows everything open. */
export function readFilter(kept: unknown): OrderFilter {
  const parsed = filterSchema.safeParse(kept)
  return parsed.success ? parsed.data : everythingOpen
}

export function isFilter(kept: unknown): kept is OrderFilter {
  return filterSchema.safeParse(kept).success
}

export function isSameFilter(a: OrderFilter, b: OrderFilter): boolean {
  return filterKey(a) === filterKey(b)
}

/** Names the list that a filter makes. */
export function filterKey(filter: OrderFilter): string {
  return canonicalJson({ ...filter, stages: [...filter.stages].sort() })
}

/** A stage pressed in the control strip or ticked in its chip: on when it was off. */
export function withStageToggled(filter: OrderFilter, stage: SalesOrderStage): OrderFilter {
  const isOn = filter.stages.includes(stage)
  const stages = isOn ? filter.stages.filter((each) => each !== stage) : [...filter.stages, stage]
  return { ...filter, stages }
}

/** Sorting by a column's head; the view's own order is by date, newest first (ORD-06). */
const sorts: Readonly<Record<string, NonNullable<ListInput['sort']>>> = {
  number: 'number',
  customer: 'customerCode',
  customerCode: 'customerCode',
  title: 'title',
  product: 'product',
  taken: 'taken',
  promised: 'promised',
}

export interface ListOrder {
  readonly columnId: string
  readonly direction: 'asc' | 'desc'
}

export const pageSize = 100

/** The question to the core for one page. Asking for a stage that is done asks for the done ones too. */
export function listInput(
  filter: OrderFilter,
  order: ListOrder | null,
  after: readonly [string, string] | null,
): ListInput {
  const sort = order === null ? undefined : sorts[order.columnId]
  return {
    ...filter,
    withFinished: filter.withFinished || filter.stages.includes('finished'),
    withCancelled: filter.withCancelled || filter.stages.includes('cancelled'),
    sort: sort ?? 'taken',
    direction: sort === undefined || order === null ? 'desc' : order.direction,
    after: after === null ? null : [after[0], after[1]],
    limit: pageSize,
  }
}

/** The last months, newest first, to search old orders by (ORD-14). */
export function recentMonths(today: string, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + (month - 1) - back
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** `2026-11`, `11/2026`, `11.26`: a month as people type it; null when it is none. */
export function readMonth(typed: string): string | null {
  const iso = /^(?<year>\d{4})\s*[-/. ]\s*(?<month>\d{1,2})$/u.exec(typed.trim())?.groups
  const turned = /^(?<month>\d{1,2})\s*[-/. ]\s*(?<year>\d{4}|\d{2})$/u.exec(typed.trim())?.groups
  const { year, month } = iso ?? turned ?? {}
  if (year === undefined || month === undefined) return null
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}`
  return /^\d{4}-(0[1-9]|1[0-2])$/u.test(text) ? text : null
}
