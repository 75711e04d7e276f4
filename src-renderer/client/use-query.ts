import { keepPreviousData, useQuery as useCached } from '@tanstack/react-query'
import type { InputFor, OutputFor, QueryName } from '#shared/contract.ts'
import { useClient } from './client-provider.tsx'
import { type Problem, problemOf } from './problem.ts'

export interface QueryOptions {
  /** False while the question makes no sense yet; nothing is asked and nothing is shown. */
  readonly isWanted?: boolean
  /** Drops the answer to other input instead of showing it until the new one is there: for another document's page. */
  readonly dropsLast?: boolean
}

export interface Answer<T> {
  /** The last known answer, also while a newer one is fetched or could not be. */
  readonly value: T | undefined
  /** Nothing known yet: the only moment at which a screen may be empty. */
  readonly isFirstLoad: boolean
  /** The value belongs to earlier input. */
  readonly isOfEarlierInput: boolean
  readonly problem: Problem | null
  /** Moment of the answer, in milliseconds; 0 before the first. */
  readonly answeredAt: number
  readonly askAgain: () => void
}

/** Asks the core and asks again whenever something the answer depends on was changed, here or elsewhere. */
export function useQuery<N extends QueryName>(
  name: N,
  input: InputFor<N>,
  options: QueryOptions = {},
): Answer<OutputFor<N>> {
  const { isWanted = true, dropsLast = false } = options
  const { ask } = useClient()
  const cached = useCached<OutputFor<N>>({
    queryKey: [name, input],
    queryFn: () => ask.query(name, input),
    enabled: isWanted,
    ...(dropsLast ? {} : { placeholderData: keepPreviousData }),
  })
  return {
    value: isWanted ? cached.data : undefined,
    isFirstLoad: cached.isPending && cached.fetchStatus !== 'idle',
    isOfEarlierInput: cached.isPlaceholderData,
    problem: cached.error === null ? null : problemOf(cached.error),
    answeredAt: cached.dataUpdatedAt,
    askAgain: () => void cached.refetch(),
  }
}
