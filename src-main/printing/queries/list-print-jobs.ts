import { defineQuery } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { boundsOfDay } from '#shared/kernel/dates.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import { type PrintJobRow, printJobOf, selectPrintJob } from '../print-job-row.ts'
import { shownPrintJob } from '../shown-print-job.ts'

const statesOf = {
  all: '',
  unknown: `state = 'unknown' and`,
  failed: `state = 'failed_before_send' and`,
  queued: `state in ('queued', 'sending') and`,
} as const

export const listPrintJobs = defineQuery(printingContract['printJob.list'], ({ db, station }) => {
  const page = (conditions: string) =>
    db.read<PrintJobRow>(
      `${selectPrintJob} where ${conditions} (wanted_at, id) < (?, ?) order by wanted_at desc, id desc limit ?`,
    )
  const pages = {
    all: page(statesOf.all),
    unknown: page(statesOf.unknown),
    failed: page(statesOf.failed),
    queued: page(statesOf.queued),
  }
  const ofDocument = {
    all: page(`document_id = ? and ${statesOf.all}`),
    unknown: page(`document_id = ? and ${statesOf.unknown}`),
    failed: page(`document_id = ? and ${statesOf.failed}`),
    queued: page(`document_id = ? and ${statesOf.queued}`),
  }
  return ({ show, documentId, after, limit }, { viewer }) => {
    const before = after ?? ['9999', '']
    const found =
      documentId === null
        ? pages[show].all(...before, limit + 1)
        : ofDocument[show].all(documentId, ...before, limit + 1)
    const rows = found.slice(0, limit).map((row) => shownPrintJob(printJobOf(row), viewer, station.code))
    const last = rows.at(-1)
    const next: [string, string] | null = found.length > limit && last !== undefined ? [last.wantedAt, last.id] : null
    return accepted({ rows, next })
  }
})

export const countPrintJobs = defineQuery(printingContract['printJob.counts'], ({ db }) => {
  const company = companyReader(db)
  const open = db.read<{ state: PrintJob['state']; held: number; jobs: number }>(
    // A batch is one question, however many papers are in it.
    `select state, is_held as held,
       count(distinct case when batch_id is null then id else batch_id || printer_id end) as jobs from print_jobs
     where state in ('queued', 'sending', 'unknown', 'failed_before_send') group by state, is_held`,
  )
  const ofDay = db.read<{ jobs: number }>(
    'select count(*) as jobs from print_jobs where wanted_at >= ? and wanted_at < ?',
  )
  return (_, { today }) => {
    const rows = open.all()
    const count = (...states: readonly PrintJob['state'][]) =>
      rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.jobs, 0)
    const { from, until } = boundsOfDay(today, company()?.timeZone ?? 'UTC')
    return accepted({
      unknown: count('unknown'),
      failed: count('failed_before_send'),
      queued: count('queued', 'sending'),
      held: rows.filter((row) => row.held === 1).reduce((sum, row) => sum + row.jobs, 0),
      today: ofDay.get(from, until)?.jobs ?? 0,
    })
  }
})
