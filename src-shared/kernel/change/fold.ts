import { type Json, sameJson } from '../canonical-json.ts'
import type { ChangedFields, ChangeKind } from './change-record.ts'
import { type DocumentOf, type Entity, fieldAt } from './entity.ts'

/** When and where a field was last written: HLC, then station code for the tie. */
export type Stamp = string

export function stampOf(hlc: string, stationCode: string): Stamp {
  return `${hlc}${stationCode}`
}

/** A document as the log gives it: values and stamps by path; fields this version does not know are kept as they came. */
export interface FoldedDocument {
  readonly values: Readonly<Record<string, Json>>
  readonly stamps: Readonly<Record<string, Stamp>>
}

export const nothingFolded: FoldedDocument = { values: {}, stamps: {} }

export interface FoldableChange {
  readonly kind: ChangeKind
  readonly fields: ChangedFields
  readonly stamp: Stamp
}

export type FoldOutcome =
  | { readonly ok: true; readonly document: FoldedDocument }
  /** A guarded field had moved on: the change's group falls (W2). */
  | { readonly ok: false; readonly path: string; readonly found: Json; readonly expected: Json }

/**
 * Applies one change (W3: local and replicated alike). Free fields and elements of sets take the later stamp, guarded ones
 * compare and set, postings are written once. A removed element leaves its stamp, so that an older `add` cannot revive it.
 */
export function foldChange(entity: Entity, before: FoldedDocument, change: FoldableChange): FoldOutcome {
  if (entity.kind === 'posting') return foldPosting(before, change)
  const values: Record<string, Json> = { ...before.values }
  const stamps: Record<string, Stamp> = { ...before.stamps }
  for (const [path, [from, to]] of Object.entries(change.fields)) {
    const current = values[path] ?? null
    if (change.kind !== 'create' && fieldAt(entity, path)?.class === 'guarded') {
      if (!sameJson(current, from)) return { ok: false, path, found: current, expected: from }
    } else if (isOlder(change.stamp, stamps[path])) {
      continue
    }
    if (to === null) delete values[path]
    else values[path] = to
    stamps[path] = change.stamp
  }
  return { ok: true, document: { values, stamps } }
}

function foldPosting(before: FoldedDocument, change: FoldableChange): FoldOutcome {
  if (Object.keys(before.values).length > 0) return { ok: true, document: before }
  const values: Record<string, Json> = {}
  for (const [path, [, to]] of Object.entries(change.fields)) if (to !== null) values[path] = to
  return { ok: true, document: { values, stamps: {} } }
}

function isOlder(stamp: Stamp, standing: Stamp | undefined): boolean {
  return standing !== undefined && stamp < standing
}

/** Folded values -> the document with every declared field: rows and sets as records by id, what is absent as declared. */
export function readDocument<E extends Entity>(entity: E, values: Readonly<Record<string, Json>>): DocumentOf<E> {
  const document: Record<string, unknown> = {}
  const blanks: Record<string, Readonly<Record<string, unknown>>> = {}
  for (const [name, field] of Object.entries(entity.fields)) {
    document[name] = field.class === 'rows' || field.class === 'set' ? {} : (values[name] ?? field.initial)
  }
  for (const [path, value] of Object.entries(values)) {
    const first = path.indexOf('.')
    if (first < 0) continue
    const name = path.slice(0, first)
    const field = entity.fields[name]
    if (field === undefined) continue
    const collection = document[name] as Record<string, unknown>
    if (field.class === 'set') {
      collection[path.slice(first + 1)] = value
      continue
    }
    if (field.class !== 'rows') continue
    const second = path.indexOf('.', first + 1)
    const rowId = path.slice(first + 1, second)
    let row = collection[rowId] as Record<string, unknown> | undefined
    if (row === undefined) {
      blanks[name] ??= initialRow(field.fields)
      row = { ...blanks[name] }
      collection[rowId] = row
    }
    const rowField = path.slice(second + 1)
    if (rowField in field.fields) row[rowField] = value
  }
  return document as DocumentOf<E>
}

function initialRow(fields: Readonly<Record<string, { readonly initial: unknown }>>): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) row[name] = field.initial
  return row
}
