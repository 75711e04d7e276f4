import type { ReactNode } from 'react'
import styles from './facts.module.css'

export interface Fact {
  label: string
  value: ReactNode
  /** Second line: the town, the telephone. */
  detail?: ReactNode
}

interface FactsProps {
  facts: readonly Fact[]
  /** `columns`: label above value, side by side. `rows`: label left, value right, for narrow columns. */
  layout?: 'columns' | 'rows'
}

/** What is known about something, as labels and values. */
export function Facts({ facts, layout = 'columns' }: FactsProps) {
  return (
    <dl className={styles[layout]}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>
            {fact.value}
            {fact.detail !== undefined && <span className={styles.detail}>{fact.detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
