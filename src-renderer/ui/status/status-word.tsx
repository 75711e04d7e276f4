import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import { Glyph } from './glyph.tsx'
import type { GlyphName } from './glyph-names.ts'
import styles from './status-word.module.css'

interface StatusWordProps {
  glyph: GlyphName
  /** The translated word, whole ("Short: 1,200 sheets"), never glued from parts. */
  children: ReactNode
  size?: number
  /** `settled` prints the word in the second ink, `needs` in bold: it asks for a person. */
  tone?: 'plain' | 'settled' | 'needs'
}

/** Glyph and word: how every state is said. */
export function StatusWord({ glyph, children, size = 14, tone = 'plain' }: StatusWordProps) {
  return (
    <span className={classNames(styles.status, styles[tone])}>
      <Glyph name={glyph} size={size} />
      <span className="one-line">{children}</span>
    </span>
  )
}
