/**
 * Which rows are ticked. "All but" stands for a whole filtered list whose rows were never all fetched, so that
 * "Select all 214" needs no ids.
 */
export interface TableSelection {
  readonly mode: 'only' | 'all-but'
  readonly ids: ReadonlySet<string>
}

export const NOTHING_SELECTED: TableSelection = { mode: 'only', ids: new Set() }
export const ALL_SELECTED: TableSelection = { mode: 'all-but', ids: new Set() }

export function isSelected(selection: TableSelection, id: string): boolean {
  return selection.ids.has(id) === (selection.mode === 'only')
}

export function isNothing(selection: TableSelection): boolean {
  return selection.mode === 'only' && selection.ids.size === 0
}

export function toggled(selection: TableSelection, id: string): TableSelection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { mode: selection.mode, ids }
}

/** The selection as it was when the stretch began, with every row of the stretch ticked. */
export function stretched(before: TableSelection, stretch: readonly string[]): TableSelection {
  const ids = new Set(before.ids)
  for (const id of stretch) {
    if (before.mode === 'only') ids.add(id)
    else ids.delete(id)
  }
  return { mode: before.mode, ids }
}

/** How many rows that is; null while the length of the list is unknown. */
export function selectedCount(selection: TableSelection, total: number | null): number | null {
  if (selection.mode === 'only') return selection.ids.size
  return total === null ? null : total - selection.ids.size
}
