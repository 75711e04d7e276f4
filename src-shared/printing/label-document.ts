import type { Size } from '../kernel/length.ts'
import type { PictureRef } from './picture-ref.ts'

/** A label, placed in tenths of a millimetre from its top left corner. */
export interface LabelDocument {
  readonly form: 'label'
  readonly title: string
  readonly language: string
  readonly size: Size
  readonly parts: readonly LabelPart[]
}

/** 4 x 6 inch, what carriers use. */
export const shippingLabelSize: Size = { width: 1016, height: 1524 }

export type LabelPart = LabelText | LabelBars | LabelSquare | LabelLine | LabelBox | LabelPicture

/** Degrees by the clock. */
export type Turn = 0 | 90 | 180 | 270

interface Placed {
  readonly x: number
  readonly y: number
  /**
   * How far the part is turned by the clock; left out: not at all. Its place begins at the top left of what is seen, and
   * its width and height are those it would have upright.
   */
  readonly turn?: Turn
}

/**
 * Text in a place of given width. When it is too long it first shrinks to `shrinkTo` percent, then wraps to at most
 * `lines` lines, then shrinks on to the smallest legible size. What fits nowhere ends in an ellipsis and a warning, or,
 * when every letter counts (an address, a price), refuses the label: item 91, never cut silently.
 */
export interface LabelText extends Placed {
  readonly part: 'text'
  readonly text: string
  readonly width: number
  /** Height of a capital's line at full size. */
  readonly size: number
  readonly lines: number
  readonly align?: 'start' | 'center' | 'end'
  readonly shrinkTo: number
  readonly tooLong: 'ellipsis' | 'refuse'
}

/** Bars. A module is as wide as the place allows, at least `minModule`; what does not fit is not drawn unscannable. */
export interface LabelBars extends Placed {
  readonly part: 'code128' | 'ean13'
  readonly data: string
  readonly width: number
  readonly height: number
  readonly caption: string | null
}

/** A square symbol, as large as whole dots allow within `side`. */
export interface LabelSquare extends Placed {
  readonly part: 'qr' | 'dataMatrix'
  readonly data: string
  readonly side: number
}

export interface LabelLine extends Placed {
  readonly part: 'line'
  readonly length: number
  readonly direction: 'across' | 'down'
  readonly thickness: number
}

export interface LabelBox extends Placed {
  readonly part: 'box'
  readonly width: number
  readonly height: number
  readonly thickness: number
}

/** Black and white on the label; greys become a pattern of dots. */
export interface LabelPicture extends Placed {
  readonly part: 'picture'
  readonly picture: PictureRef
  readonly width: number
  readonly height: number
}
