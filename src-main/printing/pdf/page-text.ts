import type { TextFace } from '#shared/printing/page-document.ts'
import { printableLine, printableLines } from '#shared/printing/print-text.ts'
import { unbrokenWords } from '#shared/printing/unbroken-words.ts'
import { leading, type Mark, type Sheet } from './page-marks.ts'
import { missingCharacters, runsOf, widthOfText } from './print-fonts.ts'

export interface TextStyle {
  readonly face: TextFace
  readonly size: number
}

export type Align = 'start' | 'center' | 'end'

export const lineHeightOf = (size: number): number => size * leading

/** Lines no wider than `width`; a word that is wider by itself is broken rather than run off the paper. */
export function textLines(sheet: Sheet, text: string, style: TextStyle, width: number): string[] {
  const paragraphs = printableLines(text)
  const missing = missingCharacters(sheet.fonts, paragraphs.join(''))
  if (missing !== '') sheet.warn({ code: 'charactersMissing', characters: missing, text })
  return paragraphs.flatMap((paragraph) => wrapLine(sheet, paragraph, style, width))
}

function wrapLine(sheet: Sheet, text: string, { face, size }: TextStyle, width: number): string[] {
  const measure = (each: string) => widthOfText(sheet.fonts, each, face, size)
  const space = measure(' ')
  const lines: string[] = []
  let line = ''
  let used = 0
  const put = (word: string, wordWidth: number) => {
    if (line !== '' && used + space + wordWidth <= width) {
      line += ` ${word}`
      used += space + wordWidth
    } else {
      if (line !== '') lines.push(line)
      line = word
      used = wordWidth
    }
  }
  for (const word of unbrokenWords(text)) {
    const wordWidth = measure(word)
    if (wordWidth <= width) put(word, wordWidth)
    else for (const piece of chop(word, width, measure)) put(piece, measure(piece))
  }
  lines.push(line)
  return lines
}

/** Breaks a long word, at a hyphen or slash where one stands late enough. */
function chop(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = []
  let rest = [...word]
  while (rest.length > 1 && measure(rest.join('')) > width) {
    let take = rest.length - 1
    while (take > 1 && measure(rest.slice(0, take).join('')) > width) take -= 1
    const seam = rest.slice(0, take).findLastIndex((character) => /[-/_.@]/u.test(character)) + 1
    if (seam > take / 2) take = seam
    pieces.push(rest.slice(0, take).join(''))
    rest = rest.slice(take)
  }
  return [...pieces, rest.join('')]
}

/** What letterheads and footers put between facts of one line. */
const seam = ' · '

/** Facts between seams stay whole where a line holds them, and no line begins or ends with a seam. */
export function seamedLines(sheet: Sheet, text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = []
  for (const fact of text.split(seam)) {
    const joined = lines.length === 0 ? fact : `${lines.at(-1)}${seam}${fact}`
    const isWhole = widthOfText(sheet.fonts, printableLine(joined), style.face, style.size) <= width
    if (isWhole && lines.length > 0) lines[lines.length - 1] = joined
    else lines.push(...textLines(sheet, fact, style, width))
  }
  return lines.flatMap((line) => textLines(sheet, line, style, width))
}

/** Marks of one line whose top is at `top`. */
export function lineMarks(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  place: { readonly x: number; readonly top: number; readonly width: number; readonly align: Align },
): Mark[] {
  if (text === '') return []
  const free = place.align === 'start' ? 0 : place.width - widthOfText(sheet.fonts, text, style.face, style.size)
  let x = place.x + (place.align === 'center' ? free / 2 : free)
  const y = place.top + baselineOf(style.size)
  return runsOf(sheet.fonts, text, style.face).map((run) => {
    const mark: Mark = { mark: 'text', x, y, size: style.size, face: run.face, text: run.text }
    x += widthOfText(sheet.fonts, run.text, run.face, style.size)
    return mark
  })
}

/** From the top of a line to where its letters stand. */
function baselineOf(size: number): number {
  return size * 1.02
}

/** Lines under each other as marks, and their height. */
export function paragraphMarks(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  place: { readonly x: number; readonly top: number; readonly width: number; readonly align: Align },
  breakLines: typeof textLines = textLines,
): { readonly marks: Mark[]; readonly height: number } {
  const lines = breakLines(sheet, text, style, place.width)
  const step = lineHeightOf(style.size)
  return {
    marks: lines.flatMap((line, index) => lineMarks(sheet, line, style, { ...place, top: place.top + index * step })),
    height: lines.length * step,
  }
}
