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
  wantedPage,
} from './keyset-pages.ts'
import type { RowSource } from './row-source.ts'

interface KeysetOptions<Row> {
  /** Names filter and order; another name is another list, fetched from its beginning. */
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
}

// Pages kept in memory before and behind the screen.
const LEAD_PAGES = 10

/** A list of any length for a `DataTable`: pages come when they are needed and leave when they are far away. */
export function useKeysetRows<Row>(options: KeysetOptions<Row>): RowSource<Row> {
  const { listKey, fetchPage, version = 0, total = null } = options
  // The old list stays on screen until the first page of the new one is there.
  const [held, setHeld] = useState<HeldList<Row>>({ listKey, list: NO_PAGES })
  const [failed, setFailed] = useState<{ listKey: string; reason: unknown } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [screen, setScreen] = useState({ first: 0, last: 0 })
  const fetchLatest = useLatest(fetchPage)

  const seenVersion = useRef(version)
  useEffect(() => {
    if (seenVersion.current === version) return
    seenVersion.current = version
    setHeld((now) => ({ ...now, list: markStale(now.list) }))
  }, [version])

  const problem = failed?.listKey === listKey ? failed.reason : null
  const isSameList = held.listKey === listKey
  const wanted = isSameList ? wantedPage(held.list, screen.first, screen.last) : { number: 0, cursor: null }
  const number = wanted?.number ?? null
  const cursor = wanted?.cursor ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version makes an answer under way worthless, a retry asks for the same page
  useEffect(() => {
    if (number === null || problem !== null) return
    const abort = new AbortController()
    fetchLatest.current(cursor, abort.signal).then(
      (fetched) => {
        if (abort.signal.aborted) return
        setHeld((now) => {
          const list: KeysetPages<Row> = now.listKey === listKey ? now.list : NO_PAGES
          return { listKey, list: placePage(list, { number, cursor }, fetched) }
        })
      },
      (reason: unknown) => {
        if (!abort.signal.aborted) setFailed({ listKey, reason })
      },
    )
    return () => abort.abort()
  }, [listKey, number, cursor, version, attempt, problem, fetchLatest])

  const showing = useCallback((first: number, last: number) => {
    setScreen((now) => (now.first === first && now.last === last ? now : { first, last }))
    setHeld((now) => {
      const list = giveUpFar(now.list, first, last, LEAD_PAGES)
      return list === now.list ? now : { ...now, list }
    })
  }, [])
  const retry = useCallback(() => {
    setFailed(null)
    setAttempt((count) => count + 1)
  }, [])

  return useMemo(
    () => ({
      count: knownCount(held.list),
      hasMore: held.list.next !== null,
      total,
      rowAt: (index) => keysetRowAt(held.list, index),
      showing,
      isFirstLoad: held.list.next === undefined && problem === null,
      problem,
      retry,
    }),
    [held, total, showing, problem, retry],
  )
}
