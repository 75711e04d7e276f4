import { canonicalJson, type Json, sameJson } from '../canonical-json.ts'
import { type Entity, type Field, fieldAt } from './entity.ts'

/**
 * Nothing is deleted: a document is archived, a row removed (W2), each by a field of its own. Whoever does that, or goes on
 * working on what is so, leaves beside it what they saw of it, in short: so that a merge can tell what they had not seen.
 */

type Values = Readonly<Record<string, Json>>
/** `` is the document, `lines.<id>` a row of it. */
export type Scope = string
/** Of each field that matters its value in short; a field without one is not named. */
export type Sight = Readonly<Record<string, string>>

const sightField = 'takenAway'

export function flagPath(scope: Scope): string {
  return scope === '' ? 'archived' : `${scope}.removed`
}

export function sightPath(scope: Scope): string {
  return scope === '' ? sightField : `${sightField}.${scope}`
}

export function isSightPath(path: string): boolean {
  return path === sightField || path.startsWith(`${sightField}.`)
}

/** What can be taken away and has this field: its row, and the document. */
export function scopesOf(entity: Entity, path: string): readonly Scope[] {
  if (entity.kind === 'posting' || isSightPath(path)) return []
  const [name = '', row] = path.split('.')
  const top = entity.fields[name]
  const isRow = row !== undefined && top?.class === 'rows' && 'removed' in top.fields
  return [...(isRow ? [`${name}.${row}`] : []), ...(hasStake(entity) ? [''] : [])]
}

/** Whether a document can be archived, and has anything that nobody should lose unseen. */
function hasStake({ fields }: Entity): boolean {
  if (!('archived' in fields)) return false
  return Object.values(fields).some((field) => field.class === 'rows' || isWeighty(field))
}

function isWeighty({ class: kind, options }: Field<unknown>): boolean {
  return kind === 'free' && (options.important === true || options.composite === true)
}

export function isTakenAway(values: Values, scope: Scope): boolean {
  return values[flagPath(scope)] === true
}

/** A field that nobody should lose unseen (W2). */
export function matters(entity: Entity, path: string): boolean {
  const field = fieldAt(entity, path)
  return field !== undefined && isWeighty(field)
}

/** Whether a change of this field is work on what the scope names, which its being taken away would lose. */
export function isWorkOn(entity: Entity, scope: Scope, path: string): boolean {
  return path !== flagPath(scope) && matters(entity, path) && (scope === '' || path.startsWith(`${scope}.`))
}

/** The name under which a field stands in a sight: that of its own in a row, of the list of rows in a document. */
export function nameIn(scope: Scope, path: string): string {
  return scope === '' ? (path.split('.')[0] ?? '') : path.slice(scope.length + 1)
}

export function sightOf(entity: Entity, values: Values, scope: Scope): Sight {
  const parts = new Map<string, Record<string, Json>>()
  for (const [path, value] of Object.entries(values)) {
    const initial = (fieldAt(entity, path)?.initial ?? null) as Json
    if (!isWorkOn(entity, scope, path) || sameJson(value, initial)) continue
    const name = nameIn(scope, path)
    parts.set(name, { ...parts.get(name), [path]: value })
  }
  return Object.fromEntries([...parts].map(([name, part]) => [name, inShort(canonicalJson(part))]))
}

/** Names of what is not as it was seen. */
export function unseenNames(entity: Entity, values: Values, scope: Scope, sight: Json): ReadonlySet<string> {
  const seen: Readonly<Record<string, unknown>> = typeof sight === 'object' && sight !== null ? { ...sight } : {}
  const standing = sightOf(entity, values, scope)
  const names = new Set([...Object.keys(seen), ...Object.keys(standing)])
  return new Set([...names].filter((name) => (seen[name] ?? '') !== (standing[name] ?? '')))
}

/** FNV-1a, 32 bits: enough to tell two values of one field apart, and no more is asked of it. */
function inShort(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
