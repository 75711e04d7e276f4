import type { Json } from '../canonical-json.ts'
import type { Entity } from './entity.ts'
import { readDocument } from './fold.ts'

type Members = Readonly<Record<string, unknown>>

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** What a document says at a path (`status`, `lines.<id>.item`); null where there is nothing. */
export function valueAt(document: unknown, path: string): Json {
  const found = path.split('.').reduce((holder: unknown, part) => membersOf(holder)[part], document)
  return (found ?? null) as Json
}

/** The document with other values by path; a row that is not there is begun with what its fields are declared as. */
export function withValues(entity: Entity, document: unknown, values: Readonly<Record<string, Json>>): unknown {
  const after: Record<string, unknown> = { ...membersOf(document) }
  for (const [path, value] of Object.entries(values)) {
    const [name = '', key, member] = path.split('.')
    if (key === undefined) after[name] = value
    else if (member === undefined) after[name] = { ...membersOf(after[name]), [key]: value }
    else {
      const rows = membersOf(after[name])
      const blank = valueAt(readDocument(entity, { [path]: value }), `${name}.${key}`)
      after[name] = { ...rows, [key]: { ...membersOf(rows[key] ?? blank), [member]: value } }
    }
  }
  return after
}
