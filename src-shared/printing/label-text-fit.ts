import type { LabelText } from './label-document.ts'
import { printableLines } from './print-text.ts'
import type { PrintWarning } from './print-warning.ts'
import { unbrokenWords } from './unbroken-words.ts'

export interface TextFit {
  readonly lines: readonly string[]
  /** Height in dots at which it fits. */
  readonly height: number
  readonly lineHeight: number
  readonly isCut: boolean
  readonly warnings: readonly PrintWarning[]
}

/** Below a millimetre and a half nobody reads a label on a shelf. */
const smallestTenths = 15
const leading = 1.15

/** The rule of item 91, in its order: as it is, shrunk, wrapped, shrunk and wrapped further, and only then cut and said. */
export function fitLabelText(
  part: LabelText,
  width: number,
  fullHeight: number,
  dots: (tenths: number) => number,
  measure: (text: string, height: number) => number,
): TextFit {
  const paragraphs = printableLines(part.text)
  const smallest = Math.min(fullHeight, dots(smallestTenths))
  const preferred = Math.max(smallest, Math.round((fullHeight * part.shrinkTo) / 100))
  const placeHeight = part.lines * fullHeight * leading
  const linesAt = (height: number) => Math.max(part.lines, Math.floor(placeHeight / (height * leading)))

  const made = (lines: readonly string[], height: number, cut: PrintWarning[] = []): TextFit => ({
    lines,
    height,
    lineHeight: Math.round(height * leading),
    isCut: cut.length > 0,
    warnings: [
      ...(height < preferred
        ? [{ code: 'textShrunk' as const, text: part.text, percent: Math.round((height / fullHeight) * 100) }]
        : []),
      ...cut,
    ],
  })

  if (paragraphs.length <= part.lines) {
    for (let height = fullHeight; height >= preferred; height -= 1) {
      if (paragraphs.every((line) => measure(line, height) <= width)) return made(paragraphs, height)
    }
  }
  for (let height = preferred; height >= smallest; height -= 1) {
    const lines = paragraphs.flatMap((line) => wrap(line, (text) => measure(text, height) <= width))
    const isWordBroken = lines.some((line) => measure(line, height) > width)
    if (lines.length <= (height === preferred ? part.lines : linesAt(height)) && !isWordBroken)
      return made(lines, height)
  }
  const fits = (text: string) => measure(text, smallest) <= width
  const all = paragraphs.flatMap((line) => wrap(line, fits, true))
  const room = linesAt(smallest)
  if (all.length <= room) return made(all, smallest)
  const kept = all.slice(0, room)
  const last = shorten(kept.at(-1) ?? '', fits)
  const printed = [...kept.slice(0, -1), last]
  return made(printed, smallest, [{ code: 'textCut', text: part.text, printed: printed.join(' ') }])
}

/** Breaks at spaces; with `chopWords` also inside a word that is wider than the place by itself. */
function wrap(text: string, fits: (text: string) => boolean, chopWords = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of unbrokenWords(text)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (fits(joined)) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (chopWords && !fits(line) && [...line].length > 1) {
      const letters = [...line]
      let take = letters.length - 1
      while (take > 1 && !fits(letters.slice(0, take).join(''))) take -= 1
      lines.push(letters.slice(0, take).join(''))
      line = letters.slice(take).join('')
    }
  }
  lines.push(line)
  return lines
}

function shorten(text: string, fits: (text: string) => boolean): string {
  const letters = [...text]
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
