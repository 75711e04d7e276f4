import type { Services } from '#main/platform/bus/module.ts'
import { nextState } from '#shared/kernel/state-machine.ts'
import { doubleClickMilliseconds, type PrintJob } from '#shared/printing/print-job.ts'
import { type PrintJobEvent, printJobMachine } from '#shared/printing/print-job-states.ts'
import { type PrintJobRow, printJobColumns, printJobOf, printJobValues, selectPrintJob } from './print-job-row.ts'

/** What changes of a print job together with its state. */
export type PrintJobPatch = Partial<Omit<PrintJob, 'id' | 'state'>>

/** The print jobs of this station and their journal. Used inside commands and by the spool alike. */
export interface PrintJobs {
  byId(id: string): PrintJob | undefined
  /** The live print job of a key: at most one (P3). */
  byKey(key: string): PrintJob | undefined
  /** The same wish a moment ago: a second click, or another window. */
  twinOf(
    job: Pick<PrintJob, 'kind' | 'documentId' | 'lineId' | 'revision' | 'printerId'>,
    now: string,
  ): PrintJob | undefined
  /** Times this paper is known to have been printed, or not known not to have been. */
  knownPrints(of: Pick<PrintJob, 'kind' | 'documentId' | 'lineId'>): number
  /** The paper as it was issued last with this content, where it is still kept (PR44). */
  issued(of: Pick<PrintJob, 'kind' | 'documentId' | 'lineId' | 'form' | 'content'>): PrintJob | undefined
  insert(job: PrintJob): void
  /** Takes a print job through events of its machine, or, with none, changes what stands beside its state. */
  change(job: PrintJob, events: readonly PrintJobEvent[], patch: PrintJobPatch, at: string): PrintJob
  /** Devices for which something waits. */
  waitingDevices(): string[]
  /** First in the line of a device, whether or not its time has come. */
  firstFor(deviceKey: string): PrintJob | undefined
  inState(state: PrintJob['state']): PrintJob[]
  unrecorded(): PrintJob[]
  /** Print jobs of a printer that are not at their end. */
  openOf(printerId: string): PrintJob[]
  /** The next of those whose paper and bytes are to be forgotten. */
  olderThan(instant: string): PrintJob[]
}

export function printJobs({ local, newId }: Pick<Services, 'local' | 'newId'>): PrintJobs {
  const one = (condition: string) => local.read<PrintJobRow>(`${selectPrintJob} where ${condition} limit 1`)
  const many = (condition: string) => local.read<PrintJobRow>(`${selectPrintJob} where ${condition}`)
  const byId = one('id = ?')
  const byKey = one(`key = ? and state <> 'cancelled'`)
  const twin = one(
    `document_id = ? and kind = ? and wanted_at > ? and line_id is ? and revision = ? and printer_id = ? and state <> 'cancelled'`,
  )
  const prints = local.read<{ prints: number }>(
    'select count(distinct print_job_id) as prints from print_outcomes where document_id = ? and kind = ? and line_id is ?',
  )
  const issued = one(
    `document_id = ? and kind = ? and line_id is ? and form = ? and content = ? and paper is not null
       and state in ('printed', 'handed_over', 'unknown') order by wanted_at desc, id desc`,
  )
  const devices = local.read<{ device_key: string }>(
    `select distinct device_key from print_jobs where state = 'queued' and is_held = 0`,
  )
  const first = one(`state = 'queued' and is_held = 0 and device_key = ? order by queued_at, wanted_at, id`)
  const inState = many('state = ? order by wanted_at, id')
  const unrecorded = many('is_recorded = 0 order by wanted_at, id')
  const openOf = many(`state in ('queued', 'sending', 'unknown', 'failed_before_send') and printer_id = ?`)
  const old = many('wanted_at < ? and (paper is not null or has_bytes = 1) order by wanted_at limit 200')
  const insert = local.write(
    `insert into print_jobs (${printJobColumns.join(', ')}) values (${printJobColumns.map(() => '?').join(', ')})`,
  )
  const update = local.write(
    `update print_jobs set ${printJobColumns.map((column) => `${column} = ?`).join(', ')} where id = ?`,
  )
  const journal = local.write(
    `insert into print_journal (id, print_job_id, at, state, reason, bytes_sent, detail) values (?, ?, ?, ?, ?, ?, ?)`,
  )
  const note = (job: PrintJob, at: string) =>
    journal.run(newId(), job.id, at, job.state, job.reason, job.bytesSent, job.detail)
  const jobOf = (row: PrintJobRow | undefined) => (row === undefined ? undefined : printJobOf(row))

  return {
    byId: (id) => jobOf(byId.get(id)),
    byKey: (key) => jobOf(byKey.get(key)),
    twinOf: ({ kind, documentId, lineId, revision, printerId }, now) => {
      const since = new Date(Date.parse(now) - doubleClickMilliseconds).toISOString()
      return jobOf(twin.get(documentId, kind, since, lineId, revision, printerId))
    },
    knownPrints: ({ kind, documentId, lineId }) => prints.get(documentId, kind, lineId)?.prints ?? 0,
    issued: ({ kind, documentId, lineId, form, content }) => jobOf(issued.get(documentId, kind, lineId, form, content)),
    insert: (job) => {
      insert.run(...printJobValues(job))
      note(job, job.wantedAt)
    },
    change: (job, events, patch, at) => {
      let state = job.state
      for (const event of events) {
        const next = nextState(printJobMachine, state, event)
        if (next === null) throw new Error(`a print job that is ${state} cannot ${event}`)
        state = next
      }
      const changed: PrintJob = { ...job, ...patch, state }
      update.run(...printJobValues(changed), job.id)
      // A printer that is out of paper for an hour is one line, not sixty.
      if (state !== job.state || changed.reason !== job.reason || changed.isHeld !== job.isHeld) note(changed, at)
      return changed
    },
    waitingDevices: () => devices.all().map((row) => row.device_key),
    firstFor: (deviceKey) => jobOf(first.get(deviceKey)),
    inState: (state) => inState.all(state).map(printJobOf),
    unrecorded: () => unrecorded.all().map(printJobOf),
    openOf: (printerId) => openOf.all(printerId).map(printJobOf),
    olderThan: (instant) => old.all(instant).map(printJobOf),
  }
}
