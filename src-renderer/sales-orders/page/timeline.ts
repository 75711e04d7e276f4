import type { GlyphName } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'

type OrderNote = OutputFor<'salesOrder.get'>['notes'][number]
type PrintOutcome = OutputFor<'printOutcome.list'>['outcomes'][number]
type Payment = OutputFor<'payment.ofOrder'>['payments'][number]

export const timelineKinds = ['change', 'note', 'payment', 'paper'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** What one moment of an order's life says; words are made from it by the screen. */
export type TimelineSaying =
  | { readonly word: string; readonly params: Readonly<Record<string, string | number>> }
  /** In a person's own words. */
  | { readonly text: string }

export interface TimelineEvent {
  readonly id: string
  readonly at: string
  readonly kind: TimelineKind
  readonly glyph: GlyphName | 'pencil' | 'note' | 'paper'
  readonly saying: TimelineSaying
  /** Name of the person; '' where nobody did it. */
  readonly who: string
  /** Code of the station. */
  readonly where: string
  /** At the right in mono: a reference. */
  readonly code: string
  readonly reason: string
}

/** One timeline of changes, notes, payments and papers, newest first; at the same moment in the order given. */
export function mergedTimeline(...sources: readonly (readonly TimelineEvent[])[]): readonly TimelineEvent[] {
  return sources.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

export function noteEvents(notes: readonly OrderNote[]): readonly TimelineEvent[] {
  return notes.map(({ id, text, writtenBy, writtenAt }) => ({
    id,
    at: writtenAt,
    kind: 'note',
    glyph: 'note',
    saying: { text },
    who: writtenBy,
    where: '',
    code: '',
    reason: '',
  }))
}

/** Money received, and money taken back; `amountOf` writes an amount as the reader does. */
export function paymentEvents(
  payments: readonly Payment[],
  amountOf: (amount: number) => string,
): readonly TimelineEvent[] {
  return payments.map((payment) => ({
    id: payment.id,
    at: payment.receivedAt,
    kind: 'payment',
    glyph: payment.reverses === null ? 'ink-check' : 'ink-ring-arrow-back',
    saying: said(payment.reverses === null ? `timeline.payment.${payment.part}` : 'timeline.payment.reversed', {
      amount: amountOf(Math.abs(payment.amount)),
      method: payment.method,
    }),
    who: payment.receivedByName,
    where: '',
    code: payment.reference,
    reason: payment.reason,
  }))
}

const glyphOfResult: Readonly<Record<PrintOutcome['result'], GlyphName>> = {
  printed: 'ink-check',
  handed_over: 'ink-ring-arrow-down',
  unknown: 'unknown',
  not_there: 'called-off',
}

/** What was printed, on whichever station; COPY n is said from the second on. */
export function paperEvents(outcomes: readonly PrintOutcome[]): readonly TimelineEvent[] {
  return outcomes.map(({ printJobId, kind, copy, result, at, byName, printerName, stationCode }) => ({
    id: printJobId,
    at,
    kind: 'paper',
    glyph: glyphOfResult[result],
    saying: said(copy > 1 ? `timeline.paper.${result}Copy` : `timeline.paper.${result}`, { paper: kind, copy }),
    who: [byName, printerName].filter(Boolean).join(' · '),
    where: stationCode,
    code: '',
    reason: '',
  }))
}

export function said(word: string, params: Readonly<Record<string, string | number>> = {}): TimelineSaying {
  return { word, params }
}
