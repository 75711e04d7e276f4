import { type ReactNode, useState } from 'react'
import { type Problem, useCommand, useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { MissingRouteDialog } from '../papers/missing-route-dialog.tsx'

interface BatchWish {
  readonly documentIds: readonly string[]
  readonly kinds: readonly string[]
}

export interface BatchPrinting {
  readonly mayPrint: boolean
  /** Kinds of paper there are of such documents, in the order they come out in. */
  readonly kinds: readonly string[]
  /** Makes the batch and leads to it; asks first where a kind comes out that has no printer yet. */
  readonly print: (wish: BatchWish) => void
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
  /** Draw it once. */
  readonly question: ReactNode
}

/** Papers of many documents as one batch (PRN-04): missing printers are asked about once for each kind (P20). */
export function useBatchPrinting(about: string): BatchPrinting {
  const { may } = useSession()
  const go = useGo()
  const making = useCommand('printBatch.make')
  const all = useQuery('printRoute.list', {}, { isWanted: may('printRoute.see') }).value?.papers ?? []
  const papers = all.filter((paper) => paper.about === about)
  const [asked, setAsked] = useState<BatchWish | null>(null)
  const withoutRoute = (kind: string) => papers.find((paper) => paper.kind === kind)?.route === null

  const send = async ({ documentIds, kinds }: BatchWish, printers: Record<string, string>, remember: boolean) => {
    const made = await making.run({ documentIds: [...documentIds], kinds: [...kinds], printers, remember })
    setAsked(null)
    if (made.ok) go(`/print-batches/${made.value.id}`)
  }
  const print = (wish: BatchWish) => {
    if (wish.documentIds.length === 0 || wish.kinds.length === 0) return
    if (wish.kinds.some(withoutRoute)) setAsked(wish)
    else void send(wish, {}, false)
  }
  return {
    mayPrint: may('printJob.print') && papers.length > 0,
    kinds: papers.map(({ kind }) => kind),
    print,
    isPending: making.isPending,
    problem: making.problem,
    forgive: making.forgive,
    question: asked !== null && (
      <MissingRouteDialog
        wanted={asked.kinds.filter(withoutRoute).map((kind) => ({ kind, documentId: asked.documentIds[0] ?? '' }))}
        isBusy={making.isPending}
        onPrint={(chosen, remember) => {
          const printers: Record<string, string> = {}
          for (const { kind, printerId } of chosen) if (printerId !== undefined) printers[kind] = printerId
          // What got no printer is left out.
          const kinds = asked.kinds.filter((kind) => !withoutRoute(kind) || printers[kind] !== undefined)
          void send({ ...asked, kinds }, printers, remember)
        }}
        onClose={() => setAsked(null)}
      />
    ),
  }
}
