import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ReceiptSize } from '#shared/printing/receipt-document.ts'
import type { ReceiptRow } from '#shared/printing/receipt-layout.ts'
import { cellsOfCharacter } from '#shared/printing/text-cells.ts'
import { type PrintFonts, runsOf, widthOfText } from '../pdf/print-fonts.ts'
import { paintText } from './paint-text.ts'

export interface CellGrid {
  readonly columns: number
  readonly dots: number
  readonly dpi: number
}

type TextRow = Extract<ReceiptRow, { row: 'text' }>

/** A sixth of an inch from line to line, as the printers' own default. */
export function lineDots(dpi: number): number {
  return Math.round(dpi / 6)
}

export function textRowHeight(grid: CellGrid, size: ReceiptSize): number {
  return lineDots(grid.dpi) * (size === 'normal' ? 1 : 2)
}

/** One row of text on the printer's own grid: every character in its cell, as font A of the printer would set it. */
export function paintReceiptText(
  context: SKRSContext2D,
  fonts: PrintFonts,
  row: TextRow,
  grid: CellGrid,
  top: number,
): void {
  const cell = Math.floor(grid.dots / grid.columns)
  const height = lineDots(grid.dpi)
  // The mono font is six tenths of its size wide: this size makes a letter exactly a cell.
  const size = cell / 0.6
  context.save()
  context.translate(0, top)
  context.scale(row.size === 'large' ? 2 : 1, row.size === 'normal' ? 1 : 2)
  let at = 0
  for (const character of row.text.normalize('NFC')) {
    const cells = cellsOfCharacter(character)
    const face = runsOf(fonts, character, 'mono')[0]?.face ?? 'mono'
    const own = widthOfText(fonts, character, face, size)
    const room = Math.max(1, cells) * cell
    // Letters of another font are wider than a cell; they are pressed into it, not over their neighbour.
    const stretch = own > room ? room / own : 1
    const x = (cells === 0 ? at - cell : at) + (own < room ? (room - own) / 2 : 0)
    paintText(context, fonts, character, { x, baseline: height * 0.74, size, face, stretch })
    if (row.bold) paintText(context, fonts, character, { x: x + 1, baseline: height * 0.74, size, face, stretch })
    at += cells * cell
  }
  context.restore()
}
