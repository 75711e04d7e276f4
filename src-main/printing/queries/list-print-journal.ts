import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { type PrintJobRow, printJobOf, selectPrintJob } from '../print-job-row.ts'
import { printBatchReader } from '../shown-print-batch.ts'
import { shownPrintJob } from '../shown-print-job.ts'

const statesOf = {
  all: [],
  unknown: ['unknown'],
  failed: ['failed_before_send'],
  queued: ['queued', 'sending'],
} as const

type Show = keyof typeof statesOf
interface Filter {
  readonly show: Show
  readonly number: string
  readonly printerId: string | null
}

interface Condition {
  readonly sql: string
  readonly values: readonly string[]
}

/** What is not of a batch stands for itself; the first paper of a batch for all of it (PR54). */
function conditionOf({ show, number, printerId }: Filter): Condition {
  const states = statesOf[show].map((state) => `'${state}'`).join(', ')
  const own = (row: string): string[] => [
    ...(states === '' ? [] : [`${row}.state in (${states})`]),
    ...(printerId === null ? [] : [`${row}.printer_id = ?`]),
  ]
  const values = printerId === null ? [] : [printerId]
  if (number !== '') {
    // The index holds the numbers, so that no paper is read to find one.
    const numbered = `j.id in (select n.id from print_jobs n where n.order_number like ? escape '\\')`
    const like = `%${number.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
    return { sql: [...own('j'), numbered].join(' and '), values: [...values, like] }
  }
  const single = ['j.batch_id is null', ...own('j')].join(' and ')
  const members = own('m').join(' and ')
  const lead = [
    'exists (select 1 from print_batches b where b.id = j.batch_id and b.lead_id = j.id)',
    ...(members === '' ? [] : [`exists (select 1 from print_jobs m where m.batch_id = j.batch_id and ${members})`]),
  ].join(' and ')
  return { sql: `((${single}) or (j.batch_id is not null and ${lead}))`, values: [...values, ...values] }
}

export const listPrintJournal = defineQuery(printingContract['printJob.journal'], ({ db, station }) => {
  const batchOf = printBatchReader(db)
  const prepared = new Map<string, ReturnType<typeof db.read<PrintJobRow>>>()
  const pageOf = (condition: string) => {
    const known = prepared.get(condition)
    if (known !== undefined) return known
    const made = db.read<PrintJobRow>(
      `${selectPrintJob} j where ${condition} and (j.wanted_at, j.id) < (?, ?)
       order by j.wanted_at desc, j.id desc limit ?`,
    )
    prepared.set(condition, made)
    return made
  }
  return ({ show, number, printerId, after, limit }, { viewer }) => {
    const { sql, values } = conditionOf({ show, number, printerId })
    const found = pageOf(sql).all(...values, ...(after ?? ['9999', '']), limit + 1)
    const rows = found.slice(0, limit).map((row) => {
      const job = printJobOf(row)
      const batch = number !== '' || job.batchId === null ? undefined : batchOf(job.batchId)
      return { ...shownPrintJob(job, viewer, station.code), batch: batch ?? null }
    })
    const last = rows.at(-1)
    const next: [string, string] | null = found.length > limit && last !== undefined ? [last.wantedAt, last.id] : null
    return accepted({ rows, next })
  }
})
