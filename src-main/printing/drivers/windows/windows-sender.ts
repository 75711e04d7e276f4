import type { PrinterStatus, SendOutcome, SendReason, SendState } from '#shared/printing/print-outcome.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import { isOtherBehind } from '#shared/printing/printer-identity.ts'
import { behindWindowsQueue } from '../behind-queue.ts'
import { SpoolerHangs } from './limited-calls.ts'
import { isJobDeleted, jobTrouble, windowsStatus } from './windows-status.ts'
import type { PrinterHandle, WindowsJob, Winspool } from './winspool.ts'

export interface WindowsQueue {
  readonly queue: string
  /** What stood behind it at the first contact (P19). */
  readonly behind?: string | undefined
}

export interface WindowsPorts {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** How long to look at the queue before saying that the paper is still in it. */
  readonly limit: number
  readonly poll: number
}

const pieceSize = 16_384

/**
 * Bytes in a printer's own language through a queue of Windows. The spooler's success is not the printer's: the best that can
 * be said is that the bytes have left the queue (P1).
 */
export async function sendRawToWindows(
  winspool: Winspool,
  { queue, behind }: WindowsQueue,
  paper: { readonly bytes: Uint8Array; readonly title: string },
  beforeFirstByte: () => void,
  ports: WindowsPorts,
): Promise<SendOutcome> {
  let bytesSent = 0
  let firstByteAt: number | null = null
  let job: number | null = null
  let hasBegun = false
  const outcome = (state: SendState, reason: SendReason | null, detail: string | null = null): SendOutcome => ({
    state,
    reason,
    bytesSent,
    bytesTotal: paper.bytes.length,
    firstByteAt,
    reference: job === null ? null : `${queue}, ${job}`,
    detail,
  })
  let handle: PrinterHandle | null = null
  try {
    handle = await winspool.open(queue)
    if (handle === null) return outcome('failed_before_send', 'queueMissing', queue)
    // A queue opens although its printer is switched off: it is asked before anything is given to it (P9).
    const status = await statusOf(winspool, handle, behind)
    if (status.reason !== null) return outcome('failed_before_send', status.reason, status.detail)
    job = await winspool.startRaw(handle, printableLine(paper.title).slice(0, 120))
    if (job === null) return outcome('failed_before_send', 'queueRejects')
    try {
      beforeFirstByte()
    } catch (problem) {
      await winspool.abort(handle)
      throw problem
    }
    hasBegun = true
    for (let at = 0; at < paper.bytes.length; ) {
      const written = await winspool.write(handle, paper.bytes.subarray(at, at + pieceSize))
      if (written === null || written === 0) {
        await winspool.abort(handle)
        return outcome(bytesSent === 0 ? 'failed_before_send' : 'unknown', 'stalled')
      }
      firstByteAt ??= ports.now()
      bytesSent += written
      at += written
    }
    if (!(await winspool.endRaw(handle))) return outcome('unknown', 'abortedAtPrinter')
    const end = await followInWindows(winspool, handle, job, ports)
    return outcome(end.state, end.reason, end.detail)
  } catch (problem) {
    if (!(problem instanceof SpoolerHangs)) throw problem
    // What a call that hangs was given may come out yet.
    return hasBegun
      ? outcome('unknown', 'timeLimit', problem.message)
      : outcome('failed_before_send', 'notAnswering', problem.message)
  } finally {
    if (handle !== null) await winspool.close(handle)
  }
}

export interface WindowsEnd {
  readonly state: SendState
  readonly reason: SendReason | null
  readonly detail: string | null
}

/** Until the job has left the queue; what stays in it is somebody's to look at. */
export async function followInWindows(
  winspool: Winspool,
  handle: PrinterHandle,
  id: number,
  { now, wait, limit, poll }: WindowsPorts,
): Promise<WindowsEnd> {
  const deadline = now() + limit
  let last: WindowsJob | null = null
  for (;;) {
    const job = await winspool.job(handle, id)
    if (job === null) {
      const wasDeleted = last !== null && isJobDeleted(last.status)
      return wasDeleted
        ? { state: 'unknown', reason: 'cancelledAtPrinter', detail: last?.words || null }
        : { state: 'handed_over', reason: null, detail: null }
    }
    last = job
    if (now() >= deadline) {
      const printer = await statusOf(winspool, handle)
      const reason = jobTrouble(job.status) ?? printer.reason ?? 'stillInQueue'
      return { state: 'unknown', reason, detail: reason === 'queueMissing' ? printer.detail : job.words || null }
    }
    await wait(poll)
  }
}

export async function statusInWindows(winspool: Winspool, { queue, behind }: WindowsQueue): Promise<PrinterStatus> {
  let handle: PrinterHandle | null = null
  try {
    handle = await winspool.open(queue)
    return handle === null ? missingStatus(queue) : await statusOf(winspool, handle, behind)
  } catch (problem) {
    if (!(problem instanceof SpoolerHangs)) throw problem
    return { ...missingStatus(queue), reason: 'notAnswering', detail: problem.message }
  } finally {
    if (handle !== null) await winspool.close(handle)
  }
}

/** The name of a queue that is gone is what the person has to know, who chooses it anew. */
function missingStatus(queue: string): PrinterStatus {
  return { state: 'unreachable', reason: 'queueMissing', isPaperLow: false, detail: queue }
}

/** `known`: what has to stand behind the queue; another device there gets nothing (PR89). */
export async function statusOf(winspool: Winspool, handle: PrinterHandle, known?: string): Promise<PrinterStatus> {
  const printer = await winspool.printer(handle)
  if (printer === null) return missingStatus(handle.queue)
  const status = windowsStatus(printer)
  if (status.reason === 'queueMissing') return missingStatus(handle.queue)
  const behind = behindWindowsQueue(printer)
  if (isOtherBehind(known, behind)) {
    return { state: 'blocked', reason: 'otherPrinter', isPaperLow: false, detail: behind }
  }
  return behind === null ? status : { ...status, behind }
}
