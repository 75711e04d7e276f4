import type { PrinterStatus, SendOutcome, SendReason, SendState } from '#shared/printing/print-outcome.ts'
import { askForProof } from './escpos-bytes.ts'
import { askOfflineCause, blockedBy, isPaperLow, offlineCause, statusReader } from './escpos-status.ts'
import type { ConnectFailure, PrinterLine } from './printer-line.ts'
import { dotsAnswer, givesProof, statusQuestion, type TcpDialect } from './status-questions.ts'
import { TcpConnection, type TcpLimits, type TcpTarget, tcpLimits } from './tcp-connection.ts'
import { askHostStatus, readHostStatus } from './zebra-status.ts'

export interface TcpSent {
  readonly outcome: SendOutcome
  /** The printer has let go of the connection: many take one at a time, so the next waits for this. */
  readonly released: Promise<void>
}

export interface TcpSenderPorts {
  readonly now: () => number
  readonly limits?: TcpLimits
  /** Called when the printer is ready and nothing of the paper has left yet; what it throws stops the paper (P5). */
  readonly beforeFirstByte?: () => void
}

export async function sendOverTcp(
  target: TcpTarget,
  dialect: TcpDialect,
  payload: Uint8Array,
  ports: TcpSenderPorts,
): Promise<TcpSent> {
  return sendOverLine(TcpConnection.open(target, (ports.limits ?? tcpLimits).connect), dialect, payload, ports)
}

/**
 * Bytes to a printer with an honest outcome, whatever kind of line leads to it. No payload byte leaves before the printer
 * said it can print.
 */
export async function sendOverLine(
  opening: Promise<PrinterLine | ConnectFailure>,
  dialect: TcpDialect,
  payload: Uint8Array,
  { now, limits = tcpLimits, beforeFirstByte }: TcpSenderPorts,
): Promise<TcpSent> {
  let bytesSent = 0
  let firstByteAt: number | null = null
  const outcome = (state: SendState, reason: SendReason | null, detail: string | null = null): SendOutcome => ({
    state,
    reason,
    bytesSent,
    bytesTotal: payload.length,
    firstByteAt,
    reference: null,
    detail,
  })
  const line = await opening
  if (!('write' in line)) {
    return { outcome: outcome('failed_before_send', line.reason, line.detail), released: Promise.resolve() }
  }
  const ended = (result: SendOutcome): TcpSent => {
    // What the system took may still have to trickle through a slow printer; what it never took will not.
    const trickle = bytesSent === payload.length ? (payload.length / limits.slowest) * 1000 : 0
    return { outcome: result, released: line.finish(limits.linger + trickle) }
  }

  if (dialect.status === 'full') {
    const status = await askBefore(line, dialect, limits)
    if (status.state === 'blocked') return ended(outcome('failed_before_send', status.reason, status.detail))
  }
  try {
    beforeFirstByte?.()
  } catch (problem) {
    void line.finish(limits.settle)
    throw problem
  }
  const written = await line.write(payload, limits.stall, (count) => {
    firstByteAt ??= now()
    bytesSent += count
  })
  if (written !== 'taken') {
    const reason = written === 'stalled' ? 'stalled' : 'connectionReset'
    return ended(outcome(bytesSent === 0 ? 'failed_before_send' : 'unknown', reason, line.error?.message ?? null))
  }
  const proof = await proofOf(line, dialect, payload.length, limits)
  return ended(outcome(proof.state, proof.reason, proof.detail))
}

/** Opens the drawer, or sets a printer up: a few bytes that no paper waits for and no paper-out may stop (P11). */
export async function commandOverTcp(target: TcpTarget, bytes: Uint8Array, ports: TcpSenderPorts): Promise<TcpSent> {
  return sendOverTcp(target, { language: 'escpos', status: 'none' }, bytes, ports)
}

/** For the icon beside the printer's name; never during a print job. */
export async function statusOverTcp(
  target: TcpTarget,
  dialect: TcpDialect,
  limits: TcpLimits = tcpLimits,
): Promise<PrinterStatus> {
  return statusOverLine(TcpConnection.open(target, limits.connect), dialect, limits)
}

export async function statusOverLine(
  opening: Promise<PrinterLine | ConnectFailure>,
  dialect: TcpDialect,
  limits: TcpLimits = tcpLimits,
): Promise<PrinterStatus> {
  const line = await opening
  if (!('write' in line)) return unreachable(line)
  const status = dialect.status === 'full' ? await askBefore(line, dialect, limits) : silent
  await line.finish(limits.settle)
  return status
}

function unreachable(failure: ConnectFailure): PrinterStatus {
  if (failure.reason === 'busy') return { ...silent, state: 'busy', detail: failure.detail }
  const isShut = failure.reason === 'deviceNotAllowed' || failure.reason === 'portNotSet'
  return {
    state: isShut ? 'blocked' : 'unreachable',
    reason: failure.reason,
    isPaperLow: false,
    detail: failure.detail,
  }
}

const silent: PrinterStatus = { state: 'unknown', reason: null, isPaperLow: false, detail: null }
const ready: PrinterStatus = { ...silent, state: 'ready' }

function blocked(reason: SendReason, detail: string | null = null): PrinterStatus {
  return { state: 'blocked', reason, isPaperLow: false, detail }
}

