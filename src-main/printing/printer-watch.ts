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
  /** When all were asked last, those at work or not. */
  #allAt = 0
  /** Printers that have not answered yet: one that takes its two seconds holds up no other. */
  readonly #asked = new Set<string>()
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
    this.#round('all')
  }

  #schedule(): void {
    if (this.#isClosed) return
    const { printers, ports, services } = this.#parts
    const isAnyAtWork = printers.all().some((profile) => this.#isAtWork(profile))
    this.#callOff?.()
    this.#isSoon = isAnyAtWork
    const { pollEvery, pollAtWorkEvery } = ports
    // While one is at work the idle ones keep their own time, also when the clock was put back.
    const untilAll = Math.max(0, Math.min(pollEvery, this.#allAt + pollEvery - services.clock.now()))
    const isShort = isAnyAtWork && pollAtWorkEvery < untilAll
    this.#callOff = isShort
      ? ports.after(pollAtWorkEvery, () => this.#round('atWork'))
      : ports.after(untilAll, () => this.#round('all'))
  }

  #isAtWork(profile: PrinterProfile): boolean {
    const { spool, jobs } = this.#parts
    const key = deviceKey(profile)
    return spool.isBusy(key) || jobs.firstFor(key) !== undefined
  }

  #round(whom: 'all' | 'atWork'): void {
    const { printers, services } = this.#parts
    this.#callOff?.()
    if (whom === 'all') this.#allAt = services.clock.now()
    for (const profile of printers.all()) {
      if (this.#asked.has(profile.id) || (whom === 'atWork' && !this.#isAtWork(profile))) continue
      this.#asked.add(profile.id)
      this.#ask(profile)
        .catch((error: unknown) => services.log.problem('printer.notAsked', { error }))
        .finally(() => this.#asked.delete(profile.id))
    }
    this.#schedule()
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
    const isLearned = printers.learn(profile, status)
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
