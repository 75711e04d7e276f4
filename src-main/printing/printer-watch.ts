import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { deviceKey, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { Devices } from './devices.ts'
import type { PrintJobs } from './print-jobs.ts'
import type { Printers } from './printers.ts'
import type { Spool } from './spool.ts'
import type { SpoolPorts } from './spool-ports.ts'

export interface WatchParts {
  readonly services: Pick<Services, 'clock' | 'log' | 'announceLocal'>
  readonly ports: SpoolPorts
  readonly jobs: PrintJobs
  readonly printers: Printers
  readonly devices: Devices
  readonly spool: Spool
}

/** Asks idle printers how they are, for the icon beside their names; never one that is printing (P9). */
export class PrinterWatch {
  readonly #parts: WatchParts
  #callOff: (() => void) | undefined
  #isClosed = false

  constructor(parts: WatchParts) {
    this.#parts = parts
  }

  start(): void {
    void this.#round()
  }

  close(): void {
    this.#isClosed = true
    this.#callOff?.()
  }

  /** Now, out of turn: a printer was added or changed. */
  look(): void {
    this.#callOff?.()
    void this.#round()
  }

  async #round(): Promise<void> {
    const { printers, ports, services } = this.#parts
    try {
      // Beside each other: one that does not answer takes its two seconds alone.
      await Promise.all(printers.all().map((profile) => this.#ask(profile)))
    } catch (error) {
      services.log.problem('printer.notAsked', { error })
    }
    if (this.#isClosed) return
    this.#callOff?.()
    this.#callOff = ports.after(ports.pollEvery, () => void this.#round())
  }

  async #ask(profile: PrinterProfile): Promise<void> {
    const { printers, devices, spool, jobs, services } = this.#parts
    const key = deviceKey(profile)
    if (spool.isBusy(key)) return
    const printer = devices.printerOf(profile)
    const status = await devices.inTurn(profile, () => printer.status())
    if (this.#isClosed) return
    const now = instantOf(services.clock)
    const isLearned = printers.learn(profile, status.identity)
    if (!printers.say(profile.id, status, now) && !isLearned) return
    services.announceLocal('printer')
    const waiting = jobs.firstFor(key)
    // It is back: what waits for it need not wait for its next try.
    if (status.state === 'ready' && waiting !== undefined && waiting.nextTryAt !== null) {
      jobs.change(waiting, [], { nextTryAt: null }, now)
      spool.wake()
    }
  }
}
