import type { ReactNode } from 'react'
import styles from './progress-line.module.css'

interface ProgressLineProps {
  /** Done of the whole, 0 to 1. */
  share: number
  /** Accessible name: "Sending file". */
  label: string
  /** Words with the count, above the bar: "Sending file, 31 of 94 MB". */
  children?: ReactNode
  /** What can still be done: a button "Cancel". */
  action?: ReactNode
}

/** Work that takes longer than a second, or time that is left: a bar with words, never a spinner. */
export function ProgressLine({ share, label, children, action }: ProgressLineProps) {
  const percent = Math.round(100 * Math.min(Math.max(share, 0), 1))
  return (
    <div className={styles.line}>
      {(children !== undefined || action !== undefined) && (
        <div className={styles.words}>
          <span className="tabular">{children}</span>
          {action}
        </div>
      )}
      <progress className={styles.bar} aria-label={label} value={percent} max={100} />
    </div>
  )
}
