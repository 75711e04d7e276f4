import type { ReactNode } from 'react'
import styles from './tag.module.css'

/** Something small in a box in mono: "version 2". Never a state; states are a glyph and a word. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles.plain}>{children}</span>
}
