import { useEffect, useMemo } from 'react'
import { useGo, useKeptState, useKeysetList, useQuery, useRouteWish, useSettled } from '#renderer/client/index.ts'
import { type RowSource, type TableState, useKeysetRows, useTableState } from '#renderer/ui/index.ts'
import type { InputFor } from '#shared/contract.ts'
import { everythingOpen, isFilter, isSameFilter, listInput, type OrderFilter } from './list-filter.ts'
import { type Counts, houseViews, type ListView, listViews, viewCount } from './list-views.ts'
import type { OrderRow } from './use-order-columns.tsx'

const noCounts: Counts = { stages: {}, groups: { open: 0, finished: 0, cancelled: 0 } }
const isText = (kept: unknown): kept is string => typeof kept === 'string'

export interface OrderList {
  readonly filter: OrderFilter
  readonly setFilter: (filter: OrderFilter) => void
  readonly search: string
  readonly setSearch: (text: string) => void
  readonly views: readonly ListView[]
  readonly activeView: ListView | undefined
  readonly chooseView: (id: string) => void
  /** A view that was just saved with the filters as they stand. */
  readonly noteSaved: (id: string) => void
  /** The active view was changed and not saved. */
  readonly isChanged: boolean
  readonly counts: Counts
  readonly table: TableState
  readonly rows: RowSource<OrderRow>
  /** What the rows are asked for with, page by page. */
  readonly input: Omit<InputFor<'salesOrder.list'>, 'after'>
}

/** Filter, view, order and rows of the list; all of it is there again when somebody comes back from an order. */
export function useOrderList(): OrderList {
  const [filter, setFilter] = useKeptState('sales-orders.filter', everythingOpen, isFilter)
  const [search, setSearch] = useKeptState('sales-orders.search', '', isText)
  const [viewId, setViewId] = useKeptState('sales-orders.view', 'open', isText)
  const wish = useRouteWish('view')
  const go = useGo()
  const settled = useSettled(search)
  const table = useTableState('sales-orders')
  const counts = useQuery('salesOrder.counts', {}).value ?? noCounts
  const kept = useQuery('savedView.list', { list: 'salesOrders' }).value
  const views = useMemo(() => listViews(kept?.views ?? []), [kept])
  const activeView = views.find((view) => view.id === viewId)

  const { after: _, ...input } = listInput({ ...filter, search: settled.trim() }, table.sort, null)
  const list = useKeysetList('salesOrder.list', input)
  const total = settled.trim() === '' ? viewCount({ id: '', name: null, filter, isShared: false }, counts) : null
  const rows = useKeysetRows({ ...list, total })

  // Another page may lead to one of the house's views: the start page to what is late.
  useEffect(() => {
    const wanted = houseViews.find((view) => view.id === wish)
    if (wanted === undefined) return
    setViewId(wanted.id)
    setFilter(wanted.filter)
    // Said once: who comes back later finds the list as they left it.
    go('/orders', { replaces: true })
  }, [wish, setViewId, setFilter, go])

  return {
    filter,
    setFilter,
    search,
    setSearch,
    views,
    activeView,
    chooseView: (id) => {
      const view = views.find((each) => each.id === id)
      if (view === undefined) return
      setViewId(id)
      setFilter(view.filter)
      table.setFocusedId(null)
    },
    noteSaved: setViewId,
    isChanged: activeView !== undefined && !isSameFilter(filter, activeView.filter),
    counts,
    table,
    rows,
    input,
  }
}
