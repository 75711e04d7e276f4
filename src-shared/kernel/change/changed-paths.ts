import { sameJson } from '../canonical-json.ts'

/**
 * Paths (`name`, `contacts.<id>.phone`) whose value a patch would really change. `before` is the folded document, `patch`
 * what a command is about to set; rows are named by id in both.
 */
export function changedPaths(
  rows: ReadonlySet<string>,
  before: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(patch).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (!rows.has(name)) return sameJson(before[name], value) ? [] : [name]
    return Object.entries(memberOf(patch, name)).flatMap(([id, row]) =>
      Object.entries(row ?? {}).flatMap(([field, to]) =>
        to === undefined || sameJson(memberOf(memberOf(before, name), id)[field], to) ? [] : [`${name}.${id}.${field}`],
      ),
    )
  })
}

function memberOf(holder: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, object>> {
  const member = holder[name]
  return typeof member === 'object' && member !== null ? { ...member } : {}
}
