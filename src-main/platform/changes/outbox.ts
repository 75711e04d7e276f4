import type { ReadableDb } from '../database/handles.ts'
import type { LogRow } from './change-log.ts'
import { unpackText } from './packed-text.ts'

/** A change of this station as it travels (SPEC Y1). */
export interface OutgoingChange {
  readonly id: string
  readonly sseq: number
  readonly commandId: string
  readonly command: string
  readonly groupNo: number
  readonly hlc: string
  readonly actor: string
  readonly actorRole: string
  readonly reason: string | null
  readonly atWall: string
  readonly entity: string
  readonly doc: string
  readonly kind: string
  readonly payload: string
  readonly appVer: string
  readonly schemaVer: number
  readonly hash: string
}

/**
 * What the cloud has not got yet, from after a counter, at most so many changes and bytes, never cut inside a command
 * (W14): a command that does not fit any more waits for the next batch, one that is too large alone goes alone.
 */
export function outboxReader(db: ReadableDb, station: string) {
  const page = db.read<LogRow>('select * from changes where station = ? and sseq > ? order by sseq limit ?')
  const command = db.read<LogRow>(
    'select * from changes where station = ? and sseq > ? and command_id = ? order by sseq',
  )
  return (afterSseq: number, most: { readonly changes: number; readonly bytes: number }): readonly OutgoingChange[] => {
    // One more than wanted tells whether the last command is whole.
    const rows = page.all(station, afterSseq, most.changes + 1)
    const first = rows[0]
    if (first === undefined) return []
    const taken: OutgoingChange[] = []
    let bytes = 0
    let whole = 0
    for (const row of rows) {
      if (row.command_id !== taken.at(-1)?.commandId) whole = taken.length
      const change = outgoing(row)
      bytes += change.payload.length + envelopeBytes
      if (taken.length >= most.changes || bytes > most.bytes)
        return whole > 0 ? taken.slice(0, whole) : command.all(station, afterSseq, first.command_id).map(outgoing)
      taken.push(change)
    }
    return taken
  }
}

/** An envelope as JSON, roughly: ids, stamps and names. */
const envelopeBytes = 500

function outgoing(row: LogRow): OutgoingChange {
  if (row.payload === null) throw new Error(`change ${row.sseq} was pruned before the cloud had it`)
  return {
    id: row.id,
    sseq: row.sseq,
    commandId: row.command_id,
    command: row.command,
    groupNo: row.group_no,
    hlc: row.hlc,
    actor: row.actor,
    actorRole: row.actor_role,
    reason: row.reason,
    atWall: row.at_wall,
    entity: row.entity,
    doc: row.doc,
    kind: row.kind,
    payload: unpackText(row.payload),
    appVer: row.app_ver,
    schemaVer: row.schema_ver,
    hash: row.hash.toString('hex'),
  }
}
