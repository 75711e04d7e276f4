import type { PrinterStatus, SendOutcome, SendReason, SendState } from '#shared/printing/print-outcome.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import { isOtherBehind } from '#shared/printing/printer-identity.ts'
import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { behindCupsQueue } from './behind-queue.ts'
import { reasonIn } from './printer-reasons.ts'
import type { ProgramResult, RunProgram } from './run-program.ts'

export interface CupsQueue {
  readonly queue: string
  readonly server: string | null
  /** What stood behind it at the first contact (P19). */
  readonly behind?: string | undefined
}

export interface CupsPaper {
  readonly bytes: Uint8Array
  readonly title: string
  readonly copies: number
}

export interface CupsPorts {
  readonly run: RunProgram
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** How long to look at the queue before saying that the paper is still in it. */
  readonly limit: number
  readonly poll: number
}

export const cupsLimits = { limit: 60_000, poll: 500 } as const

/** Every setting said, none left to whatever the driver's own default is (P15). */
export function pageOptions(profile: PdfProfile): string[] {
  return [
    `media=${profile.media}`,
    `sides=${profile.sides}`,
    'print-scaling=none',
    'number-up=1',
    'collate=true',
    `print-color-mode=${profile.colour}`,
    ...(profile.tray === null ? [] : [`InputSlot=${profile.tray}`]),
  ]
}

/** Bytes of a printer language pass through untouched (P14). */
export const rawOptions: readonly string[] = ['raw']

/** The spooler takes a paper whole: once `beforeFirstByte` was called, it may have left. */
export async function sendThroughCups(
  target: CupsQueue,
  paper: CupsPaper,
  options: readonly string[],
  ports: CupsPorts,
  beforeFirstByte: () => void = () => undefined,
): Promise<SendOutcome> {
  const { queue, server } = target
  let firstByteAt: number | null = null
  let id: string | null = null
  const args = [
    ...host(server),
    ...['-d', queue, '-n', String(paper.copies), '-t', printableLine(paper.title).slice(0, 120)],
    ...options.flatMap((option) => ['-o', option]),
  ]
  const outcome = (state: SendState, reason: SendReason | null, detail: string | null = null): SendOutcome => {
    const hasLeft = state !== 'failed_before_send'
    return {
      state,
      reason,
      bytesSent: hasLeft ? paper.bytes.length : 0,
      bytesTotal: paper.bytes.length,
      firstByteAt: hasLeft ? firstByteAt : null,
      reference: id,
      detail,
    }
  }
  const obstacle = await obstacleAt(target, ports)
  if (obstacle !== null) return outcome('failed_before_send', obstacle.reason, obstacle.detail)
  beforeFirstByte()
  firstByteAt = ports.now()
  const lp = await ports.run('lp', args, paper.bytes)
  id = /request id is (\S+)/u.exec(lp.out)?.[1] ?? null
  if (lp.isMissing) return outcome('failed_before_send', 'spoolerMissing')
  // Stopped at its time limit: whether the spooler has it, nobody knows.
  if (lp.code === null) return outcome('unknown', 'timeLimit', lp.error.trim())
  if (lp.code !== 0 || id === null) {
    const reason = refusalOf(lp.error)
    return outcome('failed_before_send', reason, reason === 'queueMissing' ? queue : lp.error.trim())
  }
  const end = await follow(id, target, ports)
  return outcome(end.state, end.reason, end.detail)
}

interface Obstacle {
  readonly reason: SendReason
  readonly detail: string | null
}

/** PR89: a queue keeps its name when somebody puts another device behind it; that one gets nothing. */
async function obstacleAt(
  { queue, server, behind }: CupsQueue,
  { run }: Pick<CupsPorts, 'run'>,
): Promise<Obstacle | null> {
  if (behind === undefined) return null
  const devices = await run('lpstat', [...host(server), '-v', queue])
  const absence = absenceOf(queue, devices)
  if (absence !== null) return absence
  const now = behindCupsQueue(devices.out)
  return isOtherBehind(behind, now) ? { reason: 'otherPrinter', detail: now } : null
}

/** Why the spooler does not speak of a queue; the name of one that is gone, which the person has to choose anew. */
function absenceOf(queue: string, { code, isMissing, error }: ProgramResult): Obstacle | null {
  if (isMissing) return { reason: 'spoolerMissing', detail: null }
  if (code === 0) return null
  const isGone = /invalid destination|does not exist/iu.test(error)
  return isGone ? { reason: 'queueMissing', detail: queue } : { reason: 'unreachable', detail: error.trim() }
}

