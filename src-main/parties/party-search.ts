import type { ReadableDb } from '#main/platform/database/handles.ts'
import { type TextSearch, textSearch } from '#main/platform/database/text-search.ts'
import { companyReader } from '#main/settings/index.ts'
import { sortKey } from '#shared/kernel/sort-key.ts'
import { fold } from '#shared/kernel/text.ts'
import { partyCodeKey } from '#shared/parties/party-name-key.ts'
import { phoneFragments } from '#shared/parties/phone-number.ts'
import { rowsById, type StoredRow } from './stored-rows.ts'

/** Most parties looked at for one fragment. What ranks first is asked for by itself, so it is always among them. */
const widest = 400

export const codesFromSql =
  "select party_id id from party_keys where kind = 'code' and key >= ? and key < ? order by key limit ?"
export const namesFromSql =
  'select id, name from parties where is_archived = ? and sort_name >= ? and sort_name < ? order by sort_name, id limit ?'

/** PA8: parties by a fragment, best first: the code typed, the number called, names that begin so, then the rest. */
export function partySearch(db: ReadableDb): (text: string, limit: number, withArchived: boolean) => StoredRow[] {
  const company = companyReader(db)
  const search = textSearch(db, 'party')
  const rows = rowsById(db)
  const codesFrom = db.read<{ id: string }>(codesFromSql)
  const namesFrom = db.read<{ id: string; name: string }>(namesFromSql)
  return (text, limit, withArchived) => {
    const folded = fold(text)
    if (folded === '') return []
    const code = partyCodeKey(text)
    const name = sortKey(text)
    const called = new Set(
      phoneFragments(text, company()?.country ?? null).flatMap((digits) => search.find(digits, widest)),
    )
    // The sort key leaves leading signs out: what was typed is still looked for literally.
    const named = (archived: number): { id: string }[] =>
      name === ''
        ? []
        : namesFrom.all(archived, name, endOf(name), limit).filter((row) => fold(row.name).includes(folded))
    const found = rows([
      ...[...codesFrom.all(code, endOf(code), limit), ...named(0), ...(withArchived ? named(1) : [])].map(
        ({ id }) => id,
      ),
      ...called,
      ...search.find(text, widest),
    ])
    return found
      .filter((row) => withArchived || row.is_archived === 0)
      .map((row) => ({ row, rank: rankOf(row, code, name, called) }))
      .sort((a, b) => a.rank - b.rank || compare(a.row.sort_name, b.row.sort_name) || compare(a.row.id, b.row.id))
      .slice(0, limit)
      .map(({ row }) => row)
  }
}

/** The same search for later features whose lists look for a customer: ids, archived ones last. */
export function textSearchOfParties(db: ReadableDb): TextSearch {
  const search = partySearch(db)
  return { find: (fragment, limit) => search(fragment, limit, true).map((row) => row.id) }
}

function rankOf(row: StoredRow, code: string, name: string, called: ReadonlySet<string>): number {
  const late = row.is_archived * 10
  if (partyCodeKey(row.code) === code) return late
  if (called.has(row.id)) return late + 1
  if (name !== '' && row.sort_name.startsWith(name)) return late + 2
  if (name !== '' && row.sort_name.includes(` ${name}`)) return late + 3
  return late + 4
}

function endOf(beginning: string): string {
  return `${beginning}\u{10FFFF}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
