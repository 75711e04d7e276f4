/** What the log may hold: JSON without undefined. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON with sorted keys and no blanks: the same value always gives the same bytes, which hashes and comparisons rest on.
 * Members that are undefined are left out. Throws on NaN, infinities and other values that JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`${value} has no JSON form`)
      return JSON.stringify(value)
    case 'object':
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value)
    default:
      throw new Error(`a ${typeof value} has no JSON form`)
  }
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '['
  for (let at = 0; at < items.length; at += 1) {
    if (at > 0) text += ','
    const item = items[at]
    text += item === undefined ? 'null' : canonicalJson(item)
  }
  return `${text}]`
}

// Every change and document passes here, some of them kilobytes: no intermediate arrays.
function canonicalObject(value: object): string {
  const members = value as Readonly<Record<string, unknown>>
  let text = '{'
  for (const key of sortedKeys(value)) {
    const member = members[key]
    if (member === undefined) continue
    if (text.length > 1) text += ','
    text += `${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `${text}}`
}

/** Names in the order of canonical text; most objects come out of such a text and are in order already. */
export function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value)
  for (let at = 1; at < keys.length; at += 1) if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return keys.sort()
  return keys
}

/** Equal as JSON, whatever the order of keys; a member that is undefined is not there. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b)
  return sameMembers(a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>)
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => sameJson(item ?? null, b[at] ?? null))
}

function sameMembers(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let more = 0
  for (const name in a) {
    if (a[name] === undefined) continue
    if (!sameJson(a[name], b[name])) return false
    more += 1
  }
  for (const name in b) if (b[name] !== undefined) more -= 1
  return more === 0
}
