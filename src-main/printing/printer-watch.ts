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

/**
 * Asks printers how they are, for the icon beside their names: idle ones now and then, those that something waits for or is
 * on its way to every few seconds (PR57). One at work over a line of its own is not disturbed: its sender sees (P9).
 */
export class PrinterWatch {
  readonly #parts: WatchParts
  #callOff: (() => void) | undefined
  /** Rounds since all were asked that went to those at work alone. */
  #shortRounds = 0
  #isAsking = false
  /** The next round is as near as rounds come: work that begins meanwhile does not put it off. */
  #isSoon = false
  #isClosed = false

  constructor(parts: WatchParts) {
    this.#parts = parts
    parts.spool.onBegin(() => {
      if (!this.#isSoon) this.#schedule()
    })
  }

  start(): void {
    this.look()
  }

  close(): void {
    this.#isClosed = true
    this.#callOff?.()
  }

  /** Now, out of turn: a printer was added or changed. */
  look(): void {
    void this.#round('all')
  }

  /** While a round is under way its end decides anew. */
  #schedule(): void {
    if (this.#isClosed || this.#isAsking) return
    const { printers, ports } = this.#parts
    const isAnyAtWork = printers.all().some((profile) => this.#isAtWork(profile))
    this.#callOff?.()
    this.#isSoon = isAnyAtWork
    const { pollEvery, pollAtWorkEvery } = ports
    // While one is at work the idle ones keep their own time.
    const isShort = isAnyAtWork && (this.#shortRounds + 1) * pollAtWorkEvery < pollEvery
    const round = isShort ? 'atWork' : 'all'
    this.#callOff = ports.after(isAnyAtWork ? pollAtWorkEvery : pollEvery, () => void this.#round(round))
  }

  #isAtWork(profile: PrinterProfile): boolean {
    const { spool, jobs } = this.#parts
    const key = deviceKey(profile)
    return spool.isBusy(key) || jobs.firstFor(key) !== undefined
  }

  async #round(whom: 'all' | 'atWork'): Promise<void> {
    const { printers, services } = this.#parts
    this.#callOff?.()
    this.#isAsking = true
    this.#shortRounds = whom === 'all' ? 0 : this.#shortRounds + 1
    try {
      const asked = printers.all().filter((profile) => whom === 'all' || this.#isAtWork(profile))
      // Beside each other: one that does not answer takes its two seconds alone.
      await Promise.all(asked.map((profile) => this.#ask(profile)))
    } catch (error) {
      services.log.problem('printer.notAsked', { error })
    } finally {
      this.#isAsking = false
      this.#schedule()
    }
  }

  async #ask(profile: PrinterProfile): Promise<void> {
    const { printers, devices, spool, jobs, services } = this.#parts
    const key = deviceKey(profile)
    const printer = devices.printerOf(profile)
    const status = spool.isBusy(key)
      ? await printer.statusMeanwhile()
      : await devices.inTurn(profile, () => printer.status())
    if (this.#isClosed || status === null) return
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
