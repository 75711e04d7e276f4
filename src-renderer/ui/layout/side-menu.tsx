import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './side-menu.module.css'

interface SideMenuProps {
  /** "Parts of the order". */
  label: string
  /** `SideMenuItem`s and `SideMenuGroup`s. */
  children: ReactNode
}

/** The menu of a document, 178 wide; 52 with icons only where the window is narrow. */
export function SideMenu({ label, children }: SideMenuProps) {
  return (
    <nav className={styles.menu} aria-label={label}>
      {children}
    </nav>
  )
}

interface SideMenuItemProps {
  label: string
  icon: ReactNode
  onClick: () => void
  isActive?: boolean
  count?: number
  /** Second line: "identical, paid", or why it is locked. */
  detail?: string
  /** Locked with a reason in `detail`; stays focusable. */
  isLocked?: boolean
}

export function SideMenuItem(props: SideMenuItemProps) {
  const { label, icon, onClick, isActive = false, count, detail, isLocked = false } = props
  return (
    <button
      type="button"
      className={classNames(styles.item, isActive && styles.active, isLocked && styles.locked)}
      aria-current={isActive ? 'page' : undefined}
      aria-disabled={isLocked || undefined}
      title={label}
      onClick={() => {
        if (!isLocked) onClick()
      }}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.words}>
        <span className="one-line">{label}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </button>
  )
}

/** A titled group under a rule, as "Order again". */
export function SideMenuGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.group}>
      <p className={styles.groupTitle}>{title}</p>
      {children}
    </div>
  )
}
