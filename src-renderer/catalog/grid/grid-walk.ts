export interface CellPlace {
  readonly row: number
  readonly column: number
}

interface CellPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly currentTarget: {
    readonly value: string
    readonly selectionStart: number | null
    readonly selectionEnd: number | null
  }
}

/** Where a key leads from a cell; null: the key is the field's own. Left and right leave only from the end of the text. */
export function cellBeside(press: CellPress, at: CellPlace, rows: number, columns: number): CellPlace | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  const { value, selectionStart, selectionEnd } = press.currentTarget
  const isWhole = selectionStart === 0 && selectionEnd === value.length
  switch (press.key) {
    case 'ArrowDown':
      return within({ row: at.row + 1, column: at.column }, rows, columns)
    case 'ArrowUp':
      return within({ row: at.row - 1, column: at.column }, rows, columns)
    case 'Enter':
      return within({ row: at.row + (press.shiftKey ? -1 : 1), column: at.column }, rows, columns)
    case 'ArrowLeft':
      return !press.shiftKey && (isWhole || selectionEnd === 0)
        ? within({ row: at.row, column: at.column - 1 }, rows, columns)
        : null
    case 'ArrowRight':
      return !press.shiftKey && (isWhole || selectionStart === value.length)
        ? within({ row: at.row, column: at.column + 1 }, rows, columns)
        : null
    default:
      return null
  }
}

function within(place: CellPlace, rows: number, columns: number): CellPlace | null {
  const isInside = place.row >= 0 && place.row < rows && place.column >= 0 && place.column < columns
  return isInside ? place : null
}
