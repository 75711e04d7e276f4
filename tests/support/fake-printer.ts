import type { Printer, PrintPayload } from '#main/printing/drivers/printer-driver.ts'
import type { PrinterStatus, SendOutcome } from '#shared/printing/print-outcome.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'

export interface FakePrinter extends Printer {
  /** What came out, in order. */
  readonly papers: readonly PrintPayload[]
  readonly drawerPulses: number
  readonly commands: readonly Uint8Array[]
  /** The next send ends so; without one it is printed. */
  plan(outcome: Partial<SendOutcome>): void
  say(status: PrinterStatus): void
  /** Holds every send until it is called again with false. */
  hold(isHeld: boolean): void
}

const ready: PrinterStatus = { state: 'ready', reason: null, isPaperLow: false, detail: null }

/** A printer that keeps its papers and fails when told to; behaves like the real ones in the contract suite. */
export function fakePrinter(profile: PrinterProfile, now: () => number = () => 0): FakePrinter {
  const papers: PrintPayload[] = []
  const commands: Uint8Array[] = []
  const planned: Partial<SendOutcome>[] = []
  let pulses = 0
  let status = ready
  let release: (() => void) | null = null
  let held: Promise<void> = Promise.resolve()
  let turn: Promise<unknown> = Promise.resolve()

  const outcome = (total: number, change: Partial<SendOutcome>): SendOutcome => {
    const isFailed = change.state === 'failed_before_send'
    return {
      state: 'printed',
      reason: null,
      bytesSent: isFailed ? 0 : total,
      bytesTotal: total,
      firstByteAt: isFailed || total === 0 ? null : now(),
      reference: null,
      detail: null,
      ...change,
    }
  }
  const inTurn = <T>(work: () => T): Promise<T> => {
    const mine = turn.then(() => held).then(work)
    turn = mine
    return mine
  }
  return {
    profile,
    papers,
    commands,
    get drawerPulses() {
      return pulses
    },
    plan: (next) => {
      planned.push(next)
    },
    say: (next) => {
      status = next
    },
    hold: (isHeld) => {
      release?.()
      release = null
      if (isHeld) held = new Promise((resolve) => (release = resolve))
    },
    send: async (payload) => {
      const total = payload.bytes.length
      if (payload.language !== profile.language)
        return outcome(total, { state: 'failed_before_send', reason: 'wrongLanguage' })
      return inTurn(() => {
        const next = planned.shift() ?? {}
        if (next.state !== 'failed_before_send') papers.push(payload)
        return outcome(total, next)
      })
    },
    openDrawer: () =>
      inTurn(() => {
        if (profile.language !== 'escpos' || profile.drawer === null)
          return outcome(0, { state: 'failed_before_send', reason: 'wrongLanguage' })
        pulses += 1
        return outcome(5, { state: 'handed_over' })
      }),
    command: (bytes) =>
      inTurn(() => {
        commands.push(bytes)
        return outcome(bytes.length, { state: 'handed_over' })
      }),
    status: () => inTurn(() => status),
    statusMeanwhile: async () => (profile.transport.by === 'tcp' ? null : status),
  }
}
