import { type ReactNode, useCallback, useRef, useState } from 'react'
import { type Problem, useClient, useSession } from '#renderer/client/index.ts'
import { isNoSuchPaper } from '#shared/printing/no-such-paper.ts'
import { MissingRouteDialog } from './missing-route-dialog.tsx'
import type { WantedPaper } from './route-wish.ts'

/** A paper that was not taken into the queue, and why. */
export interface LeftOut {
  readonly paper: WantedPaper
  readonly problem: Problem
}

/** Papers with no printer yet, and whether all of the document were wanted. */
interface Asked {
  readonly papers: readonly WantedPaper[]
  readonly isAll: boolean
}

export interface PaperPrinting {
  readonly mayPrint: boolean
  /** Into the queue, each by itself: one that cannot be made does not keep the others back. */
  readonly print: (papers: readonly WantedPaper[]) => Promise<void>
  /** All that the document has; what it has none of is left out without a word (PR88). */
  readonly printAll: (papers: readonly WantedPaper[]) => Promise<void>
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
  const [asked, setAsked] = useState<Asked>({ papers: [], isAll: false })

  const send = useCallback(
    async ({ papers, isAll }: Asked, remember: boolean) => {
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
        else if (isAll && problem.kind === 'refused' && isNoSuchPaper(problem.refusal)) continue
        else refused.push({ paper, problem })
      }
      isUnderway.current = false
      setPending(false)
      setLeftOut(refused)
      setAsked({ papers: withoutRoute, isAll })
    },
    [ask, newId],
  )

  return {
    mayPrint: may('printJob.print'),
    print: useCallback((papers) => send({ papers, isAll: false }, false), [send]),
    printAll: useCallback((papers) => send({ papers, isAll: true }, false), [send]),
    isPending,
    leftOut,
    forgive: useCallback(() => setLeftOut([]), []),
    question:
      asked.papers.length === 0 ? null : (
        <MissingRouteDialog
          wanted={asked.papers}
          isBusy={isPending}
          onPrint={(papers, remember) => void send({ ...asked, papers }, remember)}
          onClose={() => setAsked({ ...asked, papers: [] })}
        />
      ),
  }
}
