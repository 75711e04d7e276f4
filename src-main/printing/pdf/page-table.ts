import type {
  TableBlock,
  TableCell,
  TableColumn,
  TableRow,
  TextFace,
  TotalRow,
} from '#shared/printing/page-document.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import { type Mark, moved, type Piece, pointsOf, ruleMark, rules, type Sheet, sizes } from './page-marks.ts'
import { barcodeDrawn, pictureDrawn } from './page-shapes.ts'
import { lineHeightOf, lineMarks, type TextStyle, textLines } from './page-text.ts'
import { widthOfText } from './print-fonts.ts'

const gap = 10
const padding = 3

interface Column {
  readonly x: number
  readonly width: number
  readonly align: TableColumn['align']
  /** Room behind the decimal mark, so that marks stand under each other. */
  readonly fraction: number
}

export function tablePieces(sheet: Sheet, table: TableBlock): Piece[] {
  const columns = placeColumns(sheet, table)
  const head = headPiece(sheet, table, columns)
  const rows = table.rows.flatMap((row) => rowPieces(sheet, row, columns))
  const totals = table.totals.map((row, index) => totalPiece(sheet, row, index < table.totals.length - 1))
  // The last row goes along with the totals: a sum alone on a page says nothing.
  const last = rows.length - 1
  return [
    { ...head, gluedToNext: true },
    ...rows.map((piece, index) => ({
      ...piece,
      head,
      gluedToNext: piece.gluedToNext === true || (index === last && totals.length > 0),
    })),
    ...totals.map((piece) => ({ ...piece, head })),
  ]
}

function textOf(cell: TableCell | undefined): string | null {
  if (cell === undefined) return null
  return typeof cell === 'string' ? cell : 'text' in cell ? cell.text : null
}

function styleOf(cell: TableCell, row: TableRow): TextStyle {
  const own = typeof cell === 'object' && 'text' in cell ? cell : null
  const face: TextFace = own?.face ?? (row.weight === 'strong' ? 'bold' : 'regular')
  return { face, size: sizes[own?.size ?? 'normal'] }
}

/** Fixed widths, shares of the rest, and never less than the widest number: numbers do not wrap. */
function placeColumns(sheet: Sheet, table: TableBlock): Column[] {
  const natural = table.columns.map((column, index) => {
    if (column.align === 'start' || column.align === 'center') return { width: 0, fraction: 0 }
    let [before, fraction, plain] = [0, 0, 0]
    for (const row of table.rows) {
      const cell = row.cells[index]
      const text = textOf(cell)
      if (cell === undefined || text === null) continue
      const style = styleOf(cell, row)
      const parts = split(printableLine(text), column.align === 'decimal' ? sheet.decimalMark : null)
      before = Math.max(before, widthOfText(sheet.fonts, parts[0], style.face, style.size))
      fraction = Math.max(fraction, widthOfText(sheet.fonts, parts[1], style.face, style.size))
    }
    for (const word of column.title.split(' '))
      plain = Math.max(plain, widthOfText(sheet.fonts, word, 'bold', sizes.small))
    return { width: Math.max(before + fraction, plain), fraction: column.align === 'decimal' ? fraction : 0 }
  })
  const room = sheet.width - gap * (table.columns.length - 1)
  const wanted = table.columns.map((column, index) =>
    'tenths' in column.width
      ? Math.max(pointsOf(column.width.tenths), natural[index]?.width ?? 0)
      : (natural[index]?.width ?? 0),
  )
  const fixed = table.columns.reduce(
    (sum, column, index) => sum + ('tenths' in column.width ? (wanted[index] ?? 0) : 0),
    0,
  )
  const shares = table.columns.reduce((sum, column) => sum + ('share' in column.width ? column.width.share : 0), 0)
  const left = Math.max(0, room - fixed)
  const widths = table.columns.map((column, index) =>
    'share' in column.width ? Math.max((left * column.width.share) / shares, wanted[index] ?? 0) : (wanted[index] ?? 0),
  )
  const sum = widths.reduce((total, width) => total + width, 0)
  // More columns than paper: all give way alike, and their text wraps instead of leaving the sheet.
  const scale = sum > room ? room / sum : 1
  let x = 0
  return table.columns.map((column, index) => {
    const width = (widths[index] ?? 0) * scale
    const placed = { x, width, align: column.align, fraction: natural[index]?.fraction ?? 0 }
    x += width + gap
    return placed
  })
}

