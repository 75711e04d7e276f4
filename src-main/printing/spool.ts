import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { type PrintJob, testKind } from '#shared/printing/print-job.ts'
import { afterCrash, type PrintJobEvent, printJobEventOf } from '#shared/printing/print-job-states.ts'
import type { SendOutcome } from '#shared/printing/print-outcome.ts'
import { isHeldBack, secondsToNextTry } from '#shared/printing/print-retry.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { printerStateAfter } from '#shared/printing/printer-state.ts'
import type { Devices } from './devices.ts'
import type { DrawnPaper } from './draw-paper.ts'
import type { Drawing } from './drawing.ts'
import type { PrintBytes } from './drivers/print-bytes.ts'
import type { PrintJobs } from './print-jobs.ts'
import type { Printers } from './printers.ts'
import type { SpoolPorts } from './spool-ports.ts'

export interface SpoolParts {
  readonly services: Pick<Services, 'clock' | 'newId' | 'local' | 'log' | 'announceLocal' | 'runCommand'>
  readonly ports: SpoolPorts
  readonly jobs: PrintJobs
  readonly printers: Printers
  readonly devices: Devices
  readonly drawing: Drawing
  readonly bytes: PrintBytes
}

/** Somebody cancelled or moved the print job while its printer was being reached. Nothing of it has left. */
class Withdrawn extends Error {}

/**
 * Brings print jobs to their printers: for each device one after the other, in the order they were wanted (P6). What it
 * is about to do stands in the journal, on the disk, before a byte leaves (P5).
 */
export class Spool {
  readonly #parts: SpoolParts
  readonly #working = new Map<string, Promise<void>>()
  #callOff: (() => void) | undefined
  #isClosed = false

  constructor(parts: SpoolParts) {
    this.#parts = parts
  }

  /** What the last run of the program left behind comes first. */
  start(): void {
    const { jobs, services } = this.#parts
    const now = instantOf(services.clock)
    for (const job of jobs.inState('sending')) {
      if (afterCrash(job.state) !== 'unknown') continue
      jobs.change(job, ['loseSight'], { reason: 'programEnded', endedAt: now, isRecorded: false }, now)
    }
    void this.#recordAll()
    this.wake()
  }

  /** For commands: looks after the transaction, whether or not it was accepted. */
  nudge(): void {
    setImmediate(() => this.wake())
  }

