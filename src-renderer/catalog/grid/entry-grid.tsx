import { type ClipboardEvent, Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, classNames } from '#renderer/ui/index.ts'
import styles from './entry-grid.module.css'
import { cellBeside } from './grid-walk.ts'
import { type CellChange, isBlock, placePasted, readPasted } from './pasted.ts'

export interface GridColumn {
  readonly id: string
  readonly head: ReactNode
  /** How a screen reader and an error call it. */
  readonly label: string
  /** A width in the table: `110px`, `auto`. */
  readonly width?: string
  readonly isNumber?: boolean
  readonly isCode?: boolean
}

export interface GridCell {
  readonly text: string
  /** Path of the value: errors and F8 find the cell by it. */
  readonly name: string
  readonly error?: string | null
  /** Two meanings of an ambiguous number, to choose from. */
  readonly readings?: readonly [string, string] | undefined
  readonly placeholder?: string
  /** There is nothing to type here. */
  readonly isClosed?: boolean
  /** Said, but not changed any more. */
  readonly isFixed?: boolean
}

export interface GridRow {
  readonly id: string
  /** "Row 3", "500 pieces". */
  readonly label: string
  readonly cells: readonly GridCell[]
  readonly start?: ReactNode
  readonly end?: ReactNode
}

interface EntryGridProps {
  label: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  /** One cell typed, or a pasted block at once; rows below the last one are new. */
  onCells: (changes: readonly CellChange[]) => void
  onLeave: (name: string) => void
  /** Head of the column before the cells, where rows have a `start`. */
  startHead?: ReactNode
  endHead?: ReactNode
  /** Few columns stand together instead of far apart. */
  maxWidth?: number
  /** The row where typing begins when the grid appears. */
  firstRow?: number
}

/** A calm grid of numbers (design, section 8): arrows and Enter walk, a block from a spreadsheet is pasted where one stands. */
export function EntryGrid({
  label,
  columns,
  rows,
  onCells,
  onLeave,
  startHead,
  endHead,
  maxWidth,
  firstRow,
}: EntryGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const hasStart = rows.some(({ start }) => start !== undefined)
  const hasEnd = rows.some(({ end }) => end !== undefined)
  const focus = (row: number, column: number) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`)
    cell?.focus()
    cell?.select()
  }
  useEffect(() => {
    if (firstRow !== undefined) table.current?.querySelector<HTMLInputElement>(`[data-cell="${firstRow} 0"]`)?.focus()
  }, [firstRow])
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const block = readPasted(event.clipboardData.getData('text/plain'))
    if (!isBlock(block)) return
    event.preventDefault()
    const open = placePasted(block, { row, column }, columns.length).filter((change) =>
      isOpen(rows[change.row]?.cells[change.column]),
    )
    onCells(open)
    // What was pasted was not typed: what is wrong with it is said at once.
    for (const change of open) {
      const cell = rows[change.row]?.cells[change.column]
      if (cell !== undefined) onLeave(cell.name)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const next = cellBeside(event, { row, column }, rows.length, columns.length)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    focus(next.row, next.column)
  }
  return (
    <div className={styles.scroller} style={{ maxWidth }}>
      <table ref={table} className={styles.grid} aria-label={label}>
        <thead>
          <tr>
            {hasStart && <th scope="col">{startHead}</th>}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(column.isNumber && styles.number)}
                style={{ width: column.width }}
              >
                {column.head}
              </th>
            ))}
            {hasEnd && <th scope="col">{endHead}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.id}>
              <tr>
                {hasStart && <td className={styles.start}>{row.start}</td>}
                {columns.map((column, across) => {
                  const cell = row.cells[across]
                  if (cell === undefined || cell.isClosed) return <td key={column.id} className={styles.closed} />
                  if (cell.isFixed) {
                    return (
                      <td key={column.id} className={classNames(styles.fixed, column.isCode && 'mono')}>
                        {cell.text}
                      </td>
                    )
                  }
                  return (
                    <td key={column.id} className={styles.cell}>
                      <input
                        data-cell={`${at} ${across}`}
                        name={cell.name}
                        className={classNames(
                          styles.input,
                          column.isNumber && styles.number,
                          column.isCode && 'mono',
                          cell.error && styles.wrong,
                        )}
                        inputMode={column.isNumber ? 'decimal' : 'text'}
                        autoComplete="off"
                        spellCheck={false}
                        aria-label={`${row.label}, ${column.label}`}
                        aria-invalid={cell.error ? true : undefined}
                        placeholder={cell.placeholder}
                        value={cell.text}
                        onChange={(event) => onCells([{ row: at, column: across, text: event.currentTarget.value }])}
                        onBlur={() => onLeave(cell.name)}
                        onKeyDown={(event) => onKeyDown(event, at, across)}
                        onPaste={(event) => onPaste(event, at, across)}
                      />
                    </td>
                  )
                })}
                {hasEnd && <td className={styles.end}>{row.end}</td>}
              </tr>
              <WrongCells
                row={row}
                at={at}
                columns={columns}
                span={columns.length + Number(hasStart) + Number(hasEnd)}
                onCells={onCells}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isOpen(cell: GridCell | undefined): boolean {
  return cell?.isClosed !== true && cell?.isFixed !== true
}

interface WrongCellsProps extends Pick<EntryGridProps, 'columns' | 'onCells'> {
  row: GridRow
  at: number
  span: number
}

/** What is wrong in a row, under it; an ambiguous number is asked about with both meanings. */
function WrongCells({ row, at, columns, span, onCells }: WrongCellsProps) {
  const { t } = useTranslation('catalog')
  const wrong = row.cells.flatMap((cell, column) => (cell.error ? [{ cell, column }] : []))
  if (wrong.length === 0) return null
  return (
    <tr>
      <td colSpan={span} className={styles.problems}>
        {wrong.map(({ cell, column }) => (
          <p key={cell.name} className={styles.problem}>
            <span>{t('screen.grid.wrong', { column: columns[column]?.label ?? '', problem: cell.error })}</span>
            {cell.readings?.map((reading) => (
              <Button key={reading} size={28} onClick={() => onCells([{ row: at, column, text: reading }])}>
                {reading}
              </Button>
            ))}
          </p>
        ))}
      </td>
    </tr>
  )
}
