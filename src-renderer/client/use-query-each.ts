import { useQueries as useManyCached } from '@tanstack/react-query'
import type { InputFor, OutputFor, QueryName } from '#shared/contract.ts'
import { useClient } from './client-provider.tsx'

/** One question with many inputs (each product of an order): an answer per input, undefined while it is not known. */
export function useQueryEach<N extends QueryName>(
  name: N,
  inputs: readonly InputFor<N>[],
): readonly (OutputFor<N> | undefined)[] {
  const { ask } = useClient()
  return useManyCached({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: () => ask.query(name, input) })),
    combine: answersOf,
  })
}

// One function for ever: the library then hands out the same array until an answer changes.
function answersOf<T>(results: readonly { readonly data: T | undefined }[]): readonly (T | undefined)[] {
  return results.map(({ data }) => data)
}
