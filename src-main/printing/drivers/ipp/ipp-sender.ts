import { setTimeout as later } from 'node:timers/promises'
import type { SendOutcome, SendReason, SendState } from '#shared/printing/print-outcome.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { isStranger } from './ipp-description.ts'
import { followJob } from './ipp-job.ts'
import type { IppDocument, IppFailure, IppLimits, IppReply } from './ipp-line.ts'
import { attributesOf, type IppMessage, ippTag } from './ipp-message.ts'
import { type IppTransport, type ReachedPrinter, reachPrinter } from './ipp-printer.ts'
import { type IppJobWishes, ippOperation, ippStatus, numberOf, textOf, textsOf } from './ipp-requests.ts'
import { pageSettings } from './ipp-settings.ts'

export interface IppPaper {
  readonly bytes: Uint8Array
  readonly title: string
  readonly copies: number
}

export interface IppSenderPorts {
  readonly now: () => number
  readonly limits: IppLimits
  /** Called when the printer has agreed to everything and nothing of the paper has left yet (P5). */
  readonly beforeFirstByte: () => void
}

/** A page straight to a network printer. Only the printer's own word that it completed the job makes it printed (P1). */
export async function sendOverIpp(
  transport: IppTransport,
  profile: Pick<PdfProfile, 'media' | 'sides' | 'colour' | 'tray'>,
  paper: IppPaper,
  ports: IppSenderPorts,
): Promise<SendOutcome> {
  const { limits } = ports
  let bytesSent = 0
  let firstByteAt: number | null = null
  const outcome = (state: SendState, reason: SendReason | null, detail: string | null, job: number | null = null) => ({
    state,
    reason,
    bytesSent,
    bytesTotal: paper.bytes.length,
    firstByteAt,
    reference: job === null ? null : String(job),
    detail,
  })
  const failed = ({ reason, detail }: IppFailure, job: number | null = null) =>
    outcome('failed_before_send', reason, detail, job)
  const document: IppDocument = {
    bytes: paper.bytes,
    onPiece: (count) => {
      firstByteAt ??= ports.now()
      bytesSent += count
    },
  }

  const printer = await reachPrinter(transport, limits)
  if ('reason' in printer) return failed(printer)
  const obstacle = obstacleAt(printer, transport)
  if (obstacle !== null) return failed(obstacle)
  const settings = pageSettings(profile, paper.copies, printer.description)
  if ('reason' in settings) return failed(settings)
  const wishes = { title: printableLine(paper.title).slice(0, 120), settings }
  const refused = await validate(printer, wishes, limits)
  if (refused !== null) return failed(refused)

  const taken = can(printer, ippOperation.createJob, ippOperation.sendDocument)
    ? await sendInSteps(printer, wishes, document, ports)
    : await sendAtOnce(printer, wishes, document, ports)
  if (taken.failure !== null) {
    const { failure, job } = taken
    if (bytesSent === 0 || isRefusal(failure)) return failed(failure, job)
    const isWhole = bytesSent === paper.bytes.length
    // A part of a file can only become a part of the paper; a whole one may be printing while its answer got lost.
    if (job === null || !isWhole) return outcome('unknown', failure.reason, failure.detail, job)
  }
  if (taken.job === null) return outcome('unknown', 'noProof', 'the printer gave the job no number')
  const end = await followJob(printer, taken.job, limits)
  // A job that never moved on after its line broke says less than the break itself.
  const isStuck = end.reason === 'stillInQueue' || end.reason === 'noProof'
  const { reason, detail } = isStuck && taken.failure !== null ? taken.failure : end
  return outcome(end.state, reason, detail, taken.job)
}

/** Takes a print job back out of the printer; what has come out stays out. */
export async function cancelAtPrinter(transport: IppTransport, job: number, limits: IppLimits): Promise<boolean> {
  const printer = await reachPrinter(transport, limits)
  if ('reason' in printer || isStranger(transport.identity, printer.description.identity)) return false
  return 'message' in (await printer.ask(printer.requests.cancelJob(job)))
}

/** Nothing is sent to another printer, to one that lacks PDF, or to one that a person has to see to first (P9, P13, P19). */
function obstacleAt({ description }: ReachedPrinter, { identity }: IppTransport): IppFailure | null {
  if (isStranger(identity, description.identity))
    return { reason: 'otherPrinter', detail: description.identity.uuid ?? '' }
  const formats = textsOf(description.can.get('document-format-supported'))
  if (!formats.includes('application/pdf')) return { reason: 'formatNotSupported', detail: formats.join(', ') }
  const { status, isAccepting } = description
  if (status.reason !== null) return { reason: status.reason, detail: status.detail ?? '' }
  return isAccepting ? null : { reason: 'queueRejects', detail: status.detail ?? '' }
}

