import { useCallback, useState } from 'react'
import type { InputFor, LocalName, OutputFor } from '#shared/contract.ts'
import { useClient } from './client-provider.tsx'
import type { Outcome, Problem } from './problem.ts'

export interface LocalHandle<N extends LocalName> {
  readonly run: (input: InputFor<N>) => Promise<Outcome<OutputFor<N>>>
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
}

/** An action on what belongs to this station alone (session, drafts, printers): no id, nothing is recorded. */
export function useLocal<N extends LocalName>(name: N): LocalHandle<N> {
  const { ask } = useClient()
  const [pending, setPending] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = useCallback(
    async (input: InputFor<N>) => {
      setPending((count) => count + 1)
      const outcome = await ask.local(name, input)
      setPending((count) => count - 1)
      setProblem(outcome.ok ? null : outcome.problem)
      return outcome
    },
    [ask, name],
  )
  const forgive = useCallback(() => setProblem(null), [])
  return { run, isPending: pending > 0, problem, forgive }
}
