import type { PictureRef } from './picture-ref.ts'

/**
 * A paper from a roll, in lines. It is a layout of its own, never a scaled sheet (P16), and knows no width: the same
 * document is laid out in the 32, 42 or 48 columns of the printer it goes to.
 */
export interface ReceiptDocument {
  readonly form: 'receipt'
  readonly title: string
  readonly language: string
  readonly lines: readonly ReceiptLine[]
  /** "COPY 2" in words of the language, boxed at the head; null on the first print. */
  readonly copyTag: string | null
}

export type ReceiptAlign = 'start' | 'center' | 'end'
/** `tall` is double height, `large` double height and width. */
export type ReceiptSize = 'normal' | 'tall' | 'large'

export interface ReceiptColumn {
  /** Whole columns; one column of a table may take what the others leave. */
  readonly width: number | 'rest'
  readonly align: 'start' | 'end'
}

export type ReceiptLine =
  | {
      readonly line: 'text'
      readonly text: string
      readonly align?: ReceiptAlign
      readonly size?: ReceiptSize
      readonly bold?: boolean
    }
  /** Words at the left, an amount at the right of their last line, or beneath it; the words wrap, the amount never does. */
  | { readonly line: 'pair'; readonly start: string; readonly end: string; readonly bold?: boolean }
  | {
      readonly line: 'table'
      readonly columns: readonly ReceiptColumn[]
      readonly rows: readonly (readonly string[])[]
      readonly bold?: boolean
    }
  | { readonly line: 'rule'; readonly weight: 'thin' | 'thick' }
  /** What is to be paid, as large as it fits. */
  | { readonly line: 'total'; readonly label: string; readonly value: string }
  | { readonly line: 'barcode'; readonly data: string; readonly caption: string | null }
  | { readonly line: 'qr'; readonly data: string; readonly caption: string | null }
  /** `share` of the paper's width in percent. */
  | { readonly line: 'picture'; readonly picture: PictureRef; readonly share: number }
  | { readonly line: 'feed'; readonly lines: number }
  | { readonly line: 'cut' }
