import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { fold } from '#shared/kernel/text.ts'
import { type ProjectedRow, rowOf } from '../changes/projection.ts'
import type { ReadableDb } from './handles.ts'
import { searchKey, searchKeyAfterDayOf, searchKeyOf } from './search-key.ts'

/** Shorter fragments than this have no trigram and are found as beginnings of words (W13). */
const trigramLength = 3

const afterAllKeys = 0x7fff_ffff_ffff_ffffn

/**
 * SQL of a feature's search tables, for its migration: folded text under a trigram index kept by triggers, and the words
 * for fragments of one or two characters.
 */
export function searchTablesSql(name: string): string {
  return `
create table ${name}_search (search_key integer primary key, id text not null, text text not null) strict;
create virtual table ${name}_search_fts using fts5(text, content='${name}_search', content_rowid='search_key', tokenize='trigram');
create trigger ${name}_search_added after insert on ${name}_search
begin insert into ${name}_search_fts (rowid, text) values (new.search_key, new.text); end;
create trigger ${name}_search_removed after delete on ${name}_search
begin insert into ${name}_search_fts (${name}_search_fts, rowid, text) values ('delete', old.search_key, old.text); end;
create trigger ${name}_search_changed after update on ${name}_search
begin
  insert into ${name}_search_fts (${name}_search_fts, rowid, text) values ('delete', old.search_key, old.text);
  insert into ${name}_search_fts (rowid, text) values (new.search_key, new.text);
end;
create table ${name}_words (word text not null, id text not null, primary key (word, id)) strict, without rowid;
`
}

/** The two projected tables of a feature's search and how a document's texts become their rows. */
export function searchTables(name: string) {
  const search = sqliteTable(`${name}_search`, {
    searchKey: searchKey('search_key').primaryKey(),
    id: text('id').notNull(),
    text: text('text').notNull(),
  })
  const words = sqliteTable(`${name}_words`, { word: text('word').notNull(), id: text('id').notNull() }, (table) => [
    primaryKey({ columns: [table.word, table.id] }),
  ])
  return {
    tables: [search, words] as const,
    /** `digits` (phone numbers) are found by their parts, but not by one or two figures: those would find everybody. */
    rows: (id: string, texts: readonly string[], digits: readonly string[] = []): ProjectedRow[] => {
      const folded = fold(texts.filter((each) => each !== '').join(' \u00b7 '))
      const whole = [folded, ...digits].filter((each) => each !== '').join(' ')
      if (whole === '') return []
      return [
        rowOf(search, { searchKey: searchKeyOf(id), id, text: whole }),
        ...[...wordsOf(folded)].map((word) => rowOf(words, { word, id })),
      ]
    },
  }
}

function wordsOf(folded: string): Set<string> {
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))
}

export interface TextSearch {
  /**
   * Ids of documents that hold every term of the fragment, taken literally. From three characters on the newest days come
   * first, `until` (ISO, UTC) the last of them; shorter ones are found in the order of their words.
   */
  find(fragment: string, limit: number, until?: string): readonly string[]
}

/** Searches what `searchTablesSql` made. Statements are prepared once per number of terms. */
export function textSearch(db: ReadableDb, name: string): TextSearch {
  const trigram = db.read<{ id: string }>(
    `select s.id from ${name}_search_fts f join ${name}_search s on s.search_key = f.rowid
     where ${name}_search_fts match ? and f.rowid < ? order by f.rowid desc limit ?`,
  )
  const beginning = db.read<{ id: string }>(
    `select distinct id from ${name}_words where word >= ? and word < ? limit ?`,
  )
  const textOf = db.read<{ text: string }>(`select text from ${name}_search where search_key = ?`)
  return {
    find: (fragment, limit, until) => {
      const terms = fold(fragment)
        .split(/\s+/)
        .filter((term) => term !== '')
      const long = terms.filter((term) => [...term].length >= trigramLength)
      const short = terms.filter((term) => [...term].length < trigramLength)
      if (terms.length === 0) return []
      // The words of "'t" are ["t"]: signs are no part of the index and are compared afterwards.
      const first = short.map((term) => [...wordsOf(term)][0] ?? '').find((word) => word !== '') ?? ''
      if (long.length === 0 && first === '') return []
      const isPlain = long.length === 0 && short.length === 1 && short[0] === first
      // A quoted term is a phrase to FTS5: its own operators lose their meaning (reliability 6).
      const candidates =
        long.length > 0
          ? trigram.all(
              long.map((term) => `"${term.replaceAll('"', '""')}"`).join(' '),
              until === undefined ? afterAllKeys : searchKeyAfterDayOf(until),
              short.length === 0 ? limit : limit * 20,
            )
          : beginning.all(first, `${first}\u{10FFFF}`, isPlain ? limit : limit * 20)
      const found = candidates.map((row) => row.id)
      if (short.length === 0 || isPlain) return found
      return found.filter((id) => hasTermsBeginning(textOf.get(searchKeyOf(id))?.text ?? '', short)).slice(0, limit)
    },
  }
}

function hasTermsBeginning(text: string, terms: readonly string[]): boolean {
  const words = [...wordsOf(text)]
  return terms.every((term) => {
    const [beginning] = wordsOf(term)
    // A sign by itself begins no word: "100 % katoen" is found by what stands there.
    return text.includes(term) && (beginning === undefined || words.some((word) => word.startsWith(beginning)))
  })
}