/** A number before and from its decimal mark on; without one, all of it stands before. */
function split(text: string, mark: string | null): [string, string] {
  const at = mark === null ? -1 : text.lastIndexOf(mark)
  return at < 0 || !/\d/u.test(text[at + 1] ?? '') ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

function headPiece(sheet: Sheet, table: TableBlock, columns: readonly Column[]): Piece {
  const style: TextStyle = { face: 'bold', size: sizes.small }
  const step = lineHeightOf(style.size)
  const cells = table.columns.map((column, index) => textLines(sheet, column.title, style, columns[index]?.width ?? 0))
  const lines = Math.max(...cells.map((each) => each.length))
  const marks: Mark[] = cells.flatMap((each, index) =>
    each.flatMap((line, at) => {
      const column = columns[index]
      const align = column?.align === 'decimal' ? 'end' : (column?.align ?? 'start')
      // Titles stand on the rule, so that short ones beside long ones line up.
      const top = (lines - each.length + at) * step
      return lineMarks(sheet, line, style, { x: column?.x ?? 0, top, width: column?.width ?? 0, align })
    }),
  )
  const height = lines * step + padding
  return {
    height: height + rules.thick + padding,
    marks: [...marks, ruleMark(0, height, sheet.width, 'thick', sheet.accent)],
  }
}

interface CellLine {
  readonly height: number
  readonly marks: readonly Mark[]
}

function cellLines(sheet: Sheet, cell: TableCell, row: TableRow, column: Column): CellLine[] {
  if (typeof cell === 'object' && 'check' in cell) {
    const side = sizes.normal
    const rect = { x: column.x, y: 1.5, width: side, height: side }
    return [{ height: side + 3, marks: [{ mark: 'frame', rect, thickness: 0.75 }] }]
  }
  if (typeof cell === 'object' && 'barcode' in cell) {
    const drawn = barcodeDrawn(sheet, cell.barcode, pointsOf(cell.height), column.width)
    return [{ height: drawn.height + padding, marks: drawn.marks.map((mark) => moved(mark, column.x, padding)) }]
  }
  if (typeof cell === 'object' && 'picture' in cell) {
    const drawn = pictureDrawn(sheet, cell.picture, column.width, pointsOf(cell.height))
    return [{ height: drawn.height + padding, marks: drawn.marks.map((mark) => moved(mark, column.x, padding)) }]
  }
  const style = styleOf(cell, row)
  const lines = textCell(sheet, textOf(cell) ?? '', style, column)
  const detail = typeof cell === 'object' ? (cell.detail ?? []) : []
  const small: TextStyle = { face: 'regular', size: sizes.small }
  return [...lines, ...detail.flatMap((text) => textCell(sheet, text, small, { ...column, fraction: 0 }))]
}

function textCell(sheet: Sheet, text: string, style: TextStyle, column: Column): CellLine[] {
  const height = lineHeightOf(style.size)
  const line = printableLine(text)
  if (column.align === 'decimal') {
    const [before, fraction] = split(line, sheet.decimalMark)
    const edge = column.width - column.fraction
    if (widthOfText(sheet.fonts, before, style.face, style.size) <= edge + 0.01) {
      const start = lineMarks(sheet, before, style, { x: column.x, top: 0, width: edge, align: 'end' })
      const rest = lineMarks(sheet, fraction, style, {
        x: column.x + edge,
        top: 0,
        width: column.fraction,
        align: 'start',
      })
      return [{ height, marks: [...start, ...rest] }]
    }
  }
  const align = column.align === 'decimal' ? 'end' : column.align
  return textLines(sheet, text, style, column.width + 0.01).map((each) => ({
    height,
    marks: lineMarks(sheet, each, style, { x: column.x, top: 0, width: column.width, align }),
  }))
}

/** A row is one piece, unless it is so tall that waiting for a page of its own would waste one: then it goes by lines. */
function rowPieces(sheet: Sheet, row: TableRow, columns: readonly Column[]): Piece[] {
  const cells = columns.map((column, index) => cellLines(sheet, row.cells[index] ?? '', row, column))
  const count = Math.max(1, ...cells.map((lines) => lines.length))
  const lines: Piece[] = Array.from({ length: count }, (_, at) => ({
    height: Math.max(...cells.map((each) => each[at]?.height ?? 0)),
    marks: cells.flatMap((each) => each[at]?.marks ?? []),
  }))
  const below: Piece = {
    height: 2 * padding,
    marks: [{ mark: 'rects', grey: 0.75, rects: [{ x: 0, y: padding, width: sheet.width, height: 0.4 }] }],
  }
  // Lines of cells advance on their own: a tall picture beside short text must not spread the text.
  const columnHeights = cells.map((each) => each.reduce((sum, line) => sum + line.height, 0))
  const tallest = Math.max(...columnHeights)
  if (tallest <= sheet.bodyHeight / 2) {
    const marks = cells.flatMap((each) => {
      let top = 0
      return each.flatMap((line) => {
        const placed = line.marks.map((mark) => moved(mark, 0, top))
        top += line.height
        return placed
      })
    })
    const rule = below.marks.map((mark) => moved(mark, 0, tallest))
    return [{ height: tallest + below.height, marks: [...marks, ...rule] }]
  }
  return [...lines.slice(0, -1), ...lines.slice(-1).map((line) => ({ ...line, gluedToNext: true })), below]
}

function totalPiece(sheet: Sheet, row: TotalRow, gluedToNext: boolean): Piece {
  const style: TextStyle = {
    face: row.weight === 'strong' ? 'bold' : 'regular',
    size: row.weight === 'strong' ? sizes.large : sizes.normal,
  }
  const value = widthOfText(sheet.fonts, printableLine(row.value), style.face, style.size)
  const left = sheet.width * 0.45
  const rule = row.ruleAbove === 'none' ? 0 : rules[row.ruleAbove]
  const top = rule + (rule > 0 ? padding : 0)
  const room = Math.max(sheet.width * 0.15, sheet.width - left - value - gap)
  const words = textLines(sheet, row.label, style, room)
  const amount = textLines(sheet, row.value, style, sheet.width - left)
  const step = lineHeightOf(style.size)
  const marks: Mark[] = [
    ...(row.ruleAbove === 'none' ? [] : [ruleMark(left, 0, sheet.width - left, row.ruleAbove)]),
    ...words.flatMap((line, at) =>
      lineMarks(sheet, line, style, { x: left, top: top + at * step, width: room, align: 'start' }),
    ),
    ...amount.flatMap((line, at) =>
      lineMarks(sheet, line, style, { x: left, top: top + at * step, width: sheet.width - left, align: 'end' }),
    ),
  ]
  return { height: top + Math.max(words.length, amount.length) * step + 1, marks, gluedToNext }
}
