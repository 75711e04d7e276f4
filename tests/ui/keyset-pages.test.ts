import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FetchedPage,
  giveUpFar,
  type KeysetPages,
  keysetRowAt,
  knownCount,
  markStale,
  NO_PAGES,
  placePage,
  wantedPage,
} from '#renderer/ui/data-table/keyset-pages.ts'

const PAGE = 10

/** A sorted list that answers by key, as the database does. */
function fetchFrom(all: readonly number[], cursor: string | null): FetchedPage<number> {
  const rest = cursor === null ? all : all.filter((each) => each > Number(cursor))
  const rows = rest.slice(0, PAGE)
  return { rows, next: rest.length > PAGE ? String(rows.at(-1)) : null }
}

/** Fetches until nothing is wanted for this screen. */
function load(list: KeysetPages<number>, all: readonly number[], first: number, last: number): KeysetPages<number> {
  let now = list
  for (let turn = 0; turn < 500; turn += 1) {
    const wanted = wantedPage(now, first, last)
    if (wanted === null) return now
    now = placePage(now, wanted, fetchFrom(all, wanted.cursor))
  }
  throw new Error('it never ends')
}

const rowsOf = (list: KeysetPages<number>, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, step) => keysetRowAt(list, first + step))

const hundred = Array.from({ length: 100 }, (_, index) => index * 10)

describe('a list known page by page', () => {
  test('[UI12] the first screen asks for its page and one page of lead', () => {
    const list = load(NO_PAGES, hundred, 0, 7)
    expect({ count: knownCount(list), next: list.next }).toEqual({ count: 20, next: '190' })
    expect(rowsOf(list, 0, 9)).toEqual(hundred.slice(0, 10))
  })

  test('[UI12] walking to the end finds every row once', () => {
    let list: KeysetPages<number> = NO_PAGES
    for (let first = 0; first < 100; first += 5) list = load(list, hundred, first, first + 7)
    expect({ count: knownCount(list), next: list.next }).toEqual({ count: 100, next: null })
    expect(rowsOf(list, 0, 99)).toEqual(hundred)
  })

  test('[UI12] pages far away give up their rows, keep their place, and come back', () => {
    let list: KeysetPages<number> = NO_PAGES
    for (let first = 0; first < 100; first += 5) list = load(list, hundred, first, first + 7)
    const thinned = giveUpFar(list, 90, 99, 2)
    expect(knownCount(thinned)).toBe(100)
    expect([keysetRowAt(thinned, 0), keysetRowAt(thinned, 75)]).toEqual([undefined, 750])
    expect(rowsOf(load(thinned, hundred, 0, 9), 0, 9)).toEqual(hundred.slice(0, 10))
  })

  test('an answer for a cursor that has moved meanwhile changes nothing', () => {
    const list = load(NO_PAGES, hundred, 0, 7)
    const late = { number: 1, cursor: 'elsewhere' }
    expect(placePage(list, late, { rows: [1, 2, 3], next: null })).toBe(list)
  })

  test('stale rows stay on screen until the new ones are there', () => {
    const list = markStale(load(NO_PAGES, hundred, 0, 7))
    expect(rowsOf(list, 0, 7)).toEqual(hundred.slice(0, 8))
    expect(wantedPage(list, 0, 7)).toEqual({ number: 0, cursor: null })
  })

  test('[UI12] after any changes the screen ends up showing what the list holds', () => {
    const change = fc.record({
      add: fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 15 }),
      drop: fc.array(fc.nat({ max: 99 }), { maxLength: 15 }),
      first: fc.nat({ max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let all: readonly number[] = hundred
        let list = load(NO_PAGES, all, 0, 30)
        for (const { add, drop, first } of changes) {
          const kept = all.filter((_, index) => !drop.includes(index))
          all = [...new Set([...kept, ...add])].sort((a, b) => a - b)
          const top = Math.min(first, Math.max(knownCount(list) - 1, 0))
          list = load(markStale(list), all, top, top + 8)
          // What is on screen is one unbroken stretch of the list as it is now.
          const shown = rowsOf(list, top, top + 8).filter((row) => row !== undefined)
          const at = shown[0] === undefined ? 0 : all.indexOf(shown[0])
          expect(shown).toEqual(all.slice(at, at + shown.length))
          list = load(list, all, 0, 8)
          expect(rowsOf(list, 0, 8)).toEqual(Array.from({ length: 9 }, (_, index) => all[index]))
        }
      }),
    )
  })
})
