import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printBatchContract } from '#shared/printing/batch-contract.ts'
import { type PrintJobRow, printJobOf, selectPrintJob } from '../print-job-row.ts'
import { printBatchReader } from '../shown-print-batch.ts'
import { shownPrintJob } from '../shown-print-job.ts'

export const getPrintBatch = defineQuery(printBatchContract['printBatch.get'], ({ db }) => {
  const read = printBatchReader(db)
  return ({ id }) => {
    const batch = read(id)
    return batch === undefined ? refused('notFound.printBatch', { id }) : accepted(batch)
  }
})

export const listBatchPapers = defineQuery(printBatchContract['printBatch.papers'], ({ db, station }) => {
  const page = db.read<PrintJobRow>(
    `${selectPrintJob} where batch_id = ? and (batch_place, id) > (?, ?) order by batch_place, id limit ?`,
  )
  return ({ id, after, limit }, { viewer }) => {
    const found = page.all(id, ...(after ?? [-1, '']), limit + 1)
    const rows = found.slice(0, limit).map((row) => shownPrintJob(printJobOf(row), viewer, station.code))
    const last = rows.at(-1)
    const next: [number, string] | null =
      found.length > limit && last !== undefined ? [last.batchPlace ?? 0, last.id] : null
    return accepted({ rows, next })
  }
})
