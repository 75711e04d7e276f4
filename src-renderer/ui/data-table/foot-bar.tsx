import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../buttons/button.tsx'
import styles from './foot-bar.module.css'
import { ALL_SELECTED, selectedCount } from './table-selection.ts'
import type { TableState } from './table-state.ts'

/** The strip under a list: last viewed, hints, or what can be done with the focused row. */
export function FootBar({ children, right }: { children: ReactNode; right?: ReactNode }) {
  return (
    <footer className={styles.foot}>
      <div className={styles.left}>{children}</div>
      {right !== undefined && <div className={styles.right}>{right}</div>}
    </footer>
  )
}

interface SelectionBarProps {
  state: TableState
  /** Rows of the list in all; null: nobody counted them. */
  total: number | null
  /** What can be done with the ticked rows, as buttons of size 28. */
  actions: ReactNode
}

/** Takes the place of the foot while rows are ticked. */
export function SelectionBar({ state, total, actions }: SelectionBarProps) {
  const { t, i18n } = useTranslation('ui')
  const digits = new Intl.NumberFormat(i18n.language)
  const count = selectedCount(state.selection, total)
  const isAll = count !== null && count === total
  return (
    <FootBar
      right={
        <>
          {actions}
          <Button kind="quiet" size={28} keys="Esc" onClick={state.clearSelection}>
            {t('table.clearSelection')}
          </Button>
        </>
      }
    >
      <output className="strong">
        {count === null ? t('table.allSelected') : t('table.selected', { count, formatted: digits.format(count) })}
      </output>
      {!isAll && count !== null && (
        <Button kind="quiet" size={28} keys="Ctrl+A" onClick={() => state.setSelection(ALL_SELECTED)}>
          {total === null ? t('table.selectAll') : t('table.selectAllOf', { formatted: digits.format(total) })}
        </Button>
      )}
    </FootBar>
  )
}
