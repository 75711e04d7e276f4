import type { Heard } from './heard-words.ts'
import { wordsIn } from './heard-words.ts'
import { unworded } from './order-on-paper.ts'

const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0\u202f]+/gu, '')

export interface WordsOnPaper {
  /** As read from the paper, in the order it was set. */
  readonly read: readonly string[]
  readonly heard: Heard
  readonly data: readonly string[]
  /** Keys of what is asked for and has no place on this paper. */
  readonly unprinted?: RegExp
}

/** Translations that were asked for and are not on the paper. `pageWords` come with numbers of their own. */
export function unsaid({ read, heard, unprinted }: WordsOnPaper): string[] {
  const paper = squeezed(read.join(''))
  return [...heard.said].flatMap(([key, text]) =>
    unprinted?.test(key) || text.includes('{') || text.split('\n').every((line) => paper.includes(squeezed(line)))
      ? []
      : [`${key}: ${text}`],
  )
}

/** Words on the paper that are neither a translation nor data of the order nor a number or date of the language. */
export function foreign({ read, heard, data }: WordsOnPaper): string[] {
  const known = wordsIn([...heard.said.values(), ...heard.written, ...data])
  const paper = read.join(' ')
  // A word wider than its column is broken: its ends are seen by themselves, and what is between them where it is very long.
  const isPiece = (piece: string) =>
    [...known].some(
      (each) => each.startsWith(piece) || each.endsWith(piece) || (piece.length > 7 && each.includes(piece)),
    )
  const found = [...wordsIn([paper])].filter((each) => !known.has(each) && !isPiece(each))
  return unworded.test(paper) ? [...found, unworded.exec(paper)?.[0] ?? ''] : found
}

export interface WordsOnRoll extends WordsOnPaper {
  /** What the printer's letters make of a text. */
  readonly prepare: (text: string) => readonly string[]
  readonly columns: number
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((each) => each !== '')

/** The same on a roll, where an amount may stand between the words of a text: word by word. */
export function unsaidWords({ read, heard, prepare }: WordsOnRoll): string[] {
  const paper = new Set(read.flatMap(wordsOf))
  return [...heard.said].flatMap(([key, text]) => {
    const lacking = prepare(text)
      .flatMap(wordsOf)
      .filter((each) => !paper.has(each))
    return lacking.length === 0 ? [] : [`lacks ${lacking.join(' ')} of ${key}`]
  })
}

/** Words that were broken at the end of a line although a line would have held them. */
export function brokenWords({ read, heard, data, prepare, columns }: WordsOnRoll): string[] {
  const whole = new Set([...heard.said.values(), ...data].flatMap((text) => prepare(text).flatMap(wordsOf)))
  return read.flatMap((line, at) => {
    const [end, start] = [wordsOf(line).at(-1), wordsOf(read[at + 1] ?? '')[0]]
    if (end === undefined || start === undefined) return []
    // Large letters take two columns each.
    return whole.has(end + start) && (end + start).length <= columns / 2 ? [`breaks ${end}${start}`] : []
  })
}
