import type { Size } from '../../kernel/length.ts'
import type { LabelDesign } from './label-design.ts'

/** Where a template may say words of its own. */
export const textPlaces = ['head', 'greeting', 'closing', 'foot'] as const
export type TextPlace = (typeof textPlaces)[number]

export interface NamedPiece {
  readonly name: string
  /** The paper is none without it: it moves, and cannot be hidden. */
  readonly isNeeded?: true
}

/** What of a sheet or receipt a template may arrange; declared beside the paper's builder, in its standard order. */
export interface PaperShape {
  readonly shape: 'paper'
  readonly sections: readonly NamedPiece[]
  readonly columns: readonly NamedPiece[]
  readonly texts: readonly TextPlace[]
}

/** What a label's subject offers to be put on it. */
export interface LabelShape {
  readonly shape: 'label'
  readonly fields: readonly string[]
  /** Fields of which every letter counts: what does not fit refuses the label. */
  readonly whole: readonly string[]
  /** Fields that say money. */
  readonly money: readonly string[]
  readonly pictures: readonly string[]
  /** The built-in look as parts, to begin with. */
  readonly starter: LabelDesign
}

export type TemplateShape = PaperShape | LabelShape

/** Labels between a thumbnail and a pallet's. */
export const labelLimits: { readonly least: Size; readonly most: Size } = {
  least: { width: 100, height: 80 },
  most: { width: 3000, height: 3000 },
}