function can({ description }: ReachedPrinter, ...operations: readonly number[]): boolean {
  return operations.every((each) => description.operations.includes(each))
}

/** Its word that it took nothing; what goes wrong inside it afterwards is no such word. */
function isRefusal({ status }: IppFailure): boolean {
  return status !== undefined && status < ippStatus.serverErrors
}

async function validate(printer: ReachedPrinter, wishes: IppJobWishes, limits: IppLimits): Promise<IppFailure | null> {
  if (!can(printer, ippOperation.validateJob)) return null
  const reply = await patiently(limits, () => printer.ask(printer.requests.validateJob(wishes)))
  if ('reason' in reply) return reply.status === ippStatus.operationNotSupported ? null : reply
  // Some say yes and name what they will do in their own way: then it is not what was asked for (P15).
  const ignored = attributesOf(reply.message, ippTag.unsupported)
  const names = wishes.settings.map(({ name }) => name).filter((name) => ignored.has(name))
  const isIgnored = reply.message.code === ippStatus.ignoredAttributes && names.length > 0
  return isIgnored ? { reason: 'settingNotSupported', detail: names.join(', ') } : null
}

/** A printer at work for another station is waited for (P6). */
async function patiently(limits: IppLimits, ask: () => Promise<IppReply | IppFailure>): Promise<IppReply | IppFailure> {
  const deadline = Date.now() + limits.busy
  for (;;) {
    const reply = await ask()
    if (!('reason' in reply) || reply.reason !== 'busy' || Date.now() >= deadline) return reply
    await later(limits.poll)
  }
}

interface Taken {
  readonly failure: IppFailure | null
  readonly job: number | null
}

/** First the job, then its document: the job's number is known before a byte leaves, so its fate can always be asked. */
async function sendInSteps(
  printer: ReachedPrinter,
  wishes: IppJobWishes,
  document: IppDocument,
  { limits, beforeFirstByte }: IppSenderPorts,
): Promise<Taken> {
  const created = await patiently(limits, () => printer.ask(printer.requests.createJob(wishes)))
  if ('reason' in created) return { failure: created, job: null }
  const job = jobIn(created.message)
  if (job === null) return { failure: { reason: 'notUnderstood', detail: 'the job has no number' }, job }
  let sent = 0
  try {
    beforeFirstByte()
  } catch (problem) {
    await printer.ask(printer.requests.cancelJob(job))
    throw problem
  }
  const counting = {
    ...document,
    onPiece: (count: number) => {
      sent += count
      document.onPiece(count)
    },
  }
  const reply = await printer.ask(printer.requests.sendDocument(job), counting)
  if (!('reason' in reply)) return { failure: null, job }
  if (sent < document.bytes.length || isRefusal(reply)) await printer.ask(printer.requests.cancelJob(job))
  return { failure: reply, job }
}

/** For printers that know no other way. If the answer gets lost, the job is the new one under its name. */
async function sendAtOnce(
  printer: ReachedPrinter,
  wishes: IppJobWishes,
  document: IppDocument,
  { beforeFirstByte }: IppSenderPorts,
): Promise<Taken> {
  const before = await jobsNamed(printer, wishes.title)
  beforeFirstByte()
  const reply = await printer.ask(printer.requests.printJob(wishes), document)
  if (!('reason' in reply)) return { failure: null, job: jobIn(reply.message) }
  if (isRefusal(reply)) return { failure: reply, job: null }
  const job = (await jobsNamed(printer, wishes.title)).find((each) => !before.includes(each)) ?? null
  return { failure: reply, job }
}

async function jobsNamed(printer: ReachedPrinter, title: string): Promise<number[]> {
  if (!can(printer, ippOperation.getJobs)) return []
  const reply = await printer.ask(printer.requests.jobs())
  if ('reason' in reply) return []
  return reply.message.groups
    .filter(({ tag }) => tag === ippTag.job)
    .map((group) => attributesOf({ ...reply.message, groups: [group] }, ippTag.job))
    .filter((job) => textOf(job.get('job-name')) === title)
    .flatMap((job) => numberOf(job.get('job-id')) ?? [])
}

function jobIn(message: IppMessage): number | null {
  return numberOf(attributesOf(message, ippTag.job).get('job-id'))
}
