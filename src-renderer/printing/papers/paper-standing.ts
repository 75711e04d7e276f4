import { type GlyphName, statusGlyphs } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { jobWord, type PrintJobRow } from '../words/job-word.ts'

type Paper = OutputFor<'printRoute.list'>['papers'][number]
type Outcome = OutputFor<'printOutcome.list'>['outcomes'][number]

export interface PaperStanding {
  readonly kind: string
  readonly form: PrintJobRow['form']
  readonly forms: Paper['forms']
  readonly hasRoute: boolean
  readonly glyph: GlyphName
  /** Under `screen.standing.` in the texts. */
  readonly word: string
  readonly tone: 'plain' | 'settled' | 'needs'
  /** How often it is known to have come out. */
  readonly times: number
  readonly at: string | null
  readonly reason: string | null
}

/**
 * Papers of a document, each with the last that is known of it: what this station's queue says while it is on its way,
 * then what any station wrote down. Never "printed" without proof (P1).
 */
export function paperStandings(
  papers: readonly Paper[],
  about: string,
  jobs: readonly PrintJobRow[],
  outcomes: readonly Outcome[],
): readonly PaperStanding[] {
  return papers
    .filter((paper) => paper.about === about)
    .map(({ kind, forms, route }) => {
      const paper = { kind, forms, form: forms[0] ?? 'page', hasRoute: route !== null }
      const own = outcomes.filter((outcome) => outcome.kind === kind)
      const times = own
        .filter(({ result }) => result === 'printed' || result === 'handed_over')
        .reduce((sum, { copies }) => sum + copies, 0)
      const job = jobs.filter((each) => each.kind === kind).toSorted(latestFirst('wantedAt'))[0]
      const outcome = own.toSorted(latestFirst('at'))[0]
      if (job !== undefined && isOpen(job)) {
        const { glyph, word, tone } = jobWord(job)
        return { ...paper, form: job.form, glyph, word, tone, times, at: job.wantedAt, reason: job.reason }
      }
      if (outcome === undefined) {
        return { ...paper, glyph: 'dashed', word: 'notYet', tone: 'settled', times: 0, at: null, reason: null }
      }
      return { ...paper, ...outcomeWord(outcome, times), times, at: outcome.at, reason: null }
    })
}

function isOpen({ state }: PrintJobRow): boolean {
  return state === 'queued' || state === 'sending' || state === 'failed_before_send' || state === 'unknown'
}

function outcomeWord({ result }: Outcome, times: number): Pick<PaperStanding, 'glyph' | 'word' | 'tone'> {
  const glyphs = statusGlyphs.printJob
  switch (result) {
    case 'printed':
      return { glyph: glyphs.printed, word: times > 1 ? 'printedTimes' : 'printed', tone: 'settled' }
    case 'handed_over':
      return { glyph: glyphs.handedOver, word: times > 1 ? 'handedOverTimes' : 'handedOver', tone: 'settled' }
    case 'unknown':
      return { glyph: glyphs.unknown, word: 'unknown', tone: 'needs' }
    case 'not_there':
      return { glyph: glyphs.cancelled, word: 'notThere', tone: 'settled' }
  }
}

function latestFirst<K extends string>(at: K) {
  return (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>) => (a[at] < b[at] ? 1 : -1)
}
