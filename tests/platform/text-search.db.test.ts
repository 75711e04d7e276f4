import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WritableDb } from '#main/platform/database/handles.ts'
import { openWritable } from '#main/platform/database/open-database.ts'
import { searchKeyOf } from '#main/platform/database/search-key.ts'
import { searchTablesSql, textSearch } from '#main/platform/database/text-search.ts'

let folder: string
let db: WritableDb

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-search-'))
  db = openWritable(join(folder, 'search.db'))
  db.driver.exec(searchTablesSql('paper'))
})

afterEach(() => {
  db.driver.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An id made on a day of 2026, the random part led by `rest`. */
function idMadeOn(day: number, rest: string): string {
  const made = Date.UTC(2026, 0, day, 9).toString(16).padStart(12, '0')
  return `${made.slice(0, 8)}-${made.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(0, 3)}-${rest.padEnd(12, '0')}`
}

function keep(id: string, text: string): void {
  db.write('insert into paper_search (search_key, id, text) values (?, ?, ?)').run(searchKeyOf(id), id, text)
}

test('[W13] a search takes the newest days first, so that a common fragment never hides today’s papers', () => {
  // Kept in no order of age, as a feed or an import brings them; the random part goes against the age.
  const ids = Array.from({ length: 90 }, (_, at) => idMadeOn(1 + ((at * 37) % 90), (0xfff - at).toString(16)))
  for (const id of ids) keep(id, `folder ${id}`)
  const newest = ids.toSorted().reverse()
  expect(textSearch(db, 'paper').find('folder', 12)).toEqual(newest.slice(0, 12))
  const until = new Date(Date.UTC(2026, 0, 20)).toISOString()
  expect(textSearch(db, 'paper').find('folder', 3, until)).toEqual(newest.slice(70, 73))
})

test('[W4] the key comes from the id alone and tells papers of one day apart', () => {
  const [one, other] = [idMadeOn(5, 'abc'), idMadeOn(5, 'abd')]
  expect(searchKeyOf(one)).not.toBe(searchKeyOf(other))
  expect(searchKeyOf(one)).toBe(searchKeyOf(one))
  // SQLite's integers have 63 bits for it: days far beyond the century still make a key.
  expect(searchKeyOf('ffffffff-ffff-7fff-bfff-ffffffffffff')).toBeLessThan(2n ** 63n)
})
