import { describe, expect, test } from 'vitest'
import { walk } from '#renderer/ui/data-table/row-walk.ts'
import { columnsWithRoom, type TableColumn } from '#renderer/ui/data-table/table-column.ts'
import {
  ALL_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  selectedCount,
  stretched,
  toggled,
} from '#renderer/ui/data-table/table-selection.ts'
import { nextSort, sortedRows } from '#renderer/ui/data-table/table-sort.ts'

describe('columns', () => {
  const columns = [
    { id: 'thumbnail', width: 40, priority: 3 },
    { id: 'number', width: 100 },
    { id: 'title', width: 'flex', minWidth: 150 },
    { id: 'channel', width: 90, priority: 3 },
    { id: 'payment', width: 110, priority: 2 },
    { id: 'total', width: 90, priority: 1 },
  ] as const
  const ids = (room: number) => columnsWithRoom(columns, room).map((column) => column.id)

  test('[UI14] all stand where there is room', () => {
    expect(ids(580)).toEqual(['thumbnail', 'number', 'title', 'channel', 'payment', 'total'])
  })

  test('[UI14] the least important leave first, of equals the later', () => {
    expect(ids(579)).toEqual(['thumbnail', 'number', 'title', 'payment', 'total'])
    expect(ids(480)).toEqual(['number', 'title', 'payment', 'total'])
    expect(ids(400)).toEqual(['number', 'title', 'total'])
  })

  test('[UI14] what matters most is never left out', () => {
    expect(ids(10)).toEqual(['number', 'title', 'total'])
  })
})

describe('sorting', () => {
  test('[UI13] once, again, and back to the own order', () => {
    const first = nextSort(null, 'due')
    const second = nextSort(first, 'due')
    expect([first, second, nextSort(second, 'due'), nextSort(second, 'total')]).toEqual([
      { columnId: 'due', direction: 'asc' },
      { columnId: 'due', direction: 'desc' },
      null,
      { columnId: 'total', direction: 'asc' },
    ])
  })

  test('words sort as the language does, numbers as numbers, nothing stands last both ways', () => {
    interface Row {
      readonly name: string | null
    }
    const column: TableColumn<Row> = {
      id: 'name',
      head: 'Name',
      width: 10,
      render: (row) => row.name,
      sortBy: (row) => row.name,
    }
    const rows = [{ name: 'Zon' }, { name: null }, { name: 'Łódź' }, { name: 'Lager 10' }, { name: 'Lager 9' }]
    const names = (direction: 'asc' | 'desc') =>
      sortedRows(rows, [column], { columnId: 'name', direction }, 'pl').map((row) => row.name)
    expect(names('asc')).toEqual(['Lager 9', 'Lager 10', 'Łódź', 'Zon', null])
    expect(names('desc')).toEqual(['Zon', 'Łódź', 'Lager 10', 'Lager 9', null])
    expect(sortedRows(rows, [column], null, 'pl')).toBe(rows)
  })
})

describe('selection', () => {
  test('ticking and unticking', () => {
    const one = toggled(NOTHING_SELECTED, 'a')
    expect([isSelected(one, 'a'), isSelected(one, 'b'), isSelected(toggled(one, 'a'), 'a')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('all of a list nobody has fetched, less one', () => {
    const allButOne = toggled(ALL_SELECTED, 'b')
    expect([isSelected(allButOne, 'a'), isSelected(allButOne, 'b')]).toEqual([true, false])
    expect([
      selectedCount(allButOne, 214),
      selectedCount(allButOne, null),
      selectedCount(toggled(NOTHING_SELECTED, 'a'), null),
    ]).toEqual([213, null, 1])
  })

  test('a stretch that shrinks leaves what was ticked before', () => {
    const before = toggled(NOTHING_SELECTED, 'a')
    expect([...stretched(before, ['c', 'd', 'e']).ids].sort()).toEqual(['a', 'c', 'd', 'e'])
    expect([...stretched(before, ['c']).ids].sort()).toEqual(['a', 'c'])
  })
})

describe('walking the rows', () => {
  test.each([
    [-1, 'down', 0],
    [-1, 'end', 99],
    [0, 'up', 0],
    [5, 'down', 6],
    [99, 'down', 99],
    [50, 'pageDown', 64],
    [5, 'pageUp', 0],
    [42, 'home', 0],
    [42, 'end', 99],
  ] as const)('from %i %s leads to %i', (from, key, to) => {
    expect(walk(from, key, 100, 14)).toBe(to)
  })

  test('an empty list has nowhere to go', () => {
    expect(walk(-1, 'down', 0, 14)).toBe(-1)
  })
})
