import type { ReactNode } from 'react'
import styles from './field.module.css'

/** Fields side by side, three columns at most, under each other where there is no room. */
export function FieldGrid({ columns, children }: { columns: 1 | 2 | 3; children: ReactNode }) {
  return (
    <div className={styles.gridBox}>
      <div className={styles.grid} data-columns={columns}>
        {children}
      </div>
    </div>
  )
}
