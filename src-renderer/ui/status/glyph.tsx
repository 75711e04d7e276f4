import { classNames } from '../theme/class-names.ts'
import styles from './glyph.module.css'
import { type GlyphName, glyphInk } from './glyph-names.ts'
import { GLYPH_SHAPES } from './glyph-shapes.tsx'

interface GlyphProps {
  name: GlyphName
  /** 12 to 16 beside text (14 by default), larger where the glyph stands alone on a handheld. */
  size?: number
  /** Only when no word stands beside it: the accessible name. */
  label?: string
}

/** A state as a shape. Always beside its word; the word carries the name, so the glyph itself is silent. */
export function Glyph({ name, size = 14, label }: GlyphProps) {
  const className = classNames(styles.glyph, styles[glyphInk(name)])
  const shape = GLYPH_SHAPES[name]
  if (label === undefined) {
    return (
      <svg className={className} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {shape}
      </svg>
    )
  }
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={label}>
      {shape}
    </svg>
  )
}
