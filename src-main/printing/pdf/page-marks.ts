import type { TextFace } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { PrintFonts } from './print-fonts.ts'

/** What ink there is, in points from the top left; drawing knows nothing of blocks, layout nothing of PDF. */
export type Mark =
  | {
      readonly mark: 'text'
      readonly x: number
      /** Baseline. */
      readonly y: number
      readonly size: number
      readonly face: TextFace
      readonly text: string
      /** `#rrggbb`; left out: black. */
      readonly colour?: string
    }
  | { readonly mark: 'rects'; readonly rects: readonly Rect[]; readonly grey: number; readonly colour?: string }
  | { readonly mark: 'frame'; readonly rect: Rect; readonly thickness: number }
  | { readonly mark: 'picture'; readonly rect: Rect; readonly hash: string }

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A strip of a page that is never cut in two; its marks count from its own top and from the left margin. */
export interface Piece {
  readonly height: number
  readonly marks: readonly Mark[]
  /** Stays on one page with the piece after it. */
  readonly gluedToNext?: boolean
  /** Set again at the head of a page that begins with this piece: the head of its table. */
  readonly head?: Piece
  /** Points from the top of the paper, honoured on the first page only: the window of an envelope. */
  readonly top?: number
  readonly breaksBefore?: boolean
}

/** What laying out a block must know. */
export interface Sheet {
  readonly fonts: PrintFonts
  readonly pictures: Pictures
  readonly decimalMark: '.' | ','
  /** Between the margins. */
  readonly width: number
  /** Between running head and footer: what no piece may exceed. */
  readonly bodyHeight: number
  readonly paperWidth: number
  readonly marginLeft: number
  /** Colour of titles and thick rules; null: black. */
  readonly accent: string | null
  readonly warn: (warning: PrintWarning) => void
}

export const pointsOf = (tenths: number): number => (tenths * 72) / 254

export const sizes = { small: 7.5, normal: 9, large: 12, huge: 22 } as const
export const leading = 1.36
/** One and two pixels of a screen. */
export const rules = { thin: 0.75, thick: 1.5 } as const

export function moved(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.mark) {
    case 'text':
      return { ...mark, x: mark.x + dx, y: mark.y + dy }
    case 'rects':
      return { ...mark, rects: mark.rects.map((rect) => ({ ...rect, x: rect.x + dx, y: rect.y + dy })) }
    case 'frame':
    case 'picture':
      return { ...mark, rect: { ...mark.rect, x: mark.rect.x + dx, y: mark.rect.y + dy } }
  }
}

/** Pieces under each other as one that cannot be cut. */
export function stacked(pieces: readonly Piece[]): Piece {
  let height = 0
  const marks: Mark[] = []
  for (const piece of pieces) {
    for (const mark of piece.marks) marks.push(moved(mark, 0, height))
    height += piece.height
  }
  return { height, marks }
}

export function ruleMark(
  x: number,
  y: number,
  width: number,
  weight: 'thin' | 'thick',
  accent: string | null = null,
): Mark {
  const colour = weight === 'thick' && accent !== null ? { colour: accent } : {}
  return { mark: 'rects', grey: 0, rects: [{ x, y, width, height: rules[weight] }], ...colour }
}

/** The same words in a colour. */
export function inColour(marks: readonly Mark[], colour: string | null): readonly Mark[] {
  return colour === null ? marks : marks.map((mark) => (mark.mark === 'text' ? { ...mark, colour } : mark))
}
