import type { Json } from '#shared/kernel/canonical-json.ts'
import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import { verdictForm } from '#shared/sync/wire.ts'
import type { ChangeOfStation, Epoch, KeptChange, KeptStation, OrgHead } from '../sync/cloud-store.ts'
import type { FoldMarks } from '../sync/snapshot-shelf.ts'

/** Drivers give large integers as text, number or bigint; none of ours passes what a number holds. */
type Large = string | number | bigint

export interface HeadRow {
  readonly seq: Large
  readonly hlc: string
  readonly chain: string
  /** JSON: `Epoch[]`. */
  readonly epochs: string
  readonly feed_from: Large
  /** JSON: `FoldMarks`. */
  readonly folded_as: string
}

export const headColumns = 'seq, hlc, chain, epochs, feed_from, folded_as'

export function headOf({ seq, hlc, chain, epochs, feed_from, folded_as }: HeadRow): OrgHead {
  return {
    seq: Number(seq),
    hlc,
    chain,
    epochs: JSON.parse(epochs) as Epoch[],
    feedFrom: Number(feed_from),
    foldedAs: JSON.parse(folded_as) as FoldMarks,
  }
}

export interface StationRow {
  readonly station: string
  readonly code: string
  readonly name: string
  readonly public_key: string
  readonly last_sseq: Large
  readonly last_hash: string
  readonly revoked_at: Date | null
  readonly app_version: string
  readonly seen_at: Date | null
}

export const stationColumns = 'station, code, name, public_key, last_sseq, last_hash, revoked_at, app_version, seen_at'

export function stationOf(row: StationRow): KeptStation {
  return {
    id: row.station,
    code: row.code,
    name: row.name,
    publicKey: row.public_key,
    lastSseq: Number(row.last_sseq),
    lastHash: row.last_hash,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    appVersion: row.app_version,
    seenAt: row.seen_at?.toISOString() ?? null,
  }
}

export interface ChangeRow {
  readonly seq: Large
  readonly station: string
  readonly sseq: Large
  readonly hash: string
  readonly hlc_eff: string
  readonly verdict: string
  readonly code: string | null
  readonly detail: string | null
  readonly command_id: string
  readonly entity: string
  readonly doc: string
  readonly raw: string
  readonly chain: string
}

export const changeColumns =
  'seq, station, sseq, hash, hlc_eff, verdict, code, detail, command_id, entity, doc, raw, chain'

export function changeOf(row: ChangeRow): KeptChange {
  const { station, hash, code, detail, entity, doc, raw, chain } = row
  return {
    seq: Number(row.seq),
    station,
    sseq: Number(row.sseq),
    hash,
    hlcEff: row.hlc_eff,
    verdict: verdictForm.parse(row.verdict),
    code,
    detail,
    commandId: row.command_id,
    entity,
    doc,
    raw,
    chain,
  }
}

export function changeOfStation(row: ChangeRow & { readonly station_code: string }): ChangeOfStation {
  return { ...changeOf(row), stationCode: row.station_code }
}

export interface DocumentRow {
  readonly doc: string
  readonly entity: string
  readonly data: string
  readonly stamps: string
}

export function documentOf({ data, stamps }: Pick<DocumentRow, 'data' | 'stamps'>): FoldedDocument {
  return { values: JSON.parse(data) as Record<string, Json>, stamps: JSON.parse(stamps) as Record<string, string> }
}
