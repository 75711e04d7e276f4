/** The way of a print job, step by step: where a station is killed. */
export const printSteps = [
  /** In the transaction that wants the paper, before its commit. */
  'wish',
  /** Wanted, and nothing more. */
  'queued',
  /** Its bytes lie beside the database, and no row speaks of them. */
  'drawn',
  /** The printer has said that it can print; the journal does not say "sending" yet. */
  'asked',
  /** The journal says "sending", and not a byte has left. */
  'sending',
  /** Half of it has left. */
  'partly',
  /** All of it has left, and nobody has heard what came of it. */
  'allGone',
  /** What came of it is known, and stands nowhere. */
  'answered',
  /** What came of it stands in the journal of this station alone. */
  'settled',
  /** Every station is to know. */
  'rest',
] as const
export type PrintStep = (typeof printSteps)[number]

/** Of the wish itself: one command wants the papers of all devices, and they stand or fall together. */
export const stepsOfTheWish: readonly PrintStep[] = ['wish', 'queued']

/** Steps at which the whole station is ended; at the others one paper can be held while others go on. */
export const stepsThatKill: readonly PrintStep[] = [...stepsOfTheWish, 'asked', 'settled']

/** How the journal stands at a step: proof that the kill was where it was to be. Undefined: it says nothing. */
export const journalAt: Readonly<Record<PrintStep, readonly (string | undefined)[]>> = {
  wish: [undefined],
  queued: ['queued'],
  drawn: ['queued'],
  asked: ['queued'],
  sending: ['sending'],
  partly: ['sending'],
  allGone: ['sending'],
  // A printer without paper answers before anything is journalled.
  answered: ['sending', 'queued'],
  settled: ['printed', 'handed_over', 'unknown', 'failed_before_send', 'queued'],
  rest: ['printed', 'handed_over', 'unknown', 'failed_before_send', 'queued'],
}
