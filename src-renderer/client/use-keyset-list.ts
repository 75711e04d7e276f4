import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputFor, OutputFor, QueryName } from '#shared/contract.ts'
import { useClient } from './client-provider.tsx'
import { dependsOn, touchedBy } from './refresh.ts'

/** Queries that answer a page at a time: `after` goes in, `next` comes out. */
export type ListName = {
  [N in QueryName]: OutputFor<N> extends { readonly rows: readonly unknown[]; readonly next: unknown } ? N : never
}[QueryName]

export type RowOf<N extends ListName> = OutputFor<N>['rows'][number]

export interface KeysetList<Row> {
  readonly listKey: string
  readonly fetchPage: (
    cursor: string | null,
    signal: AbortSignal,
  ) => Promise<{ rows: readonly Row[]; next: string | null }>
  readonly version: number
}

// Changes in a list on screen come in bursts (an import, a slice from another station).
const PAUSE_MS = 120

/**
 * A list of any length, for `useKeysetRows` of the data table: pages come when they are needed, and a change anywhere in
 * what the list depends on makes it ask again. `input` is the filter without `after`.
 */
export function useKeysetList<N extends ListName>(name: N, input: Omit<InputFor<N>, 'after'>): KeysetList<RowOf<N>> {
  const { ask, wire } = useClient()
  const { i18n } = useTranslation()
  const [version, setVersion] = useState(0)
  const filter = JSON.stringify(input)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const renew = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setVersion((count) => count + 1)
      }, PAUSE_MS)
    }
    const offAnnouncement = wire.onAnnouncement((news) => {
      if (dependsOn(name, touchedBy(news))) renew()
    })
    const offResumed = wire.onResumed(renew)
    return () => {
      clearTimeout(timer)
      offAnnouncement()
      offResumed()
    }
  }, [wire, name])

  const fetchPage = useCallback<KeysetList<RowOf<N>>['fetchPage']>(
    async (cursor) => {
      // Cursors are made by the core; the table only hands them back, so they travel through it as text.
      const after = cursor === null ? null : JSON.parse(cursor)
      const page = await ask.query(name, { ...JSON.parse(filter), after })
      return { rows: page.rows, next: page.next === null ? null : JSON.stringify(page.next) }
    },
    [ask, name, filter],
  )
  return { listKey: `${name} ${i18n.language} ${filter}`, fetchPage, version }
}
