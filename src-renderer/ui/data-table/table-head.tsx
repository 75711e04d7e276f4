import { useTranslation } from 'react-i18next'
import { classNames } from '../theme/class-names.ts'
import styles from './data-table.module.css'
import type { TableColumn } from './table-column.ts'
import { ALL_SELECTED, isNothing, NOTHING_SELECTED } from './table-selection.ts'
import type { TableSort } from './table-sort.ts'
import type { TableState } from './table-state.ts'
import { Tick } from './tick.tsx'

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[]
  state: TableState
  isSelectable: boolean
}

/** Heads stand still over the rows, aligned like their column. A press or Enter sorts, again reverses, again ends it. */
export function TableHead<Row>({ columns, state, isSelectable }: TableHeadProps<Row>) {
  const { t } = useTranslation('ui')
  const isAll = state.selection.mode === 'all-but' && state.selection.ids.size === 0
  const toggleAll = () => state.setSelection(isAll ? NOTHING_SELECTED : ALL_SELECTED)
  return (
    <thead className={styles.head}>
      <tr className={styles.headRow} aria-rowindex={1}>
        {isSelectable && (
          <th className={styles.tickCell} scope="col">
            <Tick
              label={t('table.selectAll')}
              isChecked={isAll}
              isMixed={!isAll && !isNothing(state.selection)}
              onToggle={toggleAll}
            />
          </th>
        )}
        {columns.map((column) => (
          <ColumnHead key={column.id} column={column} sort={state.sort} onSort={() => state.cycleSort(column.id)} />
        ))}
      </tr>
    </thead>
  )
}

interface ColumnHeadProps<Row> {
  column: TableColumn<Row>
  sort: TableSort
  onSort: () => void
}

function ColumnHead<Row>({ column, sort, onSort }: ColumnHeadProps<Row>) {
  const direction = sort?.columnId === column.id ? sort.direction : null
  const words = column.headIsHidden ? <span className="visually-hidden">{column.head}</span> : column.head
  return (
    <th
      scope="col"
      className={classNames(styles.headCell, column.align === 'right' && styles.right, direction && styles.sorted)}
      aria-sort={ariaSort(column.isSortable ?? false, direction)}
    >
      {column.isSortable ? (
        <button type="button" className={styles.sortButton} onClick={onSort}>
          <span className="one-line">{words}</span>
          {direction !== null && <SortArrow direction={direction} />}
        </button>
      ) : (
        <span className="one-line">{words}</span>
      )}
    </th>
  )
}

function SortArrow({ direction }: { direction: 'asc' | 'desc' }) {
  return (
    <svg className={styles.arrow} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={direction === 'asc' ? 'M6 10.5V2M2.8 5.2L6 2L9.2 5.2' : 'M6 1.5V10M2.8 6.8L6 10L9.2 6.8'} />
    </svg>
  )
}

function ariaSort(isSortable: boolean, direction: 'asc' | 'desc' | null) {
  if (!isSortable) return undefined
  if (direction === null) return 'none'
  return direction === 'asc' ? 'ascending' : 'descending'
}
