import { useTable } from '@tanstack/react-table'
import { type CSSProperties, type ReactNode, useCallback, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../theme/class-names.ts'
import styles from './data-table.module.css'
import { LoadProblem } from './load-problem.tsx'
import type { RowSource } from './row-source.ts'
import { columnsWithRoom, neededWidth, type TableColumn } from './table-column.ts'
import { TableHead } from './table-head.tsx'
import { definitionOf, features } from './table-model.ts'
import { TableRow, WaitingRow } from './table-row.tsx'
import { isSelected } from './table-selection.ts'
import { type TableState, useTableState } from './table-state.ts'
import { useRoom } from './use-room.ts'
import { useKeepInSight, useRowFocus } from './use-row-focus.ts'
import { useRowPresses } from './use-row-presses.ts'
import { useTableKeys } from './use-table-keys.ts'
import { useTableRows } from './use-table-rows.ts'
import { HEAD_HEIGHT, useTableWindow } from './use-table-window.ts'

export interface DataTableProps<Row> {
  /** Accessible name: "Sales orders". */
  label: string
  /** Keep the array between renders (`useMemo`); rows are drawn anew when it changes. */
  columns: readonly TableColumn<Row>[]
  /** An array, or the source made by `useKeysetRows` for lists of any length. */
  rows: readonly Row[] | RowSource<Row>
  rowId: (row: Row) => string
  /** Said for the tick box and by screen readers: "26-04817 Bakkerij van Dongen". */
  rowLabel: (row: Row) => string
  /** 33 list, 39 with document thumbnails, 46 counter lines, 56 with artwork, 64 touch. */
  rowHeight?: 30 | 33 | 39 | 46 | 56 | 64
  /** Made by `useTableState`, when the page needs order, focus or selection too. */
  state?: TableState
  /** Enter and double click. */
  onOpen?: (row: Row) => void
  /** Space. */
  onPreview?: (row: Row) => void
  /** One click opens; otherwise a click only focuses. */
  opensOnClick?: boolean
  isSelectable?: boolean
  /** `question` lays an undecided row on magenta, `settled` prints it in the second ink. */
  rowTone?: (row: Row) => RowTone
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode
  /** As high as its rows, for the lines of a document inside a page that scrolls. Otherwise it fills a flex column. */
  fitsRows?: boolean
  /** The list of the page: its keys work while nothing else has the focus. */
  isMain?: boolean
}

export type RowTone = 'plain' | 'settled' | 'question'

const TICK_WIDTH = 44

/** Rows as a grid: fixed heights, only what is on screen drawn, one focused row, keys for everything. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rowId, rowHeight = 33, isSelectable = false } = props
  const { t, i18n } = useTranslation('ui')
  const ownState = useTableState()
  const state = props.state ?? ownState
  const wordTick = useCallback((row: string) => t('table.selectRow', { row }), [t])
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const baseId = useId()
  const room = useRoom(scroller)
  const source = useTableRows(props.rows, columns, state.sort, i18n.language)
  const rowFocus = useRowFocus(source, rowId, state)
  const focusedIndex = rowFocus.index
  const { virtualizer, placed } = useTableWindow(source, scroller, rowHeight, focusedIndex, state)

  const tickWidth = isSelectable ? TICK_WIDTH : 0
  const shown = useMemo(() => columnsWithRoom(columns, room.width - tickWidth), [columns, room.width, tickWidth])
  const table = useTable({
    features,
    columns: useMemo(() => columns.map(definitionOf), [columns]),
    data: placed.flatMap((place) => (place.row === undefined ? [] : [place.row])),
    getRowId: rowId,
    state: { columnVisibility: Object.fromEntries(columns.map((column) => [column.id, shown.includes(column)])) },
  })
  const models = table.getRowModel().rows.values()

  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' })
  const focus = (index: number) => {
    rowFocus.focus(index)
    if (index >= 0) scrollTo(index)
  }
  useKeepInSight(focusedIndex, state, scrollTo)
  const keys = useTableKeys({
    source,
    state,
    rowId,
    focusedIndex,
    focus,
    isSelectable,
    rowsPerPage: Math.max(Math.floor((room.height - HEAD_HEIGHT) / rowHeight) - 1, 1),
    onOpen: props.onOpen,
    onPreview: props.onPreview,
    hasFocus: () => hasFocus(grid.current, props.isMain ?? false),
  })
  const presses = useRowPresses({ ...props, source, focus, grid, toggle: keys.toggle, stretchTo: keys.stretchTo })

  const total = source.total ?? (source.hasMore ? null : source.count)
  const waiting = source.isFirstLoad ? Math.ceil(room.height / rowHeight) : 0
  const fitted = props.fitsRows ? { height: `${HEAD_HEIGHT + source.count * rowHeight}px` } : undefined
  const isEmpty = source.count === 0 && !source.isFirstLoad && source.problem === null
  return (
    <div ref={scroller} className={classNames(styles.scroller, props.fitsRows && styles.fitted)} style={fitted}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is the interactive kind of table
        role="grid"
        className={styles.grid}
        style={gridMeasures(shown, tickWidth, rowHeight)}
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-multiselectable={isSelectable || undefined}
        aria-activedescendant={focusedIndex < 0 ? undefined : `${baseId}${focusedIndex}`}
        aria-busy={source.isFirstLoad || undefined}
      >
        <TableHead columns={shown} state={state} isSelectable={isSelectable} />
        <tbody
          className={styles.body}
          style={{ height: `${waiting > 0 ? waiting * rowHeight : virtualizer.getTotalSize()}px` }}
          {...presses}
        >
          {Array.from({ length: waiting }, (_, index) => index).map((index) => (
            <WaitingRow key={index} top={index * rowHeight} />
          ))}
          {placed.map(({ index, top, row }) => {
            const model = row === undefined ? undefined : models.next().value
            if (row === undefined || model === undefined) return <WaitingRow key={index} top={top} />
            return (
              <TableRow
                key={index}
                id={`${baseId}${index}`}
                index={index}
                top={top}
                model={model}
                columns={shown}
                label={props.rowLabel(row)}
                wordTick={wordTick}
                tone={props.rowTone?.(row) ?? 'plain'}
                isFocused={index === focusedIndex}
                isSelected={isSelectable ? isSelected(state.selection, model.id) : undefined}
              />
            )
          })}
        </tbody>
      </table>
      {isEmpty && <div className={styles.empty}>{props.empty}</div>}
      {source.problem !== null && <LoadProblem retry={source.retry} />}
    </div>
  )
}

function gridMeasures<Row>(shown: readonly TableColumn<Row>[], tickWidth: number, rowHeight: number): CSSProperties {
  const tracks = shown.map((column) => (column.width === 'flex' ? 'minmax(0, 1fr)' : `${column.width}px`))
  const leastWidth = shown.reduce((sum, column) => sum + neededWidth(column), tickWidth)
  return {
    '--tracks': [...(tickWidth > 0 ? [`${tickWidth}px`] : []), ...tracks].join(' '),
    '--row-height': `${rowHeight}px`,
    minWidth: `${leastWidth}px`,
  }
}

function hasFocus(grid: HTMLElement | null, isMain: boolean): boolean {
  const focused = document.activeElement
  return grid?.contains(focused) === true || (isMain && (focused === null || focused === document.body))
}
