import type { OutputFor } from '#shared/contract.ts'

type Paper = OutputFor<'printRoute.list'>['papers'][number]
type PrintOutcome = OutputFor<'printOutcome.list'>['outcomes'][number]

export interface PaperState {
  readonly kind: string
  /** Null: never printed. */
  readonly result: PrintOutcome['result'] | null
  /** How often it came out. */
  readonly times: number
  readonly at: string
}

/** Papers of a sales order and the last word on each; "printed" is only said where a printer confirmed it. */
export function paperStates(papers: readonly Paper[], outcomes: readonly PrintOutcome[]): readonly PaperState[] {
  return papers
    .filter(({ about }) => about === 'sales_order')
    .map(({ kind }) => {
      const own = outcomes.filter((outcome) => outcome.kind === kind)
      const [last] = own.toSorted((a, b) => (a.at < b.at ? 1 : -1))
      const times = own.filter(({ result }) => result === 'printed' || result === 'handed_over').length
      return { kind, result: last?.result ?? null, times, at: last?.at ?? '' }
    })
}
