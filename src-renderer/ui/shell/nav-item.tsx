import type { ReactNode } from 'react'
import { KeyCap } from '../buttons/key-cap.tsx'
import { Glyph } from '../status/glyph.tsx'
import type { GlyphName } from '../status/glyph-names.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './nav-item.module.css'

interface NavItemProps {
  label: string
  /** Tabler outline icon. */
  icon: ReactNode
  /** `#/sales-orders`; a link, so that it opens in a new window like one. */
  href: string
  isActive?: boolean
  count?: number
  /** Only where a person is needed: the machine room. */
  countGlyph?: GlyphName
  /** What the count means, for screen readers: "214 open". */
  countLabel?: string
  /** `G O`; shown while Alt is held. */
  keys?: string
}

/** A place to go. Narrow windows show the icon alone, with the name as tooltip. */
export function NavItem(props: NavItemProps) {
  const { label, icon, href, isActive = false, count, countGlyph, countLabel, keys } = props
  return (
    <a
      className={classNames(styles.item, isActive && styles.active)}
      href={href}
      title={label}
      aria-current={isActive ? 'page' : undefined}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.label}>{label}</span>
      {keys !== undefined && (
        <span className={styles.keys}>
          <KeyCap keys={keys} show="held" />
        </span>
      )}
      {count !== undefined && (
        <span className={classNames(styles.count, countGlyph && styles.needed)}>
          {countGlyph !== undefined && <Glyph name={countGlyph} size={12} />}
          <span aria-hidden={countLabel !== undefined || undefined}>{count}</span>
          {countLabel !== undefined && <span className="visually-hidden">{countLabel}</span>}
        </span>
      )}
    </a>
  )
}

/** Items that belong together, set off by white space. */
export function NavGroup({ children }: { children: ReactNode }) {
  return <div className={styles.group}>{children}</div>
}
