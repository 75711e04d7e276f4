import { useEffect, useState } from 'react'
import { useQuery } from '#renderer/client/index.ts'

/** Sooner than this it has usually reached the cloud, and a mark that flickers tells nobody anything. */
const quietMilliseconds = 3000

export interface WaitingDocuments {
  readonly docs: ReadonlySet<string>
  /** The cloud cannot be reached: then it is said at once. */
  readonly isOffline: boolean
}

/**
 * Which of these documents people should see waiting for the cloud. Nothing is asked while the outbox is empty; then all of
 * them at once. Without a cloud nothing waits.
 */
export function useWaiting(docs: readonly string[]): WaitingDocuments {
  const status = useQuery('sync.status', {}).value
  const isWanted = docs.length > 0 && (status?.waiting ?? 0) > 0
  const answer = useQuery('sync.waiting', { docs: [...docs] }, { isWanted }).value
  const isOffline = status !== undefined && !['inStep', 'starting', 'fetching'].includes(status.state.is)
  const waiting = isWanted ? (answer?.docs ?? []) : []
  const since = useSince(waiting)
  const long = waiting.filter((doc) => isOffline || since.long.has(doc))
  return { docs: new Set(long), isOffline }
}

interface Since {
  readonly first: ReadonlyMap<string, number>
  readonly long: ReadonlySet<string>
}

const never: Since = { first: new Map(), long: new Set() }

/** Remembers when each was first seen to wait, by a clock that nobody sets. */
function useSince(waiting: readonly string[]): Since {
  const [since, setSince] = useState(never)
  const key = [...waiting].sort().join(' ')
  useEffect(() => {
    const docs = key === '' ? [] : key.split(' ')
    const look = () =>
      setSince(({ first }) => {
        const now = performance.now()
        const kept = new Map(docs.map((doc) => [doc, first.get(doc) ?? now]))
        return { first: kept, long: new Set(docs.filter((doc) => now - (kept.get(doc) ?? now) >= quietMilliseconds)) }
      })
    look()
    if (docs.length === 0) return
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [key])
  return since
}
