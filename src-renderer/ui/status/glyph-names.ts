/**
 * The drawn signs, named by outline and mark. The outline tells the family (circle = on its way, square = waits,
 * triangle = needs a person, diamond = unknown or short, octagon = refused), the ink says whose turn it is.
 */
export const GLYPH_NAMES = [
  'dashed',
  'ring',
  'ring-arrow',
  'third',
  'half',
  'two-thirds',
  'full',
  'ink-ring',
  'ink-ring-arrow',
  'ink-ring-arrow-back',
  'ink-ring-arrow-down',
  'ink-third',
  'ink-half',
  'ink-arrow',
  'ink-check',
  'waiting',
  'waiting-euro',
  'waiting-eye',
  'waiting-clock',
  'needs-you',
  'unknown',
  'short',
  'versions',
  'refused',
  'on-hold',
  'called-off',
  'paper',
  'accepted',
] as const

export type GlyphName = (typeof GLYPH_NAMES)[number]

/** Inks a glyph can be printed in; the control strip prints its bars in the same ones. */
export type GlyphInk = 'cyan' | 'ink' | 'ink3' | 'yellow' | 'magenta' | 'red' | 'green'

const INK_OF_FAMILY: readonly (readonly [prefix: string, ink: GlyphInk])[] = [
  ['ink-', 'ink'],
  ['waiting', 'yellow'],
  ['needs-you', 'magenta'],
  ['unknown', 'magenta'],
  ['short', 'magenta'],
  ['versions', 'magenta'],
  ['refused', 'red'],
  ['on-hold', 'ink'],
  ['paper', 'ink'],
  ['called-off', 'ink3'],
  ['dashed', 'ink3'],
  ['accepted', 'green'],
]

/** The ink a glyph is printed in; what moves by itself (rings and fillings) is cyan. */
export function glyphInk(name: GlyphName): GlyphInk {
  return INK_OF_FAMILY.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'cyan'
}
