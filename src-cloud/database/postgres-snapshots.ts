import type { Shapes } from '#shared/kernel/change/shape.ts'
import { snapshotChunkForm } from '#shared/kernel/change/snapshot.ts'
import { presentEpoch } from '../sync/epochs.ts'
import type {
  DocumentsPage,
  DocumentsPlace,
  LookedAt,
  ShelvedDocument,
  SnapshotReading,
  SnapshotShelf,
} from '../sync/snapshot-shelf.ts'
import { asApp, becomeApp } from './as-app.ts'
import { type DocumentRow, documentOf, type HeadRow, headColumns, headOf } from './kept-rows.ts'
import type { Query, Sql } from './sql.ts'

/** One building at a time for an organisation, whichever server does it; the second number is the organisation's own. */
const buildingLock = 2687774

interface SnapshotRow {
  readonly snapshot: string
  readonly seq: string | number | bigint
  readonly epoch: string
  /** JSON: `SnapshotChunk[]`. */
  readonly chunks: string
  /** JSON: `Shapes`. */
  readonly shapes: string
}

/** Snapshots in PostgreSQL beside the documents they are made of. */
export function postgresSnapshots(sql: Sql): SnapshotShelf {
  return {
    latest: (org) =>
      asApp(sql, org, async (query) => {
        const [row] = await query<SnapshotRow>(
          'select snapshot, seq, epoch, chunks, shapes from snapshots where org = $1 order by built_at desc, seq desc limit 1',
          [org],
        )
        if (row === undefined) return undefined
        const { snapshot: id, seq, epoch, chunks, shapes } = row
        return {
          id,
          seq: Number(seq),
          epoch,
          chunks: snapshotChunkForm.array().parse(JSON.parse(chunks)),
          shapes: JSON.parse(shapes) as Shapes,
        }
      }),
    chunk: (org, snapshot, no) =>
      asApp(sql, org, async (query) => {
        const [row] = await query<{ bytes: Uint8Array }>(
          'select bytes from snapshot_chunks where org = $1 and snapshot = $2 and no = $3',
          [org, snapshot, no],
        )
        return row?.bytes
      }),
    build: (org, work) =>
      sql.transaction(async (query) => {
        // Every page is read as of the first: pushes go on meanwhile.
        await query('set transaction isolation level repeatable read')
        await becomeApp(query, org)
        const [lock] = await query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as mine', [
          buildingLock,
          org,
        ])
        if (lock?.mine !== true) return false
        await work(readingOf(query, org))
        return true
      }),
  }
}

/** One page of documents (Y32); undefined where there is no such organisation. */
export async function documentsPage(
  query: Query,
  org: string,
  place: DocumentsPlace,
): Promise<DocumentsPage | undefined> {
  // The head first: what is pushed between the two statements shows in the head of the next page.
  const head = await headIn(query, org)
  if (head === undefined) return undefined
  const { seq, epoch } = head
  return { seq, epoch, documents: await documentsIn(query, org, place) }
}

async function headIn(query: Query, org: string): Promise<LookedAt | undefined> {
  const [row] = await query<HeadRow>(`select ${headColumns} from tenant_head where org = $1`, [org])
  if (row === undefined) return undefined
  const head = headOf(row)
  return { seq: head.seq, epoch: presentEpoch(head), foldedAs: head.foldedAs }
}

async function documentsIn(
  query: Query,
  org: string,
  { which, after, limit }: DocumentsPlace,
): Promise<readonly ShelvedDocument[]> {
  const [names, sign] = 'of' in which ? [which.of, '= any'] : [which.notOf, '<> all']
  const rows = await query<DocumentRow & { entity: string }>(
    `select doc, entity, data, stamps from docs
     where org = $1 and entity ${sign}($2::text[]) and doc > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
     order by doc limit $4`,
    [org, [...names], after, limit],
  )
  return rows.map((row) => ({ id: row.doc, entity: row.entity, document: documentOf(row) }))
}

function readingOf(query: Query, org: string): SnapshotReading {
  return {
    head: async () => {
      const head = await headIn(query, org)
      if (head === undefined) throw new Error('the organisation has no head')
      return head
    },
    documents: (which, after, limit) => documentsIn(query, org, { which, after, limit }),
    keepChunk: async (snapshot, no, bytes) => {
      await query('insert into snapshot_chunks (org, snapshot, no, bytes) values ($1, $2, $3, $4)', [
        org,
        snapshot,
        no,
        bytes,
      ])
    },
    publish: async ({ id, seq, epoch, chunks, shapes }) => {
      await query('insert into snapshots (org, snapshot, seq, epoch, chunks, shapes) values ($1, $2, $3, $4, $5, $6)', [
        org,
        id,
        seq,
        epoch,
        JSON.stringify(chunks),
        JSON.stringify(shapes),
      ])
      // Whoever is fetching the one before may finish.
      const old = `select snapshot from snapshots where org = $1 order by built_at desc, seq desc offset 2`
      await query(`delete from snapshot_chunks where org = $1 and snapshot in (${old})`, [org])
      await query(`delete from snapshots where org = $1 and snapshot in (${old})`, [org])
    },
  }
}
