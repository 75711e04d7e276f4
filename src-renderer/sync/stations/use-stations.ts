import { useCallback, useEffect, useState } from 'react'
import { type Problem, useClient, useLocal } from '#renderer/client/index.ts'
import type { OutputFor } from '#shared/contract.ts'

type Stations = OutputFor<'sync.stations'>
export type Station = Stations['stations'][number]
export type Incident = Stations['incidents'][number]

/** What others do is not announced here: the cloud is asked now and then while the page is looked at. */
const everyMilliseconds = 4_000

const none: readonly Incident[] = []

/** The stations as the cloud knows them. What was heard last stays while it cannot be reached. */
export function useStations(hasCloud: boolean): {
  readonly stations: readonly Station[] | undefined
  readonly incidents: readonly Incident[]
  readonly problem: Problem | null
  readonly askAgain: () => void
} {
  const { wire } = useClient()
  const { run, problem } = useLocal('sync.stations')
  const [stations, setStations] = useState<Stations>()
  const ask = useCallback(async () => {
    const outcome = await run({})
    if (outcome.ok) setStations(outcome.value)
  }, [run])
  useEffect(() => {
    if (!hasCloud) return
    void ask()
    const timer = setInterval(() => void ask(), everyMilliseconds)
    const stop = wire.onAnnouncement(({ local }) => local.includes('secret') && void ask())
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [hasCloud, ask, wire])
  return { stations: stations?.stations, incidents: stations?.incidents ?? none, problem, askAgain: () => void ask() }
}
