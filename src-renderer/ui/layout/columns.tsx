import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './columns.module.css'

interface SheetProps {
  /** `PageHeader`, tabs, filters: stands still. */
  head?: ReactNode
  children: ReactNode
  /** Selection bar, last viewed: stands still. */
  foot?: ReactNode
}

/** A page inside the shell: head and foot stand, the middle scrolls or holds columns. */
export function Sheet({ head, children, foot }: SheetProps) {
  return (
    <div className={styles.sheet}>
      {head}
      <div className={styles.middle}>{children}</div>
      {foot}
    </div>
  )
}

/** The content between the columns; scrolls by itself. `list` for tables, `form` for everything written. */
export function Content({ children, kind = 'form' }: { children: ReactNode; kind?: 'list' | 'form' }) {
  return <div className={classNames(styles.content, styles[kind])}>{children}</div>
}

interface SideColumnProps {
  children: ReactNode
  /** 268 for money, 316 for a configuration's price, 236 for a list at the left. */
  width?: 236 | 268 | 316
  side?: 'left' | 'right'
  /** Paper instead of the sunk bed. */
  isPlain?: boolean
  /** Accessible name of the column. */
  label: string
}

/** A column beside the content on the sunk bed. */
export function SideColumn({ children, width = 316, side = 'right', isPlain = false, label }: SideColumnProps) {
  return (
    <aside
      className={classNames(styles.side, isPlain && styles.plain)}
      data-width={width}
      data-side={side}
      aria-label={label}
    >
      {children}
    </aside>
  )
}

/** The column where the money of a document stands, at the right, always the same place. */
export function MoneyColumn({ children, label }: { children: ReactNode; label: string }) {
  return (
    <SideColumn width={268} label={label} isPlain>
      {children}
    </SideColumn>
  )
}

/** A part of a column: title, something small at the right, content. Parts are separated by a hairline. */
export function ColumnPart({ title, right, children }: { title: string; right?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2 className="t-section">{title}</h2>
        {right !== undefined && <span className="t-hint">{right}</span>}
      </div>
      {children}
    </section>
  )
}
