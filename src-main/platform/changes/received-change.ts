import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts'
import type { WritableDb } from '../database/handles.ts'
import { chainHash, sha256 } from './change-log.ts'
import type { OutgoingChange } from './outbox.ts'
import { packText } from './packed-text.ts'

/** A change as it came from the cloud, with where it stands in its station's chain. */
export interface ReceivedChange {
  readonly station: string
  readonly change: OutgoingChange
  readonly strange: Readonly<Record<string, unknown>> | undefined
  readonly previous: Buffer
}

interface Answer {
  readonly seq: number
  readonly hlcEff: string
  readonly verdict: string
}

/** What is hashed of a change: its payload alone, and all of it after the change before. */
export interface ChangeHashes {
  readonly digest: Buffer
  readonly hash: Buffer
}

/** The hashes of a change after the one before it; undefined where it says another (SPEC Y3). */
export function hashesInChain({ station, change, previous }: ReceivedChange): ChangeHashes | undefined {
  const { payload, hash: said, ...envelope } = change
  const digest = sha256(payload)
  const hash = chainHash(previous, { ...envelope, station }, digest)
  return hash.toString('hex') === said ? { digest, hash } : undefined
}

/** Adds a change to the log of this station as it came; `lsn` null: after all others. */
export function changeInserter(db: WritableDb) {
  const insert = db.write(
    `insert into changes (lsn, id, station, sseq, command_id, command, group_no, hlc, actor, actor_role, reason, at_wall,
      entity, doc, kind, payload, payload_digest, app_ver, schema_ver, prev_hash, hash, seq, hlc_eff, verdict,
      verdict_detail, recv_at, envelope_more)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (
    { station, change, strange, previous }: ReceivedChange,
    { digest, hash }: ChangeHashes,
    answer: Answer,
    detail: string | null,
    receivedAt: string,
    lsn: number | null = null,
  ): void => {
    insert.run(
      lsn,
      change.id,
      station,
      change.sseq,
      change.commandId,
      change.command,
      change.groupNo,
      change.hlc,
      change.actor,
      change.actorRole,
      change.reason,
      change.atWall,
      change.entity,
      change.doc,
      change.kind,
      packText(change.payload),
      digest,
      change.appVer,
      change.schemaVer,
      previous,
      hash,
      answer.seq,
      answer.hlcEff,
      answer.verdict,
      detail,
      receivedAt,
      strange === undefined ? null : canonicalJson(strange as Json),
    )
  }
}
