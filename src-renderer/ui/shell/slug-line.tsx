import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './slug-line.module.css'

interface SlugLineProps {
  label: string
  /** Sync, printers, terminal. */
  children: ReactNode
  /** Station, person, clock. */
  right: ReactNode
}

/** The strip outside the trim, always visible: what state everything is in. */
export function SlugLine({ label, children, right }: SlugLineProps) {
  return (
    <section className={styles.slug} aria-label={label}>
      <div className={styles.left}>{children}</div>
      <div className={styles.right}>{right}</div>
    </section>
  )
}

interface SlugPartProps {
  /** Register mark or glyph. */
  sign?: ReactNode
  /** The thing or the state: "3 changes waiting", "Label ZD421". */
  children: ReactNode
  /** Said after it in the third ink: "cloud reached 14:02", "ready". */
  detail?: ReactNode
  /** Opens its details; without it the part is plain text (the clock). */
  onClick?: () => void
  isStrong?: boolean
  /** Announces a change of state politely. */
  isLive?: boolean
}

export function SlugPart({ sign, children, detail, onClick, isStrong = false, isLive = false }: SlugPartProps) {
  const words = (
    <>
      {sign}
      <span className={classNames(styles.name, isStrong && styles.strong)}>{children}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </>
  )
  const live = isLive ? 'polite' : undefined
  if (onClick === undefined) {
    return (
      <span className={styles.part} aria-live={live}>
        {words}
      </span>
    )
  }
  return (
    <button type="button" className={classNames(styles.part, styles.press)} onClick={onClick} aria-live={live}>
      {words}
    </button>
  )
}
