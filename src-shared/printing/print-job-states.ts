import { type EventIn, type StateOf, stateMachine, statesOf } from '../kernel/state-machine.ts'
import type { SendState } from './print-outcome.ts'

/** The life of a print job: bytes for one printer. */
export const printJobMachine = stateMachine('queued', {
  queued: { send: 'sending', cancel: 'cancelled' },
  sending: { prove: 'printed', handOver: 'handed_over', loseSight: 'unknown', fail: 'failed_before_send' },
  // A spooler may still say how it ended.
  handed_over: { prove: 'printed', loseSight: 'unknown', deny: 'cancelled', sendAgain: 'queued' },
  // Asked: is it there? Another print is a print job of its own, with a COPY tag.
  // Only of a batch does a person say page by page how far it came: what was not there goes out as it was.
  unknown: { confirm: 'printed', deny: 'cancelled', sendAgain: 'queued' },
  failed_before_send: { retry: 'queued', cancel: 'cancelled' },
  printed: { deny: 'cancelled', sendAgain: 'queued' },
  cancelled: {},
})

export type PrintJobState = StateOf<typeof printJobMachine>
export type PrintJobEvent = EventIn<typeof printJobMachine>
export const printJobStates = statesOf(printJobMachine)

/** Who may say so. Only a person can see paper; only the sender knows what left. Retrying may be either (P2). */
export const printJobEventBy: Readonly<Record<PrintJobEvent, readonly ('machine' | 'person')[]>> = {
  send: ['machine'],
  prove: ['machine'],
  handOver: ['machine'],
  loseSight: ['machine'],
  fail: ['machine'],
  retry: ['machine', 'person'],
  confirm: ['person'],
  deny: ['person'],
  sendAgain: ['person'],
  cancel: ['person'],
}

/** What the outcome of sending does to a print job. */
export const printJobEventOf: Readonly<Record<SendState, PrintJobEvent>> = {
  printed: 'prove',
  handed_over: 'handOver',
  unknown: 'loseSight',
  failed_before_send: 'fail',
}

/** States in which a person is asked something. */
export const printJobStatesThatAsk: readonly PrintJobState[] = ['unknown', 'failed_before_send']

/** P5: what a crash makes of a state. A print job that was being sent is never silently sent again, nor dropped. */
export function afterCrash(state: PrintJobState): PrintJobState {
  return state === 'sending' ? 'unknown' : state
}

/** P3: two clicks or two windows that mean the same paper make one print job. */
export function printJobKey(paper: {
  readonly documentId: string
  readonly revision: string
  readonly copy: number
  readonly printerId: string
}): string {
  return [paper.documentId, paper.revision, String(paper.copy), paper.printerId].map(encodeURIComponent).join('/')
}

/** P4: what waited too long is held and asked about, not printed when the printer is switched on next morning. */
export function isStale(queuedAt: string, now: string, minutes = 10): boolean {
  return Date.parse(now) - Date.parse(queuedAt) > minutes * 60_000
}
