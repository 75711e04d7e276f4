import type { z } from 'zod'
import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'

type Shown = z.output<(typeof printingContract)['printOutcome.list']['output']>['outcomes'][number]

/** What a person saw stands over what the printer said, whichever station says it first. */
export const listPrintOutcomes = defineQuery(printingContract['printOutcome.list'], ({ db }) => {
  const all = db.read<Shown>(
    `select o.print_job_id as printJobId, o.kind, o.line_id as lineId, o.printer_name as printerName,
       o.station_code as stationCode, o.by_name as byName, o.copy, o.copies, o.result, o.at
     from print_outcomes o where o.document_id = ? and not exists (
       select 1 from print_outcomes l where l.document_id = o.document_id and l.kind = o.kind
         and l.print_job_id = o.print_job_id and (l.at, l.id) > (o.at, o.id))
     order by o.at desc, o.id desc limit 500`,
  )
  return ({ documentId }) => accepted({ outcomes: all.all(documentId) })
})
