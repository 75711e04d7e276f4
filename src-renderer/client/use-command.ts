import { useCallback, useRef, useState } from 'react'
import type { CommandName, InputFor, OutputFor } from '#shared/contract.ts'
import { useClient } from './client-provider.tsx'
import type { Outcome, Problem } from './problem.ts'

export interface CommandHandle<N extends CommandName> {
  /** Sends it; while one is on its way the same promise comes back, so that Enter pressed twice saves once. */
  readonly run: (input: InputFor<N>) => Promise<Outcome<OutputFor<N>>>
  readonly isPending: boolean
  /** Of the last attempt, until the next one or `forgive`. */
  readonly problem: Problem | null
  readonly forgive: () => void
}

/**
 * A command of a form. Its id is made when the form opens and anew after each accepted save (W8): what is sent again after
 * a lost answer is the same command, and what is sent after a refusal may be another.
 */
export function useCommand<N extends CommandName>(name: N): CommandHandle<N> {
  const { ask, newId } = useClient()
  const commandId = useRef<string | null>(null)
  const onItsWay = useRef<Promise<Outcome<OutputFor<N>>> | null>(null)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const run = useCallback(
    (input: InputFor<N>) => {
      if (onItsWay.current !== null) return onItsWay.current
      commandId.current ??= newId()
      setPending(true)
      const sent = ask.command(name, input, commandId.current).then((outcome) => {
        onItsWay.current = null
        if (outcome.ok) commandId.current = null
        setPending(false)
        setProblem(outcome.ok ? null : outcome.problem)
        return outcome
      })
      onItsWay.current = sent
      return sent
    },
    [ask, name, newId],
  )
  const forgive = useCallback(() => setProblem(null), [])
  return { run, isPending, problem, forgive }
}
