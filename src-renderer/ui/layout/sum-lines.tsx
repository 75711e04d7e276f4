import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './sum-lines.module.css'

export interface SumLine {
  /** Unique among the lines. */
  id: string
  label: ReactNode
  /** Formatted for a column, without currency sign. */
  amount: ReactNode
  /** `sum` has 1 px ink above, `grand` 2 px and stands large, `note` is said in small. */
  kind?: 'line' | 'sum' | 'grand' | 'note'
}

/** Amounts that add up, ruled like a ledger: one line above a sum, a double weight above the grand total. */
export function SumLines({ lines, label }: { lines: readonly SumLine[]; label: string }) {
  return (
    <dl className={styles.sums} aria-label={label}>
      {lines.map((line) => (
        <div key={line.id} className={classNames(styles.line, styles[line.kind ?? 'line'])}>
          <dt>{line.label}</dt>
          <dd className="number">{line.amount}</dd>
        </div>
      ))}
    </dl>
  )
}
