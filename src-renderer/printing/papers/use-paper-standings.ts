import { useMemo } from 'react'
import { useQuery, useSession } from '#renderer/client/index.ts'
import { type PaperStanding, paperStandings } from './paper-standing.ts'

/** Every paper that can be made of a document at this station, with the last that is known of each. */
export function usePaperStandings(about: string, documentId: string): readonly PaperStanding[] {
  const { may } = useSession()
  const seesJobs = may('printJob.see')
  const papers = useQuery('printRoute.list', {}, { isWanted: may('printRoute.see') }).value?.papers
  const own = { dropsLast: true, isWanted: seesJobs }
  const jobs = useQuery('printJob.list', { documentId, limit: 200 }, own).value?.rows
  const outcomes = useQuery('printOutcome.list', { documentId }, own).value?.outcomes
  return useMemo(() => paperStandings(papers ?? [], about, jobs ?? [], outcomes ?? []), [papers, about, jobs, outcomes])
}
