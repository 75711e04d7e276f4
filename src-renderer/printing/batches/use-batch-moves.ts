import { useState } from 'react'
import { type Problem, useLocal } from '#renderer/client/index.ts'

export interface BatchMoves {
  readonly pause: (isPaused: boolean) => void
  readonly stop: () => void
  /** The first page that is missing at a printer; null: all of it came out. */
  readonly answer: (printerId: string, fromPage: number | null) => Promise<boolean>
  /** How many papers the last stop called off. */
  readonly stopped: number | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
}

export function useBatchMoves(id: string): BatchMoves {
  const pausing = useLocal('printBatch.pause')
  const stopping = useLocal('printBatch.stop')
  const answering = useLocal('printBatch.answer')
  const [stopped, setStopped] = useState<number | null>(null)
  const all = [pausing, stopping, answering]
  return {
    pause: (isPaused) => void pausing.run({ id, isPaused }),
    stop: () =>
      void stopping.run({ id }).then((done) => {
        if (done.ok) setStopped(done.value.cancelled)
      }),
    answer: async (printerId, fromPage) => (await answering.run({ id, printerId, fromPage })).ok,
    stopped,
    isBusy: all.some(({ isPending }) => isPending),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
    forgive: () => {
      for (const each of all) each.forgive()
    },
  }
}
