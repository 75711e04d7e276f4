/**
 * A long list known page by page. Each page starts after a cursor (the key of the row before it), so a list of
 * millions costs the same at every depth. Pages far from the screen give up their rows and keep their place.
 */
export interface KeysetPage<Row> {
  /** Null: the beginning of the list. */
  readonly cursor: string | null
  /** Null: given up, only the height is left. */
  readonly rows: readonly Row[] | null
  readonly size: number
  /** Something changed since; fetched anew when it comes on screen, shown as it is until then. */
  readonly isStale: boolean
}

export interface KeysetPages<Row> {
  readonly pages: readonly KeysetPage<Row>[]
  /** Index of the first row of each page, and at the end the number of rows known. */
  readonly starts: readonly number[]
  /** Cursor of the page after the last known; null: the list ends there; undefined: nothing fetched yet. */
  readonly next: string | null | undefined
}

export interface FetchedPage<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

export interface WantedPage {
  readonly number: number
  readonly cursor: string | null
}

export const NO_PAGES: KeysetPages<never> = { pages: [], starts: [0], next: undefined }

export function knownCount(list: KeysetPages<unknown>): number {
  return list.starts.at(-1) ?? 0
}

export function keysetRowAt<Row>(list: KeysetPages<Row>, index: number): Row | undefined {
  const number = pageNumberOf(list, index)
  const page = list.pages[number]
  return page?.rows?.[index - (list.starts[number] ?? 0)]
}

/** The page to fetch next for what is on screen, with one page of lead at both ends; null: all there. */
export function wantedPage(list: KeysetPages<unknown>, first: number, last: number): WantedPage | null {
  if (list.next === undefined) return { number: 0, cursor: null }
  const onScreen = { from: pageNumberOf(list, first), to: pageNumberOf(list, last) }
  const isMissing = (number: number) => {
    const page = list.pages[number]
    return page !== undefined && (page.rows === null || page.isStale)
  }
  // Front to back: a page fetched anew may move the cursor of the one behind it.
  const around = [onScreen.from - 1, ...numbers(onScreen.from, onScreen.to + 1)]
  const missing = [...numbers(onScreen.from, onScreen.to), ...around].find(isMissing)
  if (missing !== undefined) return { number: missing, cursor: list.pages[missing]?.cursor ?? null }
  const isNearEnd = onScreen.to + 1 >= list.pages.length
  return isNearEnd && list.next !== null ? { number: list.pages.length, cursor: list.next } : null
}

/** Puts a fetched page in its place. An answer for a cursor that has moved meanwhile changes nothing. */
export function placePage<Row>(
  list: KeysetPages<Row>,
  wanted: WantedPage,
  fetched: FetchedPage<Row>,
): KeysetPages<Row> {
  const isAppended = wanted.number === list.pages.length
  const expected = isAppended ? (list.next ?? null) : list.pages[wanted.number]?.cursor
  if (expected !== wanted.cursor) return list
  const page = { cursor: wanted.cursor, rows: fetched.rows, size: fetched.rows.length, isStale: false }
  const before = list.pages.slice(0, wanted.number)
  const after = list.pages.slice(wanted.number + 1)
  const [follower, ...rest] = after
  if (follower === undefined || fetched.next === null) return counted([...before, page], fetched.next)
  // Rows came or went in this page, so the next one starts elsewhere now and has to be fetched again.
  const moved = follower.cursor === fetched.next ? follower : { ...follower, cursor: fetched.next, isStale: true }
  return counted([...before, page, moved, ...rest], list.next)
}

/** Everything may have changed; what is on screen is asked for again first. */
export function markStale<Row>(list: KeysetPages<Row>): KeysetPages<Row> {
  return { ...list, pages: list.pages.map((page) => ({ ...page, isStale: true })) }
}

/** Gives up the rows of pages further from the screen than `lead` pages. */
export function giveUpFar<Row>(list: KeysetPages<Row>, first: number, last: number, lead: number): KeysetPages<Row> {
  const from = pageNumberOf(list, first) - lead
  const to = pageNumberOf(list, last) + lead
  const isFar = (page: KeysetPage<Row>, number: number) => page.rows !== null && (number < from || number > to)
  if (!list.pages.some(isFar)) return list
  return { ...list, pages: list.pages.map((page, number) => (isFar(page, number) ? { ...page, rows: null } : page)) }
}

function pageNumberOf(list: KeysetPages<unknown>, index: number): number {
  let low = 0
  let high = list.pages.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((list.starts[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}

function counted<Row>(pages: readonly KeysetPage<Row>[], next: string | null | undefined): KeysetPages<Row> {
  const starts = [0]
  for (const page of pages) starts.push((starts.at(-1) ?? 0) + page.size)
  return { pages, starts, next }
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, step) => from + step)
}
