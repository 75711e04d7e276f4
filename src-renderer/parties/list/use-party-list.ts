import { useMemo } from 'react'
import { useClient, useKeptState, useKeysetList, useQuery, useSettled } from '#renderer/client/index.ts'
import { type RowSource, type TableState, useKeysetRows, useTableState } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'

export type PartyRow = OutputFor<'party.list'>['rows'][number]

const isText = (kept: unknown): kept is string => typeof kept === 'string'
const isFlag = (kept: unknown): kept is boolean => typeof kept === 'boolean'
const sorts = ['name', 'code', 'city'] as const
const pageSize = 100
/** What a search shows at most; whoever looks for one party types another letter. */
const mostFound = 200

export interface PartyList {
  readonly search: string
  readonly setSearch: (text: string) => void
  readonly isSearch: boolean
  readonly archived: boolean
  readonly setArchived: (archived: boolean) => void
  readonly table: TableState
  readonly rows: readonly PartyRow[] | RowSource<PartyRow>
  /** The first row there is, for going into the list. */
  readonly first: PartyRow | undefined
  /** What Enter in the search opens: the best hit for what is typed by now, also before the list shows it. null: it could not be asked. */
  readonly best: () => Promise<PartyRow | undefined | null>
  /** More were found than are shown. */
  readonly hasMore: boolean
  readonly total: number | null
}

/** All parties page by page, or the best of a search; how it was left is there again on coming back. */
export function usePartyList(): PartyList {
  const [search, setSearch] = useKeptState('parties.search', '', isText)
  const [archived, setArchived] = useKeptState('parties.archived', false, isFlag)
  const { ask } = useClient()
  const settled = useSettled(search).trim()
  const isSearch = settled !== ''
  const table = useTableState('parties')
  const sort = sorts.find((each) => each === table.sort?.columnId) ?? 'name'
  const input = { sort, descending: table.sort?.direction === 'desc', archived, limit: pageSize }
  const counted = useQuery('party.list', { archived, limit: 1 }).value?.total ?? null
  const all = useKeysetRows({ ...useKeysetList('party.list', input), total: counted })
  const found = useQuery(
    'party.find',
    { text: settled, withArchived: archived, limit: mostFound },
    { isWanted: isSearch },
  )
  const foundRows = found.value?.rows
  const rows = useMemo(() => foundRows ?? [], [foundRows])
  const first = isSearch ? rows[0] : all.rowAt(0)
  return {
    search,
    setSearch,
    isSearch,
    archived,
    setArchived,
    table,
    rows: isSearch ? rows : all,
    first,
    best: async () => {
      const text = search.trim()
      if (text === settled) return first
      const hits = await ask.query('party.find', { text, withArchived: archived, limit: 1 }).catch(() => null)
      return hits === null ? null : hits.rows[0]
    },
    hasMore: isSearch && (found.value?.more ?? false),
    total: isSearch ? rows.length : counted,
  }
}
