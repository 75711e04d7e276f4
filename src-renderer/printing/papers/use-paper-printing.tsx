import { type ReactNode, useCallback, useRef, useState } from 'react'
import { type Problem, useClient, useSession } from '#renderer/client/index.ts'
import { MissingRouteDialog } from './missing-route-dialog.tsx'
import type { WantedPaper } from './route-wish.ts'

/** A paper that was not taken into the queue, and why. */
export interface LeftOut {
  readonly paper: WantedPaper
  readonly problem: Problem
}

export interface PaperPrinting {
  readonly mayPrint: boolean
  /** Into the queue, each by itself: one that cannot be made does not keep the others back. */
  readonly print: (papers: readonly WantedPaper[]) => Promise<void>
  readonly isPending: boolean
  /** Of the last wish. */
  readonly leftOut: readonly LeftOut[]
  readonly forgive: () => void
  /** The question where a paper comes out, when nobody has said so yet; draw it once. */
  readonly question: ReactNode
}

/** Printing from any page: what has a route goes to its printer, what has none is asked about once (P20). */
export function usePaperPrinting(): PaperPrinting {
  const { ask, newId } = useClient()
  const { may } = useSession()
  const isUnderway = useRef(false)
  const [isPending, setPending] = useState(false)
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([])
  const [asked, setAsked] = useState<readonly WantedPaper[]>([])

  const send = useCallback(
    async (papers: readonly WantedPaper[], remember: boolean) => {
      // A second press while the first is on its way is the same wish.
      if (isUnderway.current) return
      isUnderway.current = true
      setPending(true)
      const withoutRoute: WantedPaper[] = []
      const refused: LeftOut[] = []
      for (const paper of papers) {
        const outcome = await ask.command('paper.print', { papers: [paper], remember }, newId())
        if (outcome.ok) continue
        const { problem } = outcome
        if (problem.kind === 'refused' && problem.refusal.code === 'printRoute.missing') withoutRoute.push(paper)
        else refused.push({ paper, problem })
      }
      isUnderway.current = false
      setPending(false)
      setLeftOut(refused)
      setAsked(withoutRoute)
    },
    [ask, newId],
  )

  return {
    mayPrint: may('printJob.print'),
    print: useCallback((papers) => send(papers, false), [send]),
    isPending,
    leftOut,
    forgive: useCallback(() => setLeftOut([]), []),
    question:
      asked.length === 0 ? null : (
        <MissingRouteDialog
          wanted={asked}
          isBusy={isPending}
          onPrint={(papers, remember) => void send(papers, remember)}
          onClose={() => setAsked([])}
        />
      ),
  }
}