function host(server: string | null): string[] {
  return server === null ? [] : ['-h', server]
}

function refusalOf(error: string): SendReason {
  if (/does not exist|unknown destination|no default destination/iu.test(error)) return 'queueMissing'
  if (/not accepting|rejecting/iu.test(error)) return 'queueRejects'
  return /scheduler|connect|host/iu.test(error) ? 'unreachable' : 'queueRejects'
}

type End = { readonly state: SendState; readonly reason: SendReason | null; readonly detail: string | null }

/** A spooler's "accepted" proves nothing: the queue is watched until the paper has left it. */
async function follow(id: string, target: CupsQueue, ports: CupsPorts): Promise<End> {
  const deadline = ports.now() + ports.limit
  for (;;) {
    const waiting = await findRequest(id, 'not-completed', target, ports)
    if (waiting === null) return finished(id, target, ports)
    if (ports.now() >= deadline) {
      const printer = await cupsStatus(target, ports)
      const isGone = printer.reason === 'queueMissing'
      const detail = isGone ? printer.detail : waiting.status || printer.detail
      return { state: 'unknown', reason: printer.reason ?? 'stillInQueue', detail }
    }
    await ports.wait(ports.poll)
  }
}

async function finished(id: string, target: CupsQueue, ports: CupsPorts): Promise<End> {
  const done = await findRequest(id, 'completed', target, ports)
  // A spooler that keeps no history only tells that the paper is gone from it.
  if (done === null) return { state: 'handed_over', reason: null, detail: null }
  if (/cancel/iu.test(done.alerts)) return { state: 'unknown', reason: 'cancelledAtPrinter', detail: done.status }
  if (/abort|error/iu.test(done.alerts)) return { state: 'unknown', reason: 'abortedAtPrinter', detail: done.status }
  // Only a printer that speaks IPP tells its spooler that it is done; others were merely sent everything.
  const devices = await ports.run('lpstat', [...host(target.server), '-v', target.queue])
  const isTold = /: (?:ipps?|implicitclass|dnssd):/u.test(devices.out)
  return { state: isTold ? 'printed' : 'handed_over', reason: null, detail: done.status || null }
}

interface QueuedRequest {
  readonly status: string
  readonly alerts: string
}

async function findRequest(
  id: string,
  which: 'completed' | 'not-completed',
  { queue, server }: CupsQueue,
  { run }: CupsPorts,
): Promise<QueuedRequest | null> {
  const listed = await run('lpstat', [...host(server), '-l', '-W', which, '-o', queue])
  const entry = listed.out.split(/^(?=\S)/mu).find((each) => each.startsWith(`${id} `))
  if (entry === undefined) return null
  const line = (name: string) => new RegExp(`^\\s+${name}: *(.*)$`, 'mu').exec(entry)?.[1]?.trim() ?? ''
  return { status: line('Status'), alerts: line('Alerts') }
}

export async function cupsStatus(target: CupsQueue, ports: Pick<CupsPorts, 'run'>): Promise<PrinterStatus> {
  const { queue, server } = target
  const answer = await ports.run('lpstat', [...host(server), '-l', '-p', queue, '-v', queue])
  const { out } = answer
  const absence = absenceOf(queue, answer)
  if (absence !== null) return { ...absence, state: 'unreachable', isPaperLow: false }
  const behind = behindCupsQueue(out)
  if (isOtherBehind(target.behind, behind)) {
    return { state: 'blocked', reason: 'otherPrinter', isPaperLow: false, detail: behind }
  }
  const status = { isPaperLow: /media-low/u.test(out), ...(behind === null ? {} : { behind }) }
  const alerts = /^\s+Alerts: *(.*)$/mu.exec(out)?.[1] ?? ''
  const reason = reasonIn(alerts)
  const words = out.split('\n')[1]?.trim() ?? ''
  const detail = words === '' || words.startsWith('Form mounted') ? null : words
  if (/^printer \S+ disabled/u.test(out)) return { ...status, state: 'blocked', reason: reason ?? 'paused', detail }
  if (reason !== null) return { ...status, state: 'blocked', reason, detail }
  return { ...status, state: /now printing/u.test(out) ? 'busy' : 'ready', reason: null, detail }
}

/** Takes a paper back out of the queue; what the device has got already, it keeps. */
export async function cancelInCups(
  reference: string,
  server: string | null,
  { run }: Pick<CupsPorts, 'run'>,
): Promise<boolean> {
  if (!/^[^\s-][^\s]*-\d+$/u.test(reference)) return false
  return (await run('cancel', [...host(server), reference])).code === 0
}
