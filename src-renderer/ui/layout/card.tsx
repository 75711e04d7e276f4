import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './card.module.css'

interface CardProps {
  children: ReactNode
  /** `needs` has the magenta edge: somebody must act. `chosen` the ink edge. */
  tone?: 'plain' | 'needs' | 'chosen'
  /** On a board: takes the focus itself, arrows are the board's to register. */
  isFocusable?: boolean
  label?: string
}

/** One thing on a board or in a column. No shadow, no box inside a box. */
export function Card({ children, tone = 'plain', isFocusable = false, label }: CardProps) {
  return (
    <article
      className={classNames(styles.card, styles[tone])}
      aria-label={label}
      tabIndex={isFocusable ? 0 : undefined}
    >
      {children}
    </article>
  )
}
