import type { PrinterStatus, SendOutcome, SendReason, SendState } from '#shared/printing/print-outcome.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import { SpoolerHangs } from './limited-calls.ts'
import { isJobDeleted, jobTrouble, windowsStatus } from './windows-status.ts'
import type { PrinterHandle, WindowsJob, Winspool } from './winspool.ts'

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
  queue: string,
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
    if (handle === null) return outcome('failed_before_send', 'queueMissing')
    // A queue opens although its printer is switched off: it is asked before anything is given to it (P9).
    const status = await statusOf(winspool, handle)
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
      return { state: 'unknown', reason, detail: job.words || null }
    }
    await wait(poll)
  }
}

export async function statusInWindows(winspool: Winspool, queue: string): Promise<PrinterStatus> {
  let handle: PrinterHandle | null = null
  try {
    handle = await winspool.open(queue)
    return handle === null ? missing : await statusOf(winspool, handle)
  } catch (problem) {
    if (!(problem instanceof SpoolerHangs)) throw problem
    return { ...missing, reason: 'notAnswering', detail: problem.message }
  } finally {
    if (handle !== null) await winspool.close(handle)
  }
}

const missing: PrinterStatus = { state: 'unreachable', reason: 'queueMissing', isPaperLow: false, detail: null }

export async function statusOf(winspool: Winspool, handle: PrinterHandle): Promise<PrinterStatus> {
  const printer = await winspool.printer(handle)
  return printer === null ? missing : windowsStatus(printer)
}
