import type { ReactNode } from 'react'
import styles from './shell.module.css'

interface ShellProps {
  /** `Brand`, `FindField` and at most two buttons. */
  topBar: ReactNode
  /** `NavGroup`s of `NavItem`s. */
  navigation: ReactNode
  navigationLabel: string
  /** `SlugPart`s inside a `SlugLine`. */
  slugLine: ReactNode
  children: ReactNode
}

/** The frame: navigation at the left, bar on top, slug line below, and the sheet running off the right edge. */
export function Shell({ topBar, navigation, navigationLabel, slugLine, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <header className={styles.top}>{topBar}</header>
      <nav className={styles.navigation} aria-label={navigationLabel}>
        {navigation}
      </nav>
      <main className={styles.paper}>{children}</main>
      {slugLine}
    </div>
  )
}
