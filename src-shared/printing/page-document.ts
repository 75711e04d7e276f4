import type { Size } from '../kernel/length.ts'
import type { Barcode } from './barcode-symbology.ts'
import type { PictureRef } from './picture-ref.ts'

/** Lengths on paper are integers in tenths of a millimetre. */
export const a4: Size = { width: 2100, height: 2970 }
export const a5: Size = { width: 1480, height: 2100 }
export const letter: Size = { width: 2159, height: 2794 }

/** A paper of whole sheets: confirmation, job ticket, packing slip, invoice. Blocks flow from page to page. */
export interface PageDocument {
  readonly form: 'page'
  /** Title of the file, as "Order confirmation 26-A04831". */
  readonly title: string
  /** BCP 47; a screen reader speaks the paper in it. */
  readonly language: string
  readonly author: string
  /** Instant given in, never read from a clock: the same document is the same bytes. */
  readonly createdAt: string
  readonly size: Size
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** The character that aligns columns of numbers in this language. */
  readonly decimalMark: '.' | ','
  readonly blocks: readonly PageBlock[]
  /** Small line at the head of page two and later: whose paper a loose sheet is. */
  readonly runningHead: string | null
  readonly footer: PageFooter | null
  /** "COPY 2" in words of the language, boxed at the head of every page; null on the first print. */
  readonly copyTag: string | null
  /** `#rrggbb` of titles and thick rules; left out: black. */
  readonly accent?: string
}

export interface PageFooter {
  readonly lines: readonly string[]
  /** Words with `{page}` and `{pages}` in them, as "Page {page} of {pages}". */
  readonly pageWords: string
}

export type PageBlock =
  | HeaderBlock
  | AddressBlock
  | TitleBlock
  | FactsBlock
  | TableBlock
  | TextBlock
  | BarcodeBlock
  | PictureBlock
  | BoxBlock
  | RuleBlock
  | SpaceBlock
  | ColumnsBlock
  | KeepBlock
  | PageBreakBlock

export interface HeaderBlock {
  readonly block: 'header'
  readonly logo: PictureRef | null
  readonly company: { readonly name: string; readonly lines: readonly string[] }
  /** Words of a template under it; left out: none. */
  readonly words?: string
}

/** The address of the receiver, where the window of an envelope shows it, with facts on the other side. */
export interface AddressBlock {
  readonly block: 'address'
  readonly window: 'left' | 'right'
  /** Small line over the address: the sender, for returned post. */
  readonly sender: string | null
  readonly lines: readonly string[]
  readonly beside: readonly Fact[]
}

export interface TitleBlock {
  readonly block: 'title'
  readonly text: string
  /** The number of the document, in the font of codes. */
  readonly number: string | null
}

export interface Fact {
  readonly label: string
  readonly value: string
  readonly face?: TextFace
}

export interface FactsBlock {
  readonly block: 'facts'
  /** How many label-and-value pairs stand beside each other. */
  readonly across: 1 | 2 | 3 | 4
  readonly facts: readonly Fact[]
}

export type TextFace = 'regular' | 'bold' | 'mono'
export type TextSize = 'small' | 'normal' | 'large' | 'huge'

export interface TableColumn {
  readonly title: string
  /** A fixed width, or a share of what the fixed ones leave. */
  readonly width: { readonly tenths: number } | { readonly share: number }
  /** `decimal` lines numbers up at the decimal mark, also with different numbers of decimals. */
  readonly align: 'start' | 'center' | 'end' | 'decimal'
}

export type TableCell =
  | string
  | { readonly text: string; readonly face?: TextFace; readonly size?: TextSize; readonly detail?: readonly string[] }
  | { readonly barcode: Barcode; readonly height: number }
  | { readonly picture: PictureRef; readonly height: number }
  /** A square to tick with a pen. */
  | { readonly check: true }

export interface TableRow {
  readonly cells: readonly TableCell[]
  readonly weight?: 'normal' | 'strong'
}

/** Rules over totals: a hair line for a subtotal, a double-weight one over what is to be paid. */
export interface TotalRow {
  readonly label: string
  readonly value: string
  readonly weight: 'normal' | 'strong'
  readonly ruleAbove: 'none' | 'thin' | 'thick'
}

export interface TableBlock {
  readonly block: 'table'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly totals: readonly TotalRow[]
}

export interface TextBlock {
  readonly block: 'text'
  /** Line ends separate paragraphs. */
  readonly text: string
  readonly size?: TextSize
  readonly face?: TextFace
  readonly align?: 'start' | 'center' | 'end'
}

export interface BarcodeBlock {
  readonly block: 'barcode'
  readonly barcode: Barcode
  /** Height of bars, or side of a square symbol. */
  readonly height: number
  readonly caption: string | null
  readonly align?: 'start' | 'center' | 'end'
}

export interface PictureBlock {
  readonly block: 'picture'
  readonly picture: PictureRef
  readonly maxWidth: number
  readonly maxHeight: number
  readonly align?: 'start' | 'center' | 'end'
  readonly framed?: boolean
}

/** A boxed notice; the COPY tag is set by the document itself. */
export interface BoxBlock {
  readonly block: 'box'
  readonly lines: readonly string[]
  readonly face?: TextFace
  readonly size?: TextSize
}

export interface RuleBlock {
  readonly block: 'rule'
  readonly weight: 'thin' | 'thick'
}

export interface SpaceBlock {
  readonly block: 'space'
  readonly height: number
}

/** Blocks beside each other; shares of the width. */
export interface ColumnsBlock {
  readonly block: 'columns'
  readonly columns: readonly { readonly share: number; readonly blocks: readonly PageBlock[] }[]
}

/** Blocks that stay on one page where they fit on one. */
export interface KeepBlock {
  readonly block: 'keep'
  readonly blocks: readonly PageBlock[]
}

export interface PageBreakBlock {
  readonly block: 'pageBreak'
}
