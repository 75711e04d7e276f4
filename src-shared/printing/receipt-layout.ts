import type { PictureRef } from './picture-ref.ts'
import type { ReceiptAlign, ReceiptColumn, ReceiptDocument, ReceiptLine, ReceiptSize } from './receipt-document.ts'
import { cellsOf, padCells, wrapCells } from './text-cells.ts'

/** One row as the printer sets it. Text is at most as wide as the paper and aligned by spaces: no printer disagrees. */
export type ReceiptRow =
  | { readonly row: 'text'; readonly text: string; readonly size: ReceiptSize; readonly bold: boolean }
  | { readonly row: 'barcode'; readonly data: string }
  | { readonly row: 'qr'; readonly data: string }
  | { readonly row: 'picture'; readonly picture: PictureRef; readonly share: number }
  | { readonly row: 'feed'; readonly lines: number }
  | { readonly row: 'cut' }

export interface ReceiptPaper {
  readonly columns: number
  /** Makes text printable on this printer; runs before widths are counted, since an ellipsis may become three dots. */
  readonly prepare: (text: string) => readonly string[]
}

/** White between words and their amount: with less of it "350 g" and "5 × 500" read as one. */
const pairGap = 2

/** The narrowest column in which words are still wrapped beside an amount instead of over it. */
const narrowestWords = 10

/** Bytes, preview and test pictures all come from these rows (P25). */
export function layoutReceipt(document: ReceiptDocument, paper: ReceiptPaper): ReceiptRow[] {
  const tag = document.copyTag === null ? [] : copyTagRows(document.copyTag, paper)
  return [...tag, ...document.lines.flatMap((line) => rowsOf(line, paper))]
}

/** Columns that a size leaves on the paper. */
export function columnsAt(columns: number, size: ReceiptSize): number {
  return size === 'large' ? Math.floor(columns / 2) : columns
}

function rowsOf(line: ReceiptLine, paper: ReceiptPaper): ReceiptRow[] {
  switch (line.line) {
    case 'text':
      return textRows(line.text, paper, line.align ?? 'start', line.size ?? 'normal', line.bold ?? false)
    case 'pair':
      return pairRows(line.start, line.end, paper, line.bold ?? false)
    case 'table':
      return line.rows.flatMap((row) => tableRows(row, line.columns, paper, line.bold ?? false))
    case 'rule':
      return [textRow((line.weight === 'thick' ? '=' : '-').repeat(paper.columns))]
    case 'total':
      return totalRows(line.label, line.value, paper)
    case 'barcode':
    case 'qr':
      return [
        { row: line.line, data: line.data },
        ...(line.caption === null ? [] : textRows(line.caption, paper, 'center', 'normal', false)),
      ]
    case 'picture':
      return [{ row: 'picture', picture: line.picture, share: line.share }]
    case 'feed':
      return [{ row: 'feed', lines: line.lines }]
    case 'cut':
      return [{ row: 'cut' }]
  }
}

function textRow(text: string, size: ReceiptSize = 'normal', bold = false): ReceiptRow {
  return { row: 'text', text: text.replace(/ +$/u, ''), size, bold }
}

function textRows(
  text: string,
  paper: ReceiptPaper,
  align: ReceiptAlign,
  size: ReceiptSize,
  bold: boolean,
): ReceiptRow[] {
  const width = columnsAt(paper.columns, size)
  return paper
    .prepare(text)
    .flatMap((line) => wrapCells(line, width))
    .map((line) => textRow(padCells(line, width, align), size, bold))
}

function pairRows(start: string, end: string, paper: ReceiptPaper, bold: boolean): ReceiptRow[] {
  const amount = paper.prepare(end).join(' ')
  const words = paper.prepare(start).flatMap((line) => wrapCells(line, paper.columns))
  const left = paper.columns - cellsOf(amount)
  const last = words.at(-1) ?? ''
  if (cellsOf(last) > left - pairGap) {
    return [...textRows(start, paper, 'start', 'normal', bold), ...textRows(end, paper, 'end', 'normal', bold)]
  }
  return [...words.slice(0, -1), padCells(last, left, 'start') + amount].map((line) => textRow(line, 'normal', bold))
}

function tableRows(
  row: readonly string[],
  columns: readonly ReceiptColumn[],
  paper: ReceiptPaper,
  bold: boolean,
): ReceiptRow[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width === 'rest' ? 0 : column.width), 0)
  const gaps = columns.length - 1
  const rest = paper.columns - fixed - gaps
  const flexible = columns.findIndex((column) => column.width === 'rest')
  if (flexible >= 0 && rest < narrowestWords && columns.length > 1) {
    // Too narrow for words beside numbers: the words get lines of their own, the numbers the line beneath.
    const numbers = columns.filter((_, index) => index !== flexible)
    return [
      ...textRows(row[flexible] ?? '', paper, 'start', 'normal', bold),
      ...cellRows(
        row.filter((_, index) => index !== flexible),
        numbers,
        numbers.map((column) => widthOf(column, 0)),
        paper,
        bold,
        'end',
      ),
    ]
  }
  return cellRows(
    row,
    columns,
    columns.map((column) => widthOf(column, rest)),
    paper,
    bold,
    'start',
  )
}

function widthOf(column: ReceiptColumn, rest: number): number {
  return column.width === 'rest' ? Math.max(1, rest) : column.width
}

function cellRows(
  row: readonly string[],
  columns: readonly ReceiptColumn[],
  widths: readonly number[],
  paper: ReceiptPaper,
  bold: boolean,
  side: 'start' | 'end',
): ReceiptRow[] {
  const total = widths.reduce((sum, width) => sum + width, Math.max(0, widths.length - 1))
  if (total > paper.columns) {
    // A table wider than the paper is the builder's slip; its content is still printed whole, cell under cell.
    return columns.flatMap((column, index) => textRows(row[index] ?? '', paper, column.align, 'normal', bold))
  }
  const cells = columns.map((_, index) =>
    paper.prepare(row[index] ?? '').flatMap((line) => wrapCells(line, widths[index] ?? 1)),
  )
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) => {
    const line = columns
      .map((column, index) => padCells(cells[index]?.[at] ?? '', widths[index] ?? 1, column.align))
      .join(' ')
    return textRow(side === 'end' ? padCells(line, paper.columns, 'end') : line, 'normal', bold)
  })
}

function totalRows(label: string, value: string, paper: ReceiptPaper): ReceiptRow[] {
  const words = paper.prepare(label).join(' ')
  const amount = paper.prepare(value).join(' ')
  for (const size of ['large', 'tall'] as const) {
    const width = columnsAt(paper.columns, size)
    const free = width - cellsOf(words) - cellsOf(amount)
    if (free >= 1) return [textRow(words + ' '.repeat(free) + amount, size, true)]
  }
  const size = cellsOf(amount) <= columnsAt(paper.columns, 'large') ? 'large' : 'tall'
  return [...textRows(label, paper, 'start', 'normal', true), ...textRows(value, paper, 'end', size, true)]
}

function copyTagRows(tag: string, paper: ReceiptPaper): ReceiptRow[] {
  const lines = paper.prepare(tag).flatMap((line) => wrapCells(line, paper.columns - 4))
  const width = Math.max(...lines.map(cellsOf))
  const edge = `+${'-'.repeat(width + 2)}+`
  const boxed = lines.map((line) => `| ${padCells(line, width, 'start')} |`)
  const box = [edge, ...boxed, edge].map((line) => textRow(padCells(line, paper.columns, 'center'), 'normal', true))
  return [...box, { row: 'feed', lines: 1 }]
}
