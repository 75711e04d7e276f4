import { defineQuery } from '#main/platform/bus/module.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { accepted } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { partyListCounter } from '../projection.ts'
import { asPartyRow, rowColumns, type StoredRow } from '../stored-rows.ts'

const sorts = ['name', 'code', 'city'] as const
type Sort = (typeof sorts)[number]
const columns = { name: 'sort_name', code: 'sort_code', city: 'sort_city' } as const

/** Beyond every sort key: where a descending list begins. */
const farEnd: readonly [string, string] = ['\u{10FFFF}', '']

export function listSql(sort: Sort, isDescending: boolean): string {
  const column = columns[sort]
  const direction = isDescending ? 'desc' : 'asc'
  return `select ${rowColumns} from parties p
    where p.is_archived = ? and (p.${column}, p.id) ${isDescending ? '<' : '>'} (?, ?) and p.kind <> 'walk_in'
    order by p.${column} ${direction}, p.id ${direction} limit ?`
}

export const listParties = defineQuery(partiesContract['party.list'], ({ db }) => {
  const ascending = statements(db, false)
  const descending = statements(db, true)
  const total = db.read<{ amount: number }>('select amount from counters where name = ? and scope = ? and key = ?')
  return ({ sort, descending: isDescending, archived, after, limit }) => {
    const [key, id] = after ?? (isDescending ? farEnd : ['', ''])
    const page = (isDescending ? descending : ascending)[sort].all(Number(archived), key, id, limit + 1)
    const rows = page.slice(0, limit)
    const last = page.length > limit ? rows.at(-1) : undefined
    const counted = total.get(partyListCounter, '', archived ? 'archived' : 'active')
    return accepted({
      rows: rows.map(asPartyRow),
      next: last === undefined ? null : [last[columns[sort]], last.id],
      total: counted?.amount ?? 0,
    })
  }
})

function statements(db: ReadableDb, isDescending: boolean) {
  const of = (sort: Sort) => db.read<StoredRow>(listSql(sort, isDescending))
  return { name: of('name'), code: of('code'), city: of('city') }
}