/** One time limit for whatever comes back: nothing, half of it, or noise without end (item 89). */
async function askBefore(line: PrinterLine, dialect: TcpDialect, limits: TcpLimits): Promise<PrinterStatus> {
  const asked = await line.write(statusQuestion(dialect), limits.status, () => undefined)
  if (asked !== 'taken') return blocked('notAnswering', line.error?.message ?? null)
  const read = answerOf(dialect)
  const deadline = Date.now() + limits.status
  let heard = 0
  for (;;) {
    const bytes = line.take()
    heard += bytes.length
    const status = read(bytes)
    if (status) return status
    const left = deadline - Date.now()
    if (left <= 0 || line.error || line.isEnded) {
      const detail = line.error?.message ?? `${heard} bytes came back`
      return blocked(heard === 0 ? 'notAnswering' : 'notUnderstood', detail)
    }
    await line.wait(left)
  }
}

function answerOf(dialect: TcpDialect): (bytes: Uint8Array) => PrinterStatus | null {
  if (dialect.language === 'zpl') return zebraAnswer()
  return dialect.language === 'escpos' ? epsonAnswer() : dotsAnswer(dialect)
}

function epsonAnswer(): (bytes: Uint8Array) => PrinterStatus | null {
  const reader = statusReader()
  const answers: number[] = []
  return (bytes) => {
    for (const each of reader.push(bytes)) {
      if (each.kind !== 'realTime') return blocked('notUnderstood', 'the answer is not that of a receipt printer')
      answers.push(each.value)
    }
    if (answers.length < 4) return null
    const reason = blockedBy(answers)
    return { ...(reason ? blocked(reason) : ready), isPaperLow: isPaperLow(answers) }
  }
}

function zebraAnswer(): (bytes: Uint8Array) => PrinterStatus | null {
  let received = new Uint8Array(0)
  return (bytes) => {
    received = Uint8Array.from([...received, ...bytes])
    const status = readHostStatus(received)
    if (status === null) return null
    if (status === 'nonsense') return blocked('notUnderstood', 'the answer is not that of a label printer')
    if (status.blockedBy) return blocked(status.blockedBy)
    return status.isWorking ? { ...ready, state: 'busy' } : ready
  }
}

type Proof = Pick<SendOutcome, 'state' | 'reason' | 'detail'>

async function proofOf(line: PrinterLine, dialect: TcpDialect, length: number, limits: TcpLimits): Promise<Proof> {
  if (!givesProof(dialect)) {
    // A line that breaks right after the last byte took it along; silence is the best such a printer can give.
    const until = Date.now() + limits.settle
    while (!line.error && !line.isEnded && Date.now() < until) {
      line.take()
      await line.wait(until - Date.now())
    }
    return line.error
      ? { state: 'unknown', reason: 'connectionReset', detail: line.error.message }
      : { state: 'handed_over', reason: null, detail: null }
  }
  const deadline = Date.now() + limits.stall + (length / limits.slowest) * 1000
  const proof = dialect.language === 'zpl' ? zebraProof(line, limits) : epsonProof(line, dialect, limits)
  for (let nextPoll = Date.now(); ; ) {
    if (Date.now() >= nextPoll) {
      await proof.ask()
      nextPoll = Date.now() + limits.poll
    }
    const found = proof.read(line.take())
    if (found) return found
    if (line.error || line.isEnded)
      return { state: 'unknown', reason: 'connectionReset', detail: line.error?.message ?? null }
    const left = deadline - Date.now()
    if (left <= 0) return { state: 'unknown', reason: 'noProof', detail: null }
    await line.wait(Math.min(left, Math.max(1, nextPoll - Date.now())))
  }
}

interface ProofDialogue {
  ask(): Promise<unknown>
  read(bytes: Uint8Array): Proof | null
}

const printed: Proof = { state: 'printed', reason: null, detail: null }

function stopped(reason: SendReason): Proof {
  return { state: 'unknown', reason, detail: 'the printer stopped while printing' }
}

/** GS r stands in the queue behind the paper; DLE EOT overtakes it and tells of a stop meanwhile. */
function epsonProof(line: PrinterLine, dialect: TcpDialect, limits: TcpLimits): ProofDialogue {
  const reader = statusReader()
  let isAsked = false
  return {
    ask: () => {
      const question = isAsked ? askOfflineCause : askForProof
      if (isAsked && dialect.status !== 'full') return Promise.resolve()
      isAsked = true
      return line.write(question, limits.stall, () => undefined)
    },
    read: (bytes) => {
      for (const each of reader.push(bytes)) {
        if (each.kind === 'proof') return printed
        const reason = each.kind === 'realTime' ? offlineCause(each.value) : null
        if (reason) return stopped(reason)
      }
      return null
    },
  }
}

/** A label printer counts what it has not printed yet; nothing left means all came out. */
function zebraProof(line: PrinterLine, limits: TcpLimits): ProofDialogue {
  let received = new Uint8Array(0)
  return {
    ask: () => {
      received = new Uint8Array(0)
      return line.write(askHostStatus, limits.stall, () => undefined)
    },
    read: (bytes) => {
      received = Uint8Array.from([...received, ...bytes])
      const status = readHostStatus(received)
      if (status === null || status === 'nonsense') return null
      if (status.blockedBy) return stopped(status.blockedBy)
      return status.isWorking ? null : printed
    },
  }
}
