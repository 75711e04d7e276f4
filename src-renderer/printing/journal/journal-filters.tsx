import { useTranslation } from 'react-i18next'
import { useQuery, useSession } from '#renderer/client/index.ts'
import { type RowSource, SearchField, SelectField, type TableState } from '#renderer/ui/index.ts'
import styles from './journal.module.css'
import type { JournalRow } from './journal-view.ts'

export const isText = (kept: unknown): kept is string => typeof kept === 'string'

interface JournalFiltersProps {
  number: string
  onNumber: (number: string) => void
  /** '' is every printer. */
  printerId: string
  onPrinter: (id: string) => void
  rows: RowSource<JournalRow>
  state: TableState
}

/** Which papers: those of an order by its number, those of one printer. `/` comes here, Down goes into the list. */
export function JournalFilters({ number, onNumber, printerId, onPrinter, rows, state }: JournalFiltersProps) {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const printers = useQuery('printer.list', {}, { isWanted: may('printer.see') }).value?.printers ?? []
  const first = () => {
    const row = rows.rowAt(0)
    if (row !== undefined) state.setFocusedId(row.id)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('screen.filter.number')}
        placeholder={t('screen.filter.numberHint')}
        value={number}
        onChange={onNumber}
        onEnter={first}
        onDown={first}
        maxLength={40}
      />
      {printers.length > 1 && (
        <div className={styles.at}>
          <SelectField
            label={t('screen.column.printer')}
            labelIsHidden
            height={28}
            options={[
              { value: '', label: t('screen.filter.everyPrinter') },
              ...printers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={printerId}
            onChange={onPrinter}
          />
        </div>
      )}
    </div>
  )
}
