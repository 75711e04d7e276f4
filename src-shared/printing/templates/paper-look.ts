import { type Language, languages } from '../../kernel/language.ts'
import type { NamedPiece, TextPlace } from './template-shape.ts'

export interface ShownPiece {
  readonly name: string
  readonly isShown: boolean
}

export type LogoChoice =
  | { readonly from: 'company' }
  | { readonly from: 'none' }
  | { readonly from: 'own'; readonly hash: string }

/** How sheets and receipts of one kind look: letterhead, colour, words, and what stands where. */
export interface PaperDesign {
  readonly design: 'paper'
  readonly logo: LogoChoice
  /** `#rrggbb`, of titles and thick rules; null: black. */
  readonly accent: string | null
  readonly texts: { readonly [P in TextPlace]?: { readonly [L in Language]?: string | undefined } | undefined }
  readonly sections: readonly ShownPiece[]
  readonly columns: readonly ShownPiece[]
}

/** The look of the product itself, which needs no document (PR40). */
export const builtInDesign: PaperDesign = {
  design: 'paper',
  logo: { from: 'company' },
  accent: null,
  texts: {},
  sections: [],
  columns: [],
}

/** A design in the language of one paper. */
export interface PaperLook {
  readonly logo: LogoChoice
  readonly accent: string | null
  /** '' where the paper keeps its built-in words. */
  readonly texts: Readonly<Record<TextPlace, string>>
  readonly sections: readonly ShownPiece[]
  readonly columns: readonly ShownPiece[]
}

export function lookOf(design: PaperDesign, language: Language): PaperLook {
  const text = (place: TextPlace) => design.texts[place]?.[language] ?? ''
  return {
    logo: design.logo,
    accent: design.accent,
    texts: { head: text('head'), greeting: text('greeting'), closing: text('closing'), foot: text('foot') },
    sections: design.sections,
    columns: design.columns,
  }
}

export const builtInLook: PaperLook = lookOf(builtInDesign, languages[0])

/**
 * PR41: pieces in the order a design wishes. One that the design does not name, because the product learned it later, keeps
 * its standard place behind the piece it follows there.
 */
export function inOrder(standard: readonly NamedPiece[], wished: readonly ShownPiece[]): ShownPiece[] {
  const known = new Map(standard.map((piece) => [piece.name, piece]))
  const ordered = wished
    .filter((piece, at) => known.has(piece.name) && wished.findIndex((each) => each.name === piece.name) === at)
    .map(({ name, isShown }) => ({ name, isShown: isShown || known.get(name)?.isNeeded === true }))
  for (const [at, { name }] of standard.entries()) {
    if (ordered.some((piece) => piece.name === name)) continue
    const before = standard[at - 1]
    const place = before === undefined ? 0 : ordered.findIndex((piece) => piece.name === before.name) + 1
    ordered.splice(place, 0, { name, isShown: true })
  }
  return ordered
}

/** What a builder made for each named piece, in the order of the look and without what it hides. */
export function arranged<T>(
  standard: readonly NamedPiece[],
  wished: readonly ShownPiece[],
  made: Readonly<Record<string, readonly T[]>>,
): T[] {
  return inOrder(standard, wished).flatMap(({ name, isShown }) => (isShown ? (made[name] ?? []) : []))
}
