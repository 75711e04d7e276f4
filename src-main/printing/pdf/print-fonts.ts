import fontkit, { type Font, type Glyph, type GlyphRun } from '@pdf-lib/fontkit'
import type { TextFace } from '#shared/printing/page-document.ts'
import { withEvenGlyphs } from './even-glyphs.ts'

/**
 * Fonts parsed once per process and shared by every document, picture and label: parsing costs ten times what drawing a
 * page does. Letters are set one by one, without shaping. Our languages need none, it was most of the time a page took,
 * and the shaper of this library throws at scripts of India, ligates codes and turns lines around.
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

/** Words of a long batch; beyond this, memory is worth more than time. */
const rememberedWidths = 20_000

/** Scripts whose letters must be shaped to be read: set letter by letter they come with a warning, as missing ones do. */
const needsShaping = /\p{Script=Devanagari}|\p{Script=Arabic}|\p{Script=Hebrew}/u

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
  // pdf-lib asks this very object for the glyphs of each text it writes.
  parsed.layout = (text) => unshaped(parsed, text)
  const characters = new Set(parsed.characterSet.filter((point) => !needsShaping.test(String.fromCodePoint(point))))
  const scale = 1000 / parsed.unitsPerEm
  const widths = new Map<string, number>()
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
    width: (text) => {
      const known = widths.get(text)
      if (known !== undefined) return known
      const width = unshaped(parsed, text).advanceWidth * scale
      if (widths.size >= rememberedWidths) widths.clear()
      widths.set(text, width)
      return width
    },
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

function unshaped(font: Font, text: string): GlyphRun {
  const glyphs = Array.from(text, (character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0))
  const advanceWidth = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0)
  return {
    glyphs,
    positions: glyphs.map(({ advanceWidth: xAdvance }) => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 })),
    script: 'latn',
    language: null,
    direction: 'ltr',
    features: {},
    advanceWidth,
    advanceHeight: 0,
    bbox: font.bbox,
  }
}

export interface FaceRun {
  readonly face: TextFace
  readonly text: string
}

function hasAll(font: PrintFont, text: string): boolean {
  for (const character of text) if (!font.has(character)) return false
  return true
}

/** Splits a line where the wanted face lacks a character that another one has; codes' font has arrows, for one. */
export function runsOf(fonts: PrintFonts, text: string, wanted: TextFace): FaceRun[] {
  if (hasAll(fonts[wanted], text)) return [{ face: wanted, text }]
  const order: TextFace[] = [wanted, ...(['regular', 'mono', 'bold'] as const).filter((face) => face !== wanted)]
  const runs: { face: TextFace; text: string }[] = []
  for (const character of text) {
    const face = order.find((each) => fonts[each].has(character)) ?? wanted
    const last = runs.at(-1)
    if (last && last.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}

/** Characters that none of the fonts has; they stand as an empty box and are warned about. */
export function missingCharacters(fonts: PrintFonts, text: string): string {
  const missing = new Set<string>()
  if (hasAll(fonts.regular, text)) return ''
  for (const character of text) {
    if (!Object.values(fonts).some((font) => font.has(character))) missing.add(character)
  }
  return [...missing].join('')
}

/** Width in the unit of `size`. */
export function widthOfText(fonts: PrintFonts, text: string, face: TextFace, size: number): number {
  return (runsOf(fonts, text, face).reduce((sum, run) => sum + fonts[run.face].width(run.text), 0) * size) / 1000
}
