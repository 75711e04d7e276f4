import fontkit, { type Font, type Glyph, type GlyphRun } from '@pdf-lib/fontkit'
import type { TextFace } from '#shared/printing/page-document.ts'
import { withEvenGlyphs } from './even-glyphs.ts'

/**
 * Fonts parsed once per process and shared by every document, picture and label. Parsing costs ten times what drawing a
 * page does, and shaping a word costs more than writing it: both are remembered here.
 */
export interface PrintFontFiles {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
  readonly mono: Uint8Array
}

export interface PrintFont {
  readonly face: TextFace
  /** The file, which pdf-lib embeds whole or cuts to the letters used. */
  readonly file: Uint8Array
  readonly parsed: Font
  has(character: string): boolean
  /** Width of one line in thousandths of its size, without kerning: as pdf-lib and our rasters set it. */
  width(text: string): number
  readonly unitsPerEm: number
  /** Outlines as SVG paths in font units, y upwards: rasters draw the very letters of the PDF. */
  outlines(text: string): readonly { readonly path: string; readonly x: number }[]
}

export type PrintFonts = Readonly<Record<TextFace, PrintFont>>

/** Distinct words of a long batch; beyond this memory is worth more than time. */
const rememberedRuns = 20_000

/** Codes must stay readable letter by letter: no ligature ever joins `->` or `fi` on paper. */
const features = { liga: false, calt: false, clig: false, kern: false } as const

export function parsePrintFonts(files: PrintFontFiles): PrintFonts {
  return {
    regular: parseFont('regular', files.regular),
    bold: parseFont('bold', files.bold),
    mono: parseFont('mono', files.mono),
  }
}

function parseFont(face: TextFace, shipped: Uint8Array): PrintFont {
  const file = withEvenGlyphs(shipped)
  const parsed = fontkit.create(file)
  const shape = parsed.layout.bind(parsed)
  const runs = new Map<string, GlyphRun>()
  // pdf-lib asks this very object to shape each text again when it encodes and when it measures.
  parsed.layout = (text) => {
    const known = runs.get(text)
    if (known) return known
    const run = shape(text, features)
    if (runs.size >= rememberedRuns) runs.clear()
    runs.set(text, run)
    return run
  }
  const characters = new Set(parsed.characterSet)
  const scale = 1000 / parsed.unitsPerEm
  const paths = new Map<number, string>()
  const pathOf = (glyph: Glyph): string => {
    const known = paths.get(glyph.id)
    if (known !== undefined) return known
    const path = glyph.path.toSVG()
    paths.set(glyph.id, path)
    return path
  }
  return {
    face,
    file,
    parsed,
    unitsPerEm: parsed.unitsPerEm,
    has: (character) => characters.has(character.codePointAt(0) ?? 0),
    width: (text) => parsed.layout(text).glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * scale,
    outlines: (text) => {
      let x = 0
      return parsed.layout(text).glyphs.map((glyph) => {
        const outline = { path: pathOf(glyph), x }
        x += glyph.advanceWidth
        return outline
      })
    },
  }
}

export interface FaceRun {
  readonly face: TextFace
  readonly text: string
}

/**
 * Splits a line where the wanted face lacks a character that another one has; codes' font has arrows, for one. What none
 * has goes by itself: shaped along, a letter written from right to left would turn the whole line around.
 */
export function runsOf(fonts: PrintFonts, text: string, wanted: TextFace): FaceRun[] {
  const order: TextFace[] = [wanted, ...(['regular', 'mono', 'bold'] as const).filter((face) => face !== wanted)]
  const runs: { face: TextFace; text: string; isMissing: boolean }[] = []
  for (const character of text) {
    const having = order.find((each) => fonts[each].has(character))
    const isMissing = having === undefined
    const face = having ?? wanted
    const last = runs.at(-1)
    if (last && last.face === face && !last.isMissing && !isMissing) last.text += character
    else runs.push({ face, text: character, isMissing })
  }
  return runs
}

/** Characters that none of the fonts has; they stand as an empty box and are warned about. */
export function missingCharacters(fonts: PrintFonts, text: string): string {
  const missing = new Set<string>()
  for (const character of text) {
    if (!Object.values(fonts).some((font) => font.has(character))) missing.add(character)
  }
  return [...missing].join('')
}

/** Width in the unit of `size`. */
export function widthOfText(fonts: PrintFonts, text: string, face: TextFace, size: number): number {
  return (runsOf(fonts, text, face).reduce((sum, run) => sum + fonts[run.face].width(run.text), 0) * size) / 1000
}
