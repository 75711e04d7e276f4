import type { ReactNode } from 'react'
import styles from './line-bed.module.css'

interface BedRowProps {
  label: string
  children: ReactNode
  /** What is wrong with the choice, or what to know about it. */
  problem?: string | null | undefined
  hint?: ReactNode
}

/** One row of a configurator: its name, its choices, and beside them what there is to say. */
export function BedRow({ label, children, problem, hint }: BedRowProps) {
  return (
    <div className={styles.row}>
      {/* The controls carry the label themselves; this one is for the eye. */}
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.choices}>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        {problem && (
          <span className={styles.problem} role="alert">
            {problem}
          </span>
        )}
      </div>
    </div>
  )
}
