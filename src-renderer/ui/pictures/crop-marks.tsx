import type { ReactNode } from 'react'
import styles from './crop-marks.module.css'

interface CropMarksProps {
  children: ReactNode
  /** Length of a mark. */
  length?: number
  /** Distance of a mark from the trim: 2 round pictures. */
  gap?: number
  /** Room between trim and content, for empty states. */
  inset?: number
}

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const

/** Crop marks round something from 64 px upward; below that they are noise. */
export function CropMarks({ children, length = 7, gap = 2, inset = 0 }: CropMarksProps) {
  return (
    <div
      className={styles.trim}
      style={{ '--mark-length': `${length}px`, '--mark-gap': `${gap}px`, padding: `${inset}px` }}
    >
      {CORNERS.map((corner) => (
        <span key={corner} className={styles.corner} data-corner={corner} aria-hidden="true" />
      ))}
      {children}
    </div>
  )
}
