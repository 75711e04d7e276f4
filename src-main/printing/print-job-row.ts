import type { PrintJob } from '#shared/printing/print-job.ts'

/** What of a print job has a column of its own, and its name; flags are integers. */
const columns = [
  ['id', 'id'],
  ['key', 'key'],
  ['kind', 'kind'],
  ['form', 'form'],
  ['title', 'title'],
  ['documentId', 'document_id'],
  ['lineId', 'line_id'],
  ['revision', 'revision'],
  ['content', 'content'],
  ['orderNumber', 'order_number'],
  ['partyName', 'party_name'],
  ['needs', 'needs'],
  ['language', 'language'],
  ['printerId', 'printer_id'],
  ['printerName', 'printer_name'],
  ['deviceKey', 'device_key'],
  ['tray', 'tray'],
  ['copy', 'copy'],
  ['copyTag', 'copy_tag'],
  ['copies', 'copies'],
  ['state', 'state'],
  ['isHeld', 'is_held'],
  ['reason', 'reason'],
  ['detail', 'detail'],
  ['tries', 'tries'],
  ['nextTryAt', 'next_try_at'],
  ['hasBytes', 'has_bytes'],
  ['bytesSent', 'bytes_sent'],
  ['bytesTotal', 'bytes_total'],
  ['lastWords', 'last_words'],
  ['movedFrom', 'moved_from'],
  ['wantedBy', 'wanted_by'],
  ['wantedByName', 'wanted_by_name'],
  ['wantedByRole', 'wanted_by_role'],
  ['wantedAt', 'wanted_at'],
  ['queuedAt', 'queued_at'],
  ['sentAt', 'sent_at'],
  ['endedAt', 'ended_at'],
  ['isRecorded', 'is_recorded'],
  ['batchId', 'batch_id'],
  ['batchPlace', 'batch_place'],
  ['portion', 'portion'],
  ['firstPage', 'first_page'],
  ['pages', 'pages'],
  ['bytesName', 'bytes_name'],
  ['seenBy', 'seen_by'],
  ['seenByName', 'seen_by_name'],
] as const satisfies readonly (readonly [keyof PrintJob, string])[]

type Plain = Pick<PrintJob, (typeof columns)[number][0]>

/** As `select` gives it: papers and warnings are JSON, an amount has two columns. */
export type PrintJobRow = { readonly [K in keyof Plain]: Plain[K] extends boolean ? number : Plain[K] } & {
  readonly amount: number | null
  readonly currency: string | null
  readonly paper: string | null
  readonly warnings: string
}

const others = ['amount', 'currency', 'paper', 'warnings'] as const

export const printJobColumns: readonly string[] = [...columns.map(([, column]) => column), ...others]
export const selectPrintJob = `select ${columns.map(([name, column]) => `${column} as "${name}"`).join(', ')}, ${others.join(', ')} from print_jobs`

export function printJobOf(row: PrintJobRow): PrintJob {
  const { amount, currency, paper, warnings, ...plain } = row
  return {
    ...plain,
    isHeld: plain.isHeld === 1,
    hasBytes: plain.hasBytes === 1,
    isRecorded: plain.isRecorded === 1,
    amount: amount === null || currency === null ? null : { amount, currency },
    paper: paper === null ? null : JSON.parse(paper),
    warnings: JSON.parse(warnings),
  }
}

/** Values in the order of `printJobColumns`. */
export function printJobValues(job: PrintJob): unknown[] {
  const flag = (value: PrintJob[keyof Plain]): unknown => (typeof value === 'boolean' ? Number(value) : value)
  return [
    ...columns.map(([name]) => flag(job[name])),
    job.amount?.amount ?? null,
    job.amount?.currency ?? null,
    job.paper === null ? null : JSON.stringify(job.paper),
    JSON.stringify(job.warnings),
  ]
}
