import { hash as hashOf } from 'node:crypto'
import { type ChangeEnvelope, chainText } from '#shared/kernel/change/chain.ts'
import { changeId, type Sha256 } from '#shared/kernel/change/change-id.ts'
import type { ChangeKind, Verdict } from '#shared/kernel/change/change-record.ts'
import { type Hlc, nextHlc, zeroHlc } from '#shared/kernel/change/clock.ts'
import type { WritableDb } from '../database/handles.ts'
import { type PackedText, packText } from './packed-text.ts'

export interface StationIdentity {
  /** UUID of this station. */
  readonly id: string
  /** `A` for the first; stands in document numbers. */
  readonly code: string
}

/** The end of this station's chain. */
export interface ChainHead {
  readonly sseq: number
  readonly hash: Buffer
  readonly hlc: Hlc
}

export const chainStart: ChainHead = { sseq: 0, hash: Buffer.alloc(32), hlc: zeroHlc }

export interface Author {
  readonly actor: string
  readonly actorRole: string
  readonly reason: string | null
}

export interface CommandMark {
  readonly commandId: string
  readonly command: string
}

export interface NewChange {
  readonly groupNo: number
  readonly entity: string
  readonly doc: string
  readonly kind: ChangeKind
  /** The changed fields as canonical JSON: the bytes that are kept, hashed and travel. */
  readonly payload: string
  readonly schemaVer: number
}

export interface LogRow {
  lsn: number
  id: string
  station: string
  sseq: number
  command_id: string
  command: string
  group_no: number
  hlc: string
  actor: string
  actor_role: string
  reason: string | null
  at_wall: string
  entity: string
  doc: string
  kind: ChangeKind
  /** Null once pruned. */
  payload: PackedText | null
  payload_digest: Buffer
  app_ver: string
  schema_ver: number
  prev_hash: Buffer
  hash: Buffer
  /** Place in the organisation's log; null until the cloud has answered. */
  seq: number | null
  hlc_eff: string | null
  verdict: Verdict
  /** Code and detail of a verdict that is not plainly accepted, as JSON. */
  verdict_detail: string | null
  /** Members of its envelope that only a newer version knows, as JSON. */
  envelope_more: string | null
}

export function sha256(text: string): Buffer {
  return hashOf('sha256', text, 'buffer')
}

export const sha256Hex: Sha256 = (text) => hashOf('sha256', text, 'hex')

/** The hash of a change after the one before it (W5). */
export function chainHash(prevHash: Buffer, envelope: ChangeEnvelope, payloadDigest: Buffer): Buffer {
  return sha256(chainText(prevHash.toString('hex'), envelope, payloadDigest.toString('hex')))
}

/** Appends this station's changes; the only writer of `changes`. */
export class ChangeLog {
  readonly #insert
  readonly #lastOwn
  readonly #seen
  readonly #see
  readonly #station: StationIdentity
  readonly #appVersion: string
  #head: ChainHead

  constructor(db: WritableDb, station: StationIdentity, appVersion: string) {
    this.#station = station
    this.#appVersion = appVersion
    this.#insert = db.write(
      `insert into changes (id, station, sseq, command_id, command, group_no, hlc, actor, actor_role, reason, at_wall,
        entity, doc, kind, payload, payload_digest, app_ver, schema_ver, prev_hash, hash, verdict)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#lastOwn = db.read<{ sseq: number; hash: Buffer; hlc: string }>(
      'select sseq, hash, hlc from changes where station = ? order by sseq desc limit 1',
    )
    this.#seen = db.read<{ value: string }>(`select value from station_facts where name = 'highest_clock_seen'`)
    this.#see = db.write(
      `insert into station_facts (name, value) values ('highest_clock_seen', ?)
       on conflict do update set value = max(value, excluded.value)`,
    )
    this.#head = chainStart
    this.reloadHead()
  }

  get head(): ChainHead {
    return this.#head
  }

  /** After a rollback the memory of the head would be ahead of the file. */
  reloadHead(): void {
    const last = this.#lastOwn.get(this.#station.id) ?? chainStart
    const seen = this.#seen.get()?.value ?? zeroHlc
    this.#head = seen > last.hlc ? { ...last, hlc: seen } : last
  }

  /** What is written from now on is later than this (SPEC Y16); kept in the same transaction as what was received. */
  raiseClock(hlc: Hlc): void {
    this.#see.run(hlc)
    if (hlc > this.#head.hlc) this.#head = { ...this.#head, hlc }
  }

  /** Appends one change and returns the stamp its fields take. */
  append(change: NewChange, mark: CommandMark, author: Author, nowMilliseconds: number): Hlc {
    const hlc = nextHlc(this.#head.hlc, nowMilliseconds)
    const sseq = this.#head.sseq + 1
    const id = changeId(sha256Hex, this.#station.id, sseq, mark.commandId)
    const atWall = new Date(nowMilliseconds).toISOString()
    const { payload } = change
    const payloadDigest = sha256(payload)
    // In the order of its canonical text, which then needs no sorting.
    const envelope = {
      actor: author.actor,
      actorRole: author.actorRole,
      appVer: this.#appVersion,
      atWall,
      command: mark.command,
      commandId: mark.commandId,
      doc: change.doc,
      entity: change.entity,
      groupNo: change.groupNo,
      hlc,
      id,
      kind: change.kind,
      reason: author.reason,
      schemaVer: change.schemaVer,
      sseq,
      station: this.#station.id,
    }
    const hash = chainHash(this.#head.hash, envelope, payloadDigest)
    const verdict: Verdict = 'local'
    this.#insert.run(
      id,
      envelope.station,
      sseq,
      mark.commandId,
      mark.command,
      change.groupNo,
      hlc,
      author.actor,
      author.actorRole,
      author.reason,
      atWall,
      change.entity,
      change.doc,
      change.kind,
      packText(payload),
      payloadDigest,
      this.#appVersion,
      change.schemaVer,
      this.#head.hash,
      hash,
      verdict,
    )
    this.#head = { sseq, hash, hlc }
    return hlc
  }
}
