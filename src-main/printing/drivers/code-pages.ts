import iconv from 'iconv-lite'
import { printableLines } from '#shared/printing/print-text.ts'
import type { CodePage } from '#shared/printing/printer-profile.ts'

/** What one code page of the printer can print: character -> byte, for everything beyond ASCII. */
interface LoadedPage {
  readonly page: number
  readonly bytes: ReadonlyMap<string, number>
}

/** A stretch of text in one page of the printer. */
export interface PageRun {
  readonly page: number
  readonly bytes: Uint8Array
}

export interface CodePages {
  readonly first: number
  /** Lines with the signs replaced that the printer lacks and readers do not miss; letters are never replaced. */
  prepare(text: string): string[]
  /** The line in as few pages as possible, beginning in `current` where that costs nothing; null: no page has it all. */
  encode(line: string, current: number): PageRun[] | null
}

/** Typographic signs with a plain form that means the same. Letters and money have none: they become a picture. */
const plainForms: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‹': "'",
  '›': "'",
  '…': '...',
  '•': '*',
  '·': '*',
  '×': 'x',
  '→': '->',
  '™': '(TM)',
  '№': 'No.',
}

/** Spaces that only kept words together have done their work once lines are broken. */
const noBreakSpace = '\u00a0'

export function loadCodePages(pages: readonly CodePage[]): CodePages {
  const loaded = pages.map(loadPage)
  const has = (character: string) => isPlain(character) || loaded.some((page) => page.bytes.has(character))
  return {
    first: loaded[0]?.page ?? 0,
    prepare: (text) =>
      printableLines(text).map((line) =>
        Array.from(line, (character) => (has(character) ? character : (plainForms[character] ?? character))).join(''),
      ),
    encode: (line, current) => encodeLine(line.replaceAll(noBreakSpace, ' '), current, loaded),
  }
}

function isPlain(character: string): boolean {
  return (character >= ' ' && character <= '~') || character === noBreakSpace
}

function loadPage({ page, encoding }: CodePage): LoadedPage {
  const bytes = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    const character = iconv.decode(Buffer.from([byte]), encoding)
    if (/^[^\p{C}\ufffd]$/u.test(character)) bytes.set(character, byte)
  }
  return { page, bytes }
}

/** From each point the page that carries furthest: no other choice needs fewer changes. */
function encodeLine(line: string, current: number, pages: readonly LoadedPage[]): PageRun[] | null {
  const characters = [...line]
  const runs: PageRun[] = []
  let at = 0
  let page = current
  while (at < characters.length) {
    const ordered = pages.toSorted((a, b) => Number(b.page === page) - Number(a.page === page))
    let best: LoadedPage | null = null
    let reach = at
    for (const candidate of ordered) {
      let end = at
      while (end < characters.length && byteOf(characters[end] ?? '', candidate) !== null) end += 1
      if (end > reach) [best, reach] = [candidate, end]
    }
    if (best === null) return null
    const chosen = best
    runs.push({
      page: chosen.page,
      bytes: Uint8Array.from(characters.slice(at, reach), (each) => byteOf(each, chosen) ?? 0x20),
    })
    page = chosen.page
    at = reach
  }
  return runs
}

function byteOf(character: string, page: LoadedPage): number | null {
  if (character >= ' ' && character <= '~') return character.charCodeAt(0)
  return page.bytes.get(character) ?? null
}
