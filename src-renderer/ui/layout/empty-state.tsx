import type { ReactNode } from 'react'
import { CropMarks } from '../pictures/crop-marks.tsx'
import styles from './empty-state.module.css'

export interface WayToStart {
  id: string
  icon: ReactNode
  title: ReactNode
  detail?: ReactNode
  /** A button with its key; the first one solid. */
  action: ReactNode
}

interface EmptyStateProps {
  /** What is missing: "Nothing to pick yet". */
  title: ReactNode
  /** One sentence, when it fills by itself. For an empty filter: which filter. */
  children?: ReactNode
  ways?: readonly WayToStart[]
}

/** Crop marks round a sheet with nothing printed on it, and two or three ways to begin. */
export function EmptyState({ title, children, ways = [] }: EmptyStateProps) {
  return (
    <CropMarks length={16} gap={8} inset={36}>
      <div className={styles.empty}>
        <h2 className="t-question">{title}</h2>
        {children !== undefined && <p className={styles.why}>{children}</p>}
        {ways.length > 0 && (
          <ul className={styles.ways}>
            {ways.map((way) => (
              <li key={way.id} className={styles.way}>
                <span className={styles.icon}>{way.icon}</span>
                <span className={styles.words}>
                  <span className={styles.title}>{way.title}</span>
                  {way.detail !== undefined && <span className={styles.detail}>{way.detail}</span>}
                </span>
                {way.action}
              </li>
            ))}
          </ul>
        )}
      </div>
    </CropMarks>
  )
}