  wake(): void {
    if (this.#isClosed) return
    for (const device of this.#parts.jobs.waitingDevices()) this.#begin(device)
  }

  isBusy(deviceKey: string): boolean {
    return this.#working.has(deviceKey)
  }

  /** Waits a little for what is under way; what takes longer is unknown at the next start. */
  async close(): Promise<void> {
    this.#callOff?.()
    const working = Promise.all(this.#working.values())
    await Promise.race([working, new Promise((resolve) => this.#parts.ports.after(3000, () => resolve(null)))])
    this.#isClosed = true
  }

  #begin(device: string): void {
    if (this.#working.has(device)) return
    const work = this.#serve(device)
      .catch((error: unknown) => this.#parts.services.log.problem('spool.failed', { device, error }))
      .finally(() => {
        this.#working.delete(device)
        if (!this.#isClosed) this.#sleep()
      })
    this.#working.set(device, work)
  }

  async #serve(device: string): Promise<void> {
    for (;;) {
      if (this.#isClosed) return
      const job = this.#parts.jobs.firstFor(device)
      if (job === undefined || !this.#isDue(job)) return
      await this.#print(job)
    }
  }

  #isDue(job: PrintJob): boolean {
    return job.nextTryAt === null || job.nextTryAt <= instantOf(this.#parts.services.clock)
  }

  /** Until the first of those that wait for a printer may be tried again. */
  #sleep(): void {
    const { jobs, ports, services } = this.#parts
    const waits = jobs.waitingDevices().flatMap((device) => {
      const job = this.#working.has(device) ? undefined : jobs.firstFor(device)
      return job === undefined ? [] : [Math.max(0, Date.parse(job.nextTryAt ?? '') - services.clock.now()) || 0]
    })
    this.#callOff?.()
    this.#callOff = waits.length === 0 ? undefined : ports.after(Math.min(...waits), () => this.wake())
  }

  async #print(job: PrintJob): Promise<void> {
    const { jobs, printers, devices, services } = this.#parts
    const now = instantOf(services.clock)
    if (isHeldBack(job.form, job.queuedAt, now)) {
      jobs.change(job, [], { isHeld: true, reason: 'waitedTooLong', nextTryAt: null }, now)
      services.announceLocal('print_job')
      return
    }
    const found = printers.byId(job.printerId)
    if (found === undefined) return this.#fail(job, 'printerGone', null)
    const profile = withTray(found, job.tray)
    const made = await this.#bytesFor(job, profile)
    if (made === undefined || this.#isClosed) return
    const payload = { bytes: made.bytes, language: profile.language, title: job.title, copies: job.copies }
    let outcome: SendOutcome
    try {
      const printer = devices.printerOf(profile)
      outcome = await devices.inTurn(profile, () => printer.send(payload, () => this.#aboutToSend(job, made)))
    } catch (problem) {
      if (problem instanceof Withdrawn || this.#isClosed) return
      services.log.problem('print.failed', { printJob: job.id, error: problem })
      return this.#fail(job, 'printerError', String(problem))
    }
    if (this.#isClosed) return
    this.#settle(job.id, outcome, made)
    await this.#recordAll()
  }

  /** The paper in its printer's language: as it was made, or made now. */
  async #bytesFor(job: PrintJob, profile: PrinterProfile): Promise<MadePaper | undefined> {
    const { jobs, bytes, drawing, services } = this.#parts
    const kept = job.hasBytes ? bytes.get(job.id) : undefined
    // A power cut may have left less of the file than the row says.
    if (kept !== undefined && kept.length === job.bytesTotal) return { bytes: kept, warnings: job.warnings }
    if (job.paper === null) {
      this.#fail(job, 'notDrawn', null)
      return undefined
    }
    try {
      const drawn = await drawing.draw(finishedPaper(job.paper, job.copyTag, job.wantedAt), profile, job.copies)
      if (this.#isClosed) return undefined
      const fresh = jobs.byId(job.id)
      if (fresh === undefined || !isStillFor(fresh, job)) return undefined
      if (!drawn.ok) {
        this.#fail(fresh, drawn.refusal.code, String(drawn.refusal.params?.text ?? '') || null)
        return undefined
      }
      bytes.put(job.id, drawn.value.bytes)
      return drawn.value
    } catch (problem) {
      if (this.#isClosed) return undefined
      services.log.problem('print.notDrawn', { printJob: job.id, error: problem })
      this.#fail(job, 'notDrawn', null)
      return undefined
    }
  }

  /** Committed and flushed when this returns: from now on a crash makes the outcome unknown. */
  #aboutToSend(job: PrintJob, made: MadePaper): void {
    const { jobs, services } = this.#parts
    const now = instantOf(services.clock)
    services.local.transact(() => {
      const fresh = jobs.byId(job.id)
      if (this.#isClosed || fresh === undefined || !isStillFor(fresh, job)) throw new Withdrawn()
      const begun = { sentAt: now, reason: null, detail: null, nextTryAt: null }
      jobs.change(fresh, ['send'], { ...begun, ...standingOf(made) }, now)
    })
    services.announceLocal('print_job')
  }

  #settle(id: string, outcome: SendOutcome, made: MadePaper): void {
    const { jobs, printers, services } = this.#parts
    const now = instantOf(services.clock)
    const news = services.local.transact(() => {
      const job = jobs.byId(id)
      // Cancelled or moved meanwhile: nothing had left, so nothing is to be said.
      if (job === undefined || (job.state !== 'sending' && job.state !== 'queued')) return false
      const { reason, detail, bytesSent } = outcome
      const said = { ...standingOf(made), reason, detail, bytesSent }
      const seconds = secondsToNextTry(outcome, job.tries, job.queuedAt, now)
      if (seconds !== null) {
        const nextTryAt = new Date(Date.parse(now) + seconds * 1000).toISOString()
        const back: readonly PrintJobEvent[] = job.state === 'sending' ? ['fail', 'retry'] : []
        jobs.change(job, back, { ...said, tries: job.tries + 1, nextTryAt }, now)
      } else {
        const begin: readonly PrintJobEvent[] = job.state === 'queued' ? ['send'] : []
        const isDone = outcome.state !== 'failed_before_send'
        const patch = { ...said, nextTryAt: null, endedAt: now, isRecorded: !isDone || job.kind === testKind }
        jobs.change(job, [...begin, printJobEventOf[outcome.state]], patch, now)
      }
      const state = printerStateAfter(outcome)
      return state !== null && printers.saw(job.printerId, state, reason, now)
    })
    services.announceLocal('print_job', ...(news ? ['printer'] : []))
  }

  #fail(job: PrintJob, reason: string, detail: string | null): void {
    const { jobs, services } = this.#parts
    const now = instantOf(services.clock)
    const fresh = jobs.byId(job.id)
    if (fresh === undefined || (fresh.state !== 'queued' && fresh.state !== 'sending')) return
    const begin: readonly PrintJobEvent[] = fresh.state === 'queued' ? ['send'] : []
    jobs.change(fresh, [...begin, 'fail'], { reason, detail, nextTryAt: null, endedAt: now }, now)
    services.announceLocal('print_job')
  }

  /** Says to every station how print jobs ended; what a crash prevented is said at the next start (W7). */
  async #recordAll(): Promise<void> {
    const { jobs, services } = this.#parts
    if (this.#isClosed) return
    for (const job of jobs.unrecorded()) {
      if (this.#isClosed) return
      const as = { userId: job.wantedBy, role: job.wantedByRole }
      const recorded = await services.runCommand('printJob.record', { id: job.id }, services.newId(), as)
      if (!recorded.ok) services.log.problem('print.notRecorded', { printJob: job.id, code: recorded.refusal.code })
    }
  }
}

type MadePaper = Pick<DrawnPaper, 'bytes' | 'warnings'>

/** What a row says of the bytes that lie beside the database; written with the step that follows, not by itself. */
function standingOf({ bytes, warnings }: MadePaper) {
  return { hasBytes: true, bytesTotal: bytes.length, warnings }
}

/** Still waiting for the printer it was taken up for. */
function isStillFor(fresh: PrintJob, job: PrintJob): boolean {
  return fresh.state === 'queued' && !fresh.isHeld && fresh.printerId === job.printerId
}

/** A route may name another tray than the printer's own. */
function withTray(profile: PrinterProfile, tray: string | null): PrinterProfile {
  return profile.language === 'pdf' && tray !== null ? { ...profile, tray } : profile
}
