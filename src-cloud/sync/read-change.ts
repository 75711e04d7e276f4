import { hash as hashOf } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Sha256 } from '#shared/kernel/change/change-id.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import type { LoggedChange } from '#shared/kernel/change/document-fold.ts'
import { stampOf } from '#shared/kernel/change/fold.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'
import { type WireChange, wireChangeForm } from '#shared/sync/wire.ts'
import type { ChangeOfStation } from './cloud-store.ts'

export interface Read {
  readonly wire: WireChange
  /** Null where the payload is no object of from-to pairs: the change is quarantined (Y7). */
  readonly fields: ChangedFields | null
}

export interface Unreadable {
  readonly sseq: number
  readonly raw: string
}

export type PushedChange = Read | Unreadable

export const sha256: Sha256 = (text) => hashOf('sha256', text, 'hex')

export function readChange(raw: unknown): PushedChange {
  const parsed = wireChangeForm.safeParse(raw)
  if (!parsed.success || !isKeepable(parsed.data.entity)) return { sseq: counterOf(raw), raw: canonicalJson(raw) }
  const payload = parseStrictJson(parsed.data.payload)
  return { wire: parsed.data, fields: payload.ok ? fieldsOf(payload.value) : null }
}

/** A database keeps neither of these as text: such a name stays in the raw change, and no lookup is made for it. */
function isKeepable(name: string): boolean {
  return name.isWellFormed() && !name.includes('\0')
}

/** Even what cannot be read has a place in its station's order, or the queue behind it would never move. */
function counterOf(raw: unknown): number {
  const sseq = typeof raw === 'object' && raw !== null && 'sseq' in raw ? raw.sseq : 0
  return typeof sseq === 'number' && Number.isSafeInteger(sseq) && sseq > 0 ? sseq : 0
}

function fieldsOf(value: unknown): ChangedFields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const pairs = Object.values(value)
  return pairs.every((pair) => Array.isArray(pair) && pair.length === 2) ? (value as ChangedFields) : null
}

/** What a row of the log does to its document; nothing where it was refused or set apart. */
export function loggedChanges(row: ChangeOfStation): readonly LoggedChange[] {
  if (row.verdict !== 'accepted' && row.verdict !== 'flagged') return []
  const read = readChange(JSON.parse(row.raw))
  if (!('wire' in read) || read.fields === null) return []
  const { entity, kind } = read.wire
  return [{ entity, kind, fields: read.fields, stamp: stampOf(row.hlcEff, row.stationCode) }]
}

export function sseqOf(each: PushedChange): number {
  return 'wire' in each ? each.wire.sseq : each.sseq
}

/** A change that cannot be read is still held to what was received under its counter. */
export function hashOfRead(each: PushedChange): string {
  if ('wire' in each) return each.wire.hash
  const said = /"hash":"([0-9a-f]{64})"/.exec(each.raw)?.[1]
  return said ?? sha256(each.raw)
}

export function groupsOf(fresh: readonly PushedChange[]): readonly (readonly PushedChange[])[] {
  const groups: PushedChange[][] = []
  let last = ''
  for (const each of fresh) {
    const key = 'wire' in each ? `${each.wire.commandId} ${each.wire.groupNo}` : `unreadable ${each.sseq}`
    if (key === last) groups.at(-1)?.push(each)
    else groups.push([each])
    last = key
  }
  return groups
}
