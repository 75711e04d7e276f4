import type { OutputFor } from '#shared/contract.ts'
import type { SalesOrderStage } from '#shared/sales-orders/sales-order-states.ts'
import { everythingOpen, isSameFilter, type OrderFilter, readFilter } from './list-filter.ts'

export type Counts = OutputFor<'salesOrder.counts'>
type KeptView = OutputFor<'savedView.list'>['views'][number]

/** A tab above the list. Those of the house are always there; the others somebody saved. */
export interface ListView {
  readonly id: string
  /** Null: a view of the house, worded by its id. */
  readonly name: string | null
  readonly filter: OrderFilter
  readonly isShared: boolean
}

/** What a clerk asks in the morning: all that is open, what is due, what needs somebody, what is not paid. */
export const houseViews: readonly ListView[] = [
  house('open', {}),
  house('today', { promised: 'today' }),
  house('late', { promised: 'late' }),
  house('needsYou', { stages: ['files_to_check', 'on_hold'] }),
  house('toBePaid', { stages: ['waiting_for_payment'] }),
  house('drafts', { stages: ['draft'] }),
]

function house(id: string, filter: Partial<OrderFilter>): ListView {
  return { id, name: null, filter: { ...everythingOpen, ...filter }, isShared: true }
}

export function listViews(kept: readonly KeptView[]): readonly ListView[] {
  const saved = kept.map(({ id, name, filters, isShared }) => ({ id, name, filter: readFilter(filters), isShared }))
  return [...houseViews, ...saved]
}

/** How many orders a view holds, where the kept counts say it; null: only looking would tell. */
export function viewCount({ filter }: ListView, counts: Counts): number | null {
  if (isSameFilter(filter, everythingOpen)) return counts.groups.open ?? 0
  if (!isSameFilter({ ...filter, stages: [] }, everythingOpen)) return null
  return filter.stages.reduce((sum, stage) => sum + (counts.stages[stage] ?? 0), 0)
}

/** The tab left or right of one, round the end. */
export function neighbourView(views: readonly ListView[], id: string, by: -1 | 1): ListView | undefined {
  const at = views.findIndex((view) => view.id === id)
  return views[(at + by + views.length) % views.length]
}

/** Stages of the control strip, in the order in which an order passes them; one appears when something can cause it. */
const stripStages: readonly SalesOrderStage[] = ['draft', 'new', 'waiting_for_payment', 'files_to_check', 'on_hold']

export interface StripCell {
  /** Null: everything open. */
  readonly stage: SalesOrderStage | null
  readonly count: number
  readonly isOn: boolean
}

export function controlStrip(counts: Counts, filter: OrderFilter): readonly StripCell[] {
  const all: StripCell = { stage: null, count: counts.groups.open ?? 0, isOn: filter.stages.length === 0 }
  const cells = stripStages.map((stage) => ({
    stage,
    count: counts.stages[stage] ?? 0,
    isOn: filter.stages.includes(stage),
  }))
  return [all, ...cells]
}
