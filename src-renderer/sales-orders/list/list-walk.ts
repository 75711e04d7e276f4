import { useCallback } from 'react'
import { useKeptState } from '#renderer/client/index.ts'
import type { RowSource } from '#renderer/ui/index.ts'

/** The orders round the one that was opened from the list, for J and K on its page. */
const reach = 200
const noIds: readonly string[] = []

export function useListWalk(): {
  readonly ids: readonly string[]
  readonly remember: (ids: readonly string[]) => void
} {
  const [ids, remember] = useKeptState('sales-orders.walk', noIds, isIds)
  return { ids, remember: useCallback((next: readonly string[]) => remember(next), [remember]) }
}

/** Ids of the rows in memory round one of them. */
export function idsAround(rows: RowSource<{ readonly id: string }>, id: string): readonly string[] {
  const at = Array.from({ length: rows.count }, (_, index) => index).find((index) => rows.rowAt(index)?.id === id) ?? 0
  const from = Math.max(0, at - reach)
  const around = Array.from(
    { length: Math.min(rows.count, at + reach) - from },
    (_, step) => rows.rowAt(from + step)?.id,
  )
  return around.filter((each) => each !== undefined)
}

/** The row with an id, among those in memory. */
export function rowWith<T extends { readonly id: string }>(rows: RowSource<T>, id: string | null): T | undefined {
  for (let index = 0; id !== null && index < rows.count; index += 1) {
    const row = rows.rowAt(index)
    if (row?.id === id) return row
  }
  return undefined
}

/** The order before or after one; undefined at the ends. */
export function neighbourOf(ids: readonly string[], id: string, by: -1 | 1): string | undefined {
  const at = ids.indexOf(id)
  return at < 0 ? undefined : ids[at + by]
}

function isIds(kept: unknown): kept is readonly string[] {
  return Array.isArray(kept) && kept.every((each) => typeof each === 'string')
}
