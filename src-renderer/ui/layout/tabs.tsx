import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keys/use-keys.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './tabs.module.css'

export interface TabItem<Id extends string> {
  id: Id
  label: ReactNode
  count?: number | string
  /** The saved view was changed and not saved. */
  isChanged?: boolean
}

interface TabsProps<Id extends string> {
  label: string
  tabs: readonly TabItem<Id>[]
  active: Id
  onChange: (id: Id) => void
  /** At the right end: "Save view". */
  right?: ReactNode
  /** `[` and `]` walk the tabs; for the saved views of a list. */
  hasKeys?: boolean
}

/** Saved views of a list or parts of a page. They choose what the same region shows, so they are links in spirit. */
export function Tabs<Id extends string>({ label, tabs, active, onChange, right, hasKeys = false }: TabsProps<Id>) {
  const { t } = useTranslation('ui')
  const step = (by: number) => () => {
    const now = tabs.findIndex((tab) => tab.id === active)
    const next = tabs[(now + by + tabs.length) % tabs.length]
    if (next !== undefined) onChange(next.id)
  }
  useKeys([
    { keys: '[', label: t('tabs.previous'), run: step(-1), scope: 'page', isActive: hasKeys },
    { keys: ']', label: t('tabs.next'), run: step(1), scope: 'page', isActive: hasKeys },
  ])
  return (
    <nav className={styles.tabs} aria-label={label} data-tabs>
      <div className={styles.row}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            className={classNames(styles.tab, tab.id === active && styles.active)}
            aria-current={tab.id === active ? 'page' : undefined}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            {tab.isChanged && <span className={styles.dot} role="img" aria-label={t('tabs.changed')} />}
          </button>
        ))}
      </div>
      {right}
    </nav>
  )
}
