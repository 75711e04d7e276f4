import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { type PrintJob, testKind } from '#shared/printing/print-job.ts'
import { afterCrash, type PrintJobEvent, printJobEventOf } from '#shared/printing/print-job-states.ts'
import type { SendOutcome } from '#shared/printing/print-outcome.ts'
import { isHeldBack, secondsToNextTry } from '#shared/printing/print-retry.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { printerStateAfter } from '#shared/printing/printer-state.ts'
import type { Devices } from './devices.ts'
import type { Drawing } from './drawing.ts'
import type { PrintBytes } from './drivers/print-bytes.ts'
import type { PrintBatches } from './print-batches.ts'
import type { PrintJobs } from './print-jobs.ts'
import { keepBytes, type LoadedJob, makeLoad, outcomeFor, type PrintLoad } from './print-load.ts'
import { wantedTogether } from './print-outcome-posting.ts'
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
  readonly batches: PrintBatches
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
  #listen: () => void = () => undefined
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

  /** For answers of a whole batch: says them to every station, then goes on. */
  async recorded(): Promise<void> {
    await this.#recordAll()
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

  /** Calls back when a device gets to work. */
  onBegin(listen: () => void): void {
    this.#listen = listen
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
    this.#listen()
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

  async #print(first: PrintJob): Promise<void> {
    const { jobs, printers, devices, services } = this.#parts
    const together = jobs.leavingWith(first)
    if (this.#holdsBack(first, together)) return
    const found = printers.byId(first.printerId)
    if (found === undefined) return this.#failAll(together, 'printerGone', null)
    const profile = withTray(found, first.tray)
    const load = await this.#loadFor(together, profile)
    if (load === null || this.#isClosed) return
    const payload = { bytes: load.bytes, language: profile.language, title: load.title, copies: load.copies }
    let outcome: SendOutcome
    try {
      const printer = devices.printerOf(profile)
      outcome = await devices.inTurn(profile, () => printer.send(payload, () => this.#aboutToSend(load)))
    } catch (problem) {
      if (problem instanceof Withdrawn || this.#isClosed) return
      services.log.problem('print.failed', { printJob: first.id, error: problem })
      return this.#failAll(together, 'printerError', String(problem))
    }
    if (this.#isClosed) return
    this.#settle(load, outcome)
    await this.#recordAll()
  }

  /** P4: a receipt that waited too long for its printer; one of a batch waits for those before it, which is no such wait. */
  #holdsBack(first: PrintJob, together: readonly PrintJob[]): boolean {
    const { jobs, services } = this.#parts
    const now = instantOf(services.clock)
    if (!isHeldBack(first.form, this.#waitsSince(first), now)) return false
    for (const job of together) jobs.change(job, [], { isHeld: true, reason: 'waitedTooLong', nextTryAt: null }, now)
    services.announceLocal('print_job')
    return true
  }

  #waitsSince({ batchId, queuedAt }: PrintJob): string {
    const movedAt = batchId === null ? undefined : this.#parts.batches.byId(batchId)?.movedAt
    return movedAt !== undefined && movedAt > queuedAt ? movedAt : queuedAt
  }

  /** The papers in their printer's language; what cannot be drawn fails by itself and keeps none of the others back. */
  async #loadFor(together: readonly PrintJob[], profile: PrinterProfile): Promise<PrintLoad | null> {
    const { jobs, bytes, services } = this.#parts
    try {
      const { load, notDrawn } = await makeLoad(together, profile, { ...this.#parts, newId: services.newId })
      if (this.#isClosed) return null
      const isAsItWas = (job: PrintJob) => {
        const fresh = jobs.byId(job.id)
        return fresh !== undefined && isStillFor(fresh, job)
      }
      for (const { job, refusal } of notDrawn) {
        const detail = String(refusal?.params?.text ?? '') || null
        if (isAsItWas(job)) this.#fail(job, refusal?.code ?? 'notDrawn', detail)
      }
      if (load === null || !load.jobs.every(({ job }) => isAsItWas(job))) return null
      keepBytes(load, { bytes })
      return load
    } catch (problem) {
      if (this.#isClosed) return null
      services.log.problem('print.notDrawn', { printJobs: together.map(({ id }) => id), error: problem })
      await this.#failUndrawable(together, profile)
      return null
    }
  }

  /** One paper that cannot be drawn must not cost the others their place: each is tried by itself. */
  async #failUndrawable(together: readonly PrintJob[], profile: PrinterProfile): Promise<void> {
    const bad: PrintJob[] = []
    for (const job of together) {
      if (together.length > 1 && (await this.#canBeDrawn(job, profile))) continue
      bad.push(job)
    }
    // All by themselves, and yet not together: nobody knows which, and trying for ever helps nobody.
    this.#failAll(bad.length > 0 ? bad : together, 'notDrawn', null)
  }

  async #canBeDrawn(job: PrintJob, profile: PrinterProfile): Promise<boolean> {
    try {
      await makeLoad([job], profile, { ...this.#parts, newId: this.#parts.services.newId })
      return true
    } catch {
      return false
    }
  }

  /** Committed and flushed when this returns: from now on a crash makes the outcome unknown. */
  #aboutToSend(load: PrintLoad): void {
    const { jobs, services } = this.#parts
    const now = instantOf(services.clock)
    services.local.transact(() => {
      for (const { job, standing } of load.jobs) {
        const fresh = jobs.byId(job.id)
        if (this.#isClosed || fresh === undefined || !isStillFor(fresh, job)) throw new Withdrawn()
        const begun = { sentAt: now, reason: null, detail: null, nextTryAt: null, seenBy: null, seenByName: null }
        jobs.change(fresh, ['send'], { ...begun, ...standing }, now)
      }
    })
    services.announceLocal('print_job')
  }

  #settle(load: PrintLoad, outcome: SendOutcome): void {
    const { jobs, bytes, printers, batches, services } = this.#parts
    const now = instantOf(services.clock)
    const news = services.local.transact(() => {
      for (const loaded of load.jobs) this.#settleOne(loaded, outcomeFor(loaded, outcome), now)
      const [first] = load.jobs
      if (first === undefined) return false
      const { batchId, printerId } = first.job
      if (batchId !== null && outcome.state !== 'failed_before_send') batches.change(batchId, { movedAt: now })
      const state = printerStateAfter(outcome)
      return state !== null && printers.saw(printerId, state, outcome.reason, now)
    })
    for (const name of load.stale) if (jobs.sharing(name) === 0) bytes.remove(name)
    services.announceLocal('print_job', ...(news ? ['printer'] : []))
  }

  #settleOne({ job: { id }, standing }: LoadedJob, outcome: SendOutcome, now: string): void {
    const { jobs, batches } = this.#parts
    const job = jobs.byId(id)
    // Cancelled or moved meanwhile: nothing had left, so nothing is to be said.
    if (job === undefined || (job.state !== 'sending' && job.state !== 'queued')) return
    const { reason, detail, bytesSent } = outcome
    const said = { ...standing, reason, detail, bytesSent }
    const seconds = secondsToNextTry(outcome, job.tries, this.#waitsSince(job), now)
    if (seconds !== null) {
      const nextTryAt = new Date(Date.parse(now) + seconds * 1000).toISOString()
      const back: readonly PrintJobEvent[] = job.state === 'sending' ? ['fail', 'retry'] : []
      jobs.change(job, back, { ...said, tries: job.tries + 1, nextTryAt }, now)
      return
    }
    const begin: readonly PrintJobEvent[] = job.state === 'queued' ? ['send'] : []
    const isDone = outcome.state !== 'failed_before_send'
    const isRecorded = isDone ? job.kind === testKind : job.isRecorded
    const patch = { ...said, nextTryAt: null, endedAt: now, isRecorded }
    jobs.change(job, [...begin, printJobEventOf[outcome.state]], patch, now)
    // What comes after it would come out before it.
    if (!isDone && job.batchId !== null) batches.change(job.batchId, { isPaused: true })
  }

  #failAll(failed: readonly PrintJob[], reason: string, detail: string | null): void {
    for (const job of failed) this.#fail(job, reason, detail)
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
    // Once more on its way: how that ends is what is recorded.
    for (const together of wantedTogether(jobs.unrecorded().filter(({ state }) => state !== 'sending'))) {
      const [first] = together
      if (this.#isClosed || first === undefined) return
      const ids = together.map(({ id }) => id)
      const as = { userId: first.wantedBy, role: first.wantedByRole }
      const recorded = await services.runCommand('printJob.record', { ids }, services.newId(), as)
      if (!recorded.ok) services.log.problem('print.notRecorded', { printJobs: ids, code: recorded.refusal.code })
    }
  }
}

/** Still waiting for the printer it was taken up for. */
function isStillFor(fresh: PrintJob, job: PrintJob): boolean {
  return fresh.state === 'queued' && !fresh.isHeld && fresh.printerId === job.printerId
}

/** A route may name another tray than the printer's own. */
function withTray(profile: PrinterProfile, tray: string | null): PrinterProfile {
  return profile.language === 'pdf' && tray !== null ? { ...profile, tray } : profile
}
