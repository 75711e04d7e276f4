/** One cell's new text, counted from the upper left cell of the grid; rows may lie below the last one. */
export interface CellChange {
  readonly row: number
  readonly column: number
  readonly text: string
}

// A price list has hundreds of cells; a pasted book is a slip.
const mostRows = 200

/** A block as spreadsheets give it to the clipboard: rows by line breaks, cells by tabs, quotes round cells with either. */
export function readPasted(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  const source = text.replace(/\r\n?/gu, '\n')
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t') {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...cells, cell])
      cells = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || cells.length > 0) rows.push([...cells, cell])
  return rows.slice(0, mostRows).map((row) => row.map((each) => each.trim()))
}

/** Where a pasted block lands; what hangs over the right edge is left out. */
export function placePasted(
  block: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  columns: number,
): readonly CellChange[] {
  return block.flatMap((cells, down) =>
    cells.flatMap((text, right) =>
      at.column + right < columns ? [{ row: at.row + down, column: at.column + right, text }] : [],
    ),
  )
}

/** A single value is pasted by the field itself. */
export function isBlock(block: readonly (readonly string[])[]): boolean {
  return block.length > 1 || (block[0]?.length ?? 0) > 1
}
