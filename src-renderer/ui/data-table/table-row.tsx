import { FlexRender } from '@tanstack/react-table'
import { useMemo } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './data-table.module.css'
import type { TableColumn } from './table-column.ts'
import type { ModelCell, ModelRow } from './table-model.ts'
import { Tick } from './tick.tsx'

interface TableRowProps<Row extends object> {
  id: string
  index: number
  top: number
  model: ModelRow<Row>
  columns: readonly TableColumn<Row>[]
  label: string
  /** Words the accessible name of a tick. */
  wordTick: (label: string) => string
  tone: 'plain' | 'settled' | 'question'
  isFocused: boolean
  /** Undefined: the list has no ticks. */
  isSelected: boolean | undefined
}

/**
 * Scrolling makes the row model anew with every window, but the records in it stay the same; so a row is drawn again
 * only when its record, its place or its state changed.
 */
export function TableRow<Row extends object>(props: TableRowProps<Row>) {
  const { id, index, top, model, columns, label, wordTick, tone, isFocused, isSelected } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record stands for the model made around it
  return useMemo(
    () => (
      <tr
        id={id}
        data-index={index}
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        className={classNames(styles.row, isFocused && styles.focused, isSelected && styles.selected, styles[tone])}
        style={{ top: `${top}px` }}
      >
        {isSelected !== undefined && (
          <td className={styles.tickCell} data-tick>
            <Tick label={wordTick(label)} isChecked={isSelected} />
          </td>
        )}
        {model.getVisibleCells().map((cell) => (
          <BodyCell key={cell.id} cell={cell} column={columns.find((column) => column.id === cell.column.id)} />
        ))}
      </tr>
    ),
    [id, index, top, model.original, columns, label, wordTick, tone, isFocused, isSelected],
  )
}

interface BodyCellProps<Row extends object> {
  cell: ModelCell<Row>
  column: TableColumn<Row> | undefined
}

function BodyCell<Row extends object>({ cell, column }: BodyCellProps<Row>) {
  const look = styles[column?.look ?? 'plain']
  return (
    <td
      className={classNames(styles.cell, look, column?.align === 'right' && styles.right)}
      title={column?.fullText?.(cell.row.original)}
    >
      <FlexRender cell={cell} />
    </td>
  )
}

/** A row that is known to exist but not loaded: its height and its hairline, nothing else. */
export function WaitingRow({ top }: { top: number }) {
  return (
    <tr className={styles.row} style={{ top: `${top}px` }}>
      <td />
    </tr>
  )
}
