import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLatest } from '../keys/use-latest.ts'
import {
  type FetchedPage,
  giveUpFar,
  type KeysetPages,
  keysetRowAt,
  knownCount,
  markStale,
  NO_PAGES,
  placePage,
  type WantedPage,
  wantedPage,
} from './keyset-pages.ts'
import { useListMemory } from './list-memory.tsx'
import type { RowSource } from './row-source.ts'

interface KeysetOptions<Row> {
  /**
   * Names the query with its filter and order; another name is another list. Rows last known under a name are shown at
   * once when its page is opened again.
   */
  listKey: string
  /** Fetches the page after a cursor (null: the first). */
  fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<FetchedPage<Row>>
  /** Another number means that something in the list may have changed. */
  version?: number
  total?: number | null
}

interface HeldList<Row> {
  readonly listKey: string
  readonly list: KeysetPages<Row>
  readonly wanted: WantedPage | null
}

// Pages kept in memory before and behind the screen.
const LEAD_PAGES = 10
const FIRST_PAGE: WantedPage = { number: 0, cursor: null }

/** A list of any length for a `DataTable`: pages come when they are needed and leave when they are far away. */
export function useKeysetRows<Row>(options: KeysetOptions<Row>): RowSource<Row> {
  const { listKey, fetchPage, version = 0, total = null } = options
  const memory = useListMemory()
  const [held, setHeld] = useState<HeldList<Row>>(() => {
    const kept = memory?.recallRows(listKey) ?? null
    return { listKey, list: isListOf<Row>(kept) ? kept : NO_PAGES, wanted: FIRST_PAGE }
  })
  const [failed, setFailed] = useState<{ listKey: string; reason: unknown } | null>(null)
  const [attempt, setAttempt] = useState(0)
  // Kept aside: scrolling must not draw the page anew, only what it makes necessary to fetch.
  const screen = useRef({ first: 0, last: 0 })
  const fetchLatest = useLatest(fetchPage)

  const change = useCallback((turn: (list: KeysetPages<Row>) => KeysetPages<Row>) => {
    setHeld((now) => {
      const list = turn(now.list)
      const wanted = wantedPage(list, screen.current.first, screen.current.last)
      return list === now.list && isSamePage(wanted, now.wanted) ? now : { ...now, list, wanted }
    })
  }, [])

  const latestHeld = useLatest(held)
  useEffect(() => () => memory?.keepRows(latestHeld.current.listKey, latestHeld.current.list), [memory, latestHeld])

  const seenVersion = useRef(version)
  useEffect(() => {
    if (seenVersion.current === version) return
    seenVersion.current = version
    change(markStale)
  }, [version, change])

  const problem = failed?.listKey === listKey ? failed.reason : null
  // The old list stays on screen until the first page of the new one is there.
  const wanted = held.listKey === listKey ? held.wanted : FIRST_PAGE
  const number = wanted?.number ?? null
  const cursor = wanted?.cursor ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version makes an answer under way worthless, a retry asks for the same page
  useEffect(() => {
    if (number === null || problem !== null) return
    const abort = new AbortController()
    const place = (fetched: FetchedPage<Row>) => {
      if (abort.signal.aborted) return
      setHeld((now) => (now.listKey === listKey ? now : { listKey, list: NO_PAGES, wanted: FIRST_PAGE }))
      change((list) => placePage(list, { number, cursor }, fetched))
    }
    const fail = (reason: unknown) => {
      if (!abort.signal.aborted) setFailed({ listKey, reason })
    }
    fetchLatest.current(cursor, abort.signal).then(place, fail)
    return () => abort.abort()
  }, [listKey, number, cursor, version, attempt, problem, fetchLatest, change])

  const showing = useCallback(
    (first: number, last: number) => {
      screen.current = { first, last }
      change((list) => giveUpFar(list, first, last, LEAD_PAGES))
    },
    [change],
  )
  const retry = useCallback(() => {
    setFailed(null)
    setAttempt((count) => count + 1)
  }, [])

  const { list } = held
  return useMemo(
    () => ({
      count: knownCount(list),
      hasMore: list.next !== null,
      total,
      rowAt: (index) => keysetRowAt(list, index),
      showing,
      isFirstLoad: list.next === undefined && problem === null,
      problem,
      retry,
    }),
    [list, total, showing, problem, retry],
  )
}

/** A list key names one query, so what was kept under it has this query's rows. */
function isListOf<Row>(kept: KeysetPages<unknown> | null): kept is KeysetPages<Row> {
  return kept !== null && kept.next !== undefined
}

function isSamePage(a: WantedPage | null, b: WantedPage | null): boolean {
  return a?.number === b?.number && a?.cursor === b?.cursor
}
