import { setTimeout as later } from 'node:timers/promises'
import type { SendReason, SendState } from '#shared/printing/print-outcome.ts'
import { describedBy } from './ipp-description.ts'
import type { IppLimits, IppReply } from './ipp-line.ts'
import { attributesOf, ippTag } from './ipp-message.ts'
import type { ReachedPrinter } from './ipp-printer.ts'
import { ippStatus, numberOf, textOf, textsOf } from './ipp-requests.ts'

interface JobEnd {
  readonly state: SendState
  readonly reason: SendReason | null
  readonly detail: string | null
}

const jobState = { pending: 3, canceled: 7, aborted: 8, completed: 9 } as const
/** However long the line before it: after so many times the limit without an end a person is asked. */
const patience = 10

/**
 * Watches a print job until the printer says how it ended, or nothing has changed for too long. A job that stands in line
 * behind those of others changes nothing and is waited for all the same (P6).
 */
export async function followJob(printer: ReachedPrinter, job: number, limits: IppLimits): Promise<JobEnd> {
  const last = Date.now() + limits.job * patience
  let deadline = Date.now() + limits.job
  let said = ''
  for (;;) {
    const reply = await printer.ask(printer.requests.jobAttributes(job))
    if ('reason' in reply && reply.status === ippStatus.notFound) {
      // It keeps no history: that the job is gone is all that can be known.
      return { state: 'handed_over', reason: null, detail: null }
    }
    const end = 'message' in reply ? endOf(reply) : null
    if (end !== null) return end
    const look = await printer.ask(
      printer.requests.printerAttributes(['printer-state', 'printer-state-reasons', 'printer-state-message']),
    )
    const status = 'message' in look ? describedBy(look).status : null
    const isInLine = 'message' in reply && stateOf(reply) === jobState.pending && status?.state === 'busy'
    const now = JSON.stringify(['message' in reply ? reply.message.groups : reply.reason, status])
    if (now !== said || isInLine) deadline = Date.now() + limits.job
    said = now
    if (Date.now() >= Math.min(deadline, last)) {
      const lost = 'reason' in reply ? ('noProof' as const) : ('stillInQueue' as const)
      const detail = 'reason' in reply ? reply.detail : (status?.detail ?? null)
      return { state: 'unknown', reason: status?.reason ?? lost, detail }
    }
    await later(limits.poll)
  }
}

function stateOf({ message }: IppReply): number | null {
  return numberOf(attributesOf(message, ippTag.job).get('job-state'))
}

function endOf(reply: IppReply): JobEnd | null {
  const job = attributesOf(reply.message, ippTag.job)
  const reasons = textsOf(job.get('job-state-reasons')).filter((each) => each !== 'none')
  const detail = [...reasons, textOf(job.get('job-printer-state-message'))].filter(Boolean).join(', ') || null
  switch (stateOf(reply)) {
    case jobState.completed:
      if (reasons.includes('job-completed-successfully')) return { state: 'printed', reason: null, detail: null }
      return reasons.some((each) => /with-(?:errors|warnings)/u.test(each))
        ? { state: 'unknown', reason: 'printerError', detail }
        : { state: 'handed_over', reason: null, detail }
    case jobState.canceled:
      return { state: 'unknown', reason: 'cancelledAtPrinter', detail }
    case jobState.aborted:
      return { state: 'unknown', reason: 'abortedAtPrinter', detail }
    default:
      return null
  }
}
