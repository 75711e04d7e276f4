import type { Services } from '#main/platform/bus/module.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { doubleClickMilliseconds } from '#shared/printing/print-job.ts'

/** A paper of a batch that could not be wanted, and why; without a document the whole kind. */
export interface LeftOutPaper {
  readonly kind: string
  readonly documentId: string | null
  readonly code: string
  readonly params: NonNullable<Refusal['params']>
}

/** Who said something of a whole batch, when, and what they might do then. */
interface Said {
  readonly at: string
  readonly by: {
    readonly userId: string
    readonly name: string
    readonly role: string
    readonly grants: readonly string[]
  }
}

/** What a person said of a whole batch. */
export type BatchMove =
  | (Said & {
      readonly does: 'answer'
      readonly printerId: string
      readonly fromPage: number | null
      readonly today: string
    })
  | (Said & { readonly does: 'stop' | 'goOn' })

/** Many papers wanted at once: the wish, and how far it has got. Its papers are print jobs (PR50). */
export interface PrintBatch {
  readonly id: string
  readonly key: string
  readonly kinds: readonly string[]
  /** Printer of each kind. */
  readonly printers: Readonly<Record<string, string>>
  readonly documentIds: readonly string[] | null
  readonly documents: number
  readonly laidOut: number
  readonly isLaidOut: boolean
  readonly papers: number
  readonly alreadyThere: number
  readonly leftOut: readonly LeftOutPaper[]
  readonly leadId: string | null
  readonly isPaused: boolean
  readonly stoppedAt: string | null
  readonly movedAt: string
  readonly wantedBy: string
  readonly wantedByName: string
  readonly wantedByRole: string
  readonly grants: readonly string[]
  readonly wantedAt: string
  readonly wantedOn: string
  /** Being said of its papers; until it is said of all, none of them leaves. */
  readonly move: BatchMove | null
}

const columns = [
  ['id', 'id', 'plain'],
  ['key', 'key', 'plain'],
  ['kinds', 'kinds', 'json'],
  ['printers', 'printers', 'json'],
  ['documentIds', 'document_ids', 'json'],
  ['documents', 'documents', 'plain'],
  ['laidOut', 'laid_out', 'plain'],
  ['isLaidOut', 'is_laid_out', 'flag'],
  ['papers', 'papers', 'plain'],
  ['alreadyThere', 'already_there', 'plain'],
  ['leftOut', 'left_out', 'json'],
  ['leadId', 'lead_id', 'plain'],
  ['isPaused', 'is_paused', 'flag'],
  ['stoppedAt', 'stopped_at', 'plain'],
  ['movedAt', 'moved_at', 'plain'],
  ['wantedBy', 'wanted_by', 'plain'],
  ['wantedByName', 'wanted_by_name', 'plain'],
  ['wantedByRole', 'wanted_by_role', 'plain'],
  ['grants', 'grants', 'json'],
  ['wantedAt', 'wanted_at', 'plain'],
  ['wantedOn', 'wanted_on', 'plain'],
  ['move', 'move', 'json'],
] as const satisfies readonly (readonly [keyof PrintBatch, string, 'plain' | 'json' | 'flag'])[]

export type PrintBatchRow = Readonly<Record<keyof PrintBatch, string | number | null>>
export const selectPrintBatch = `select ${columns.map(([name, column]) => `${column} as "${name}"`).join(', ')} from print_batches`

export function printBatchOf(row: PrintBatchRow): PrintBatch {
  const read = columns.map(([name, , kind]) => {
    const value = row[name]
    if (kind === 'flag') return [name, value === 1]
    return [name, kind === 'json' && typeof value === 'string' ? JSON.parse(value) : value]
  })
  return Object.fromEntries(read) as PrintBatch
}

function valuesOf(batch: PrintBatch): unknown[] {
  return columns.map(([name, , kind]) => {
    const value = batch[name]
    if (kind === 'flag') return Number(value)
    return kind === 'json' && value !== null ? JSON.stringify(value) : value
  })
}

export interface PrintBatches {
  byId(id: string): PrintBatch | undefined
  /** The same wish: one that is still on its way, or was made a moment ago (P3, PR52). */
  twinOf(key: string, now: string): PrintBatch | undefined
  insert(batch: PrintBatch): void
  change(id: string, patch: Partial<Omit<PrintBatch, 'id'>>): void
  notLaidOut(): PrintBatch[]
  moving(): PrintBatch[]
}

export function printBatches({ local }: Pick<Services, 'local'>): PrintBatches {
  const byId = local.read<PrintBatchRow>(`${selectPrintBatch} where id = ?`)
  const twin = local.read<PrintBatchRow>(
    `${selectPrintBatch} where key = ? and (wanted_at > ? or (stopped_at is null and (is_laid_out = 0 or exists (
       select 1 from print_jobs j where j.batch_id = print_batches.id
         and j.state in ('queued', 'sending', 'unknown', 'failed_before_send')))))
     order by wanted_at desc limit 1`,
  )
  const notLaidOut = local.read<PrintBatchRow>(`${selectPrintBatch} where is_laid_out = 0 order by id`)
  const moving = local.read<PrintBatchRow>(`${selectPrintBatch} where move is not null order by id`)
  const insert = local.write(
    `insert into print_batches (${columns.map(([, column]) => column).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const update = local.write(
    `update print_batches set ${columns.map(([, column]) => `${column} = ?`).join(', ')} where id = ?`,
  )
  const batchOf = (row: PrintBatchRow | undefined) => (row === undefined ? undefined : printBatchOf(row))
  return {
    byId: (id) => batchOf(byId.get(id)),
    twinOf: (key, now) => {
      const since = new Date(Date.parse(now) - doubleClickMilliseconds).toISOString()
      return batchOf(twin.get(key, since))
    },
    insert: (batch) => {
      insert.run(...valuesOf(batch))
    },
    change: (id, patch) => {
      const known = batchOf(byId.get(id))
      if (known !== undefined) update.run(...valuesOf({ ...known, ...patch }), id)
    },
    notLaidOut: () => notLaidOut.all().map(printBatchOf),
    moving: () => moving.all().map(printBatchOf),
  }
}
