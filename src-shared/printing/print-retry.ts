import type { PrintDocument } from './print-document.ts'
import { isStale } from './print-job-states.ts'
import { mayRetryByItself, type SendOutcome, type SendReason } from './print-outcome.ts'

/** What no waiting cures: somebody has to change a setting, a cable or a plug. */
const lasting: ReadonlySet<SendReason> = new Set([
  'wrongLanguage',
  'notUnderstood',
  'queueMissing',
  'spoolerMissing',
  'folderMissing',
  'folderNotWritable',
  'notAllowed',
  'formatNotSupported',
  'settingNotSupported',
  'otherPrinter',
  'deviceNotAllowed',
  'portNotSet',
  'programMissing',
])

const waits = [2, 5, 10, 20, 30, 60] as const

/** Seconds until a machine may try once more, or null: from here on a person is asked (P2). */
export function secondsToNextTry(
  outcome: Pick<SendOutcome, 'state' | 'bytesSent' | 'reason'>,
  tries: number,
  wantedAt: string,
  now: string,
): number | null {
  if (!mayRetryByItself(outcome) || (outcome.reason !== null && lasting.has(outcome.reason))) return null
  // Ten minutes: whoever wanted the paper is still standing there, or has found another way.
  if (isStale(wantedAt, now)) return null
  return waits[Math.min(tries, waits.length - 1)] ?? null
}

/** P4: only receipts are held; a label or sheet is still wanted tomorrow. */
export function isHeldBack(form: PrintDocument['form'], wantedAt: string, now: string): boolean {
  return form === 'receipt' && isStale(wantedAt, now)
}
