import { unbrokenWords } from './unbroken-words.ts'

/**
 * Text on a grid of equal cells, as receipt printers set it. Widths are counted in cells, not in characters: an accent
 * that could not be composed takes none, an East Asian character takes two.
 */
const noCell = /\p{M}/u
const twoCells =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

export function cellsOfCharacter(character: string): 0 | 1 | 2 {
  if (character < '\u0300') return 1
  if (noCell.test(character)) return 0
  return twoCells.test(character) ? 2 : 1
}

export function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += cellsOfCharacter(character)
  return cells
}

/** Lines of at most `width` cells. Breaks at spaces, inside a word only when the word alone is wider than the line. */
export function wrapCells(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of unbrokenWords(text)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (cellsOf(joined) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = chop(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  lines.push(line)
  return lines
}

function chop(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let cells = 0
  for (const character of word) {
    const more = cellsOfCharacter(character)
    if (cells + more > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      cells = 0
    }
    piece += character
    cells += more
  }
  pieces.push(piece)
  return pieces
}

export function padCells(text: string, width: number, align: 'start' | 'center' | 'end'): string {
  const free = Math.max(0, width - cellsOf(text))
  if (align === 'end') return ' '.repeat(free) + text
  if (align === 'center') return ' '.repeat(Math.floor(free / 2)) + text
  return text + ' '.repeat(free)
}
