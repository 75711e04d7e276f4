import { hash as hashOf } from 'node:crypto'
import type { ReadableDb } from '../database/handles.ts'
import { chainHash, chainStart, type LogRow } from './change-log.ts'
import { type PackedText, unpackText } from './packed-text.ts'

export type ChainVerdict =
  | { readonly whole: true; readonly checked: number; readonly head: { readonly sseq: number; readonly hash: string } }
  | { readonly whole: false; readonly sseq: number; readonly why: 'gap' | 'payload' | 'envelope' | 'link' }

/**
 * Walks a station's chain (W5) from `fromSseq` to its end: at start the tail, in a worker the whole of it. The row before
 * the first is trusted for its hash, which is what the tail check cannot see and the whole check does.
 */
export function checkChain(db: ReadableDb, station: string, fromSseq = 1): ChainVerdict {
  const page = db.read<LogRow>('select * from changes where station = ? and sseq >= ? order by sseq limit 1000')
  const before = db
    .read<{ hash: Buffer }>('select hash from changes where station = ? and sseq = ?')
    .get(station, fromSseq - 1)
  let previous = before?.hash ?? chainStart.hash
  let expected = fromSseq
  let checked = 0
  for (;;) {
    const rows = page.all(station, expected)
    for (const row of rows) {
      const problem = problemInChain(row, expected, previous)
      if (problem !== undefined) return { whole: false, sseq: expected, why: problem }
      previous = row.hash
      expected += 1
      checked += 1
    }
    if (rows.length < 1000)
      return { whole: true, checked, head: { sseq: expected - 1, hash: previous.toString('hex') } }
  }
}

/** What is wrong with a row where it should be the next of its station after `previous`. */
export function problemInChain(
  row: LogRow,
  expected: number,
  previous: Buffer,
): 'gap' | 'payload' | 'envelope' | 'link' | undefined {
  if (row.sseq !== expected) return 'gap'
  if (!row.prev_hash.equals(previous)) return 'link'
  if (row.payload !== null && !isPayloadWhole(row.payload, row.payload_digest)) return 'payload'
  const envelope = {
    ...(row.envelope_more !== null && (JSON.parse(row.envelope_more) as object)),
    actor: row.actor,
    actorRole: row.actor_role,
    appVer: row.app_ver,
    atWall: row.at_wall,
    command: row.command,
    commandId: row.command_id,
    doc: row.doc,
    entity: row.entity,
    groupNo: row.group_no,
    hlc: row.hlc,
    id: row.id,
    kind: row.kind,
    reason: row.reason,
    schemaVer: row.schema_ver,
    sseq: row.sseq,
    station: row.station,
  }
  return chainHash(row.prev_hash, envelope, row.payload_digest).equals(row.hash) ? undefined : 'envelope'
}

function isPayloadWhole(payload: PackedText, digest: Buffer): boolean {
  try {
    return hashOf('sha256', unpackText(payload), 'buffer').equals(digest)
  } catch {
    // Damage may leave bytes that cannot be unpacked at all.
    return false
  }
}
