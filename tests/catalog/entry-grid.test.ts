import { expect, test } from 'vitest'
import { cellBeside } from '#renderer/catalog/grid/grid-walk.ts'
import { isBlock, placePasted, readPasted } from '#renderer/catalog/grid/pasted.ts'

test('[CT19] a block is read as spreadsheets give it: tabs, line breaks, quotes round either', () => {
  expect(readPasted('100\t22,00\r\n250\t29,00\r\n')).toEqual([
    ['100', '22,00'],
    ['250', '29,00'],
  ])
  expect(readPasted('"a\tb"\t"say ""yes"""\n"two\nlines"\t')).toEqual([
    ['a\tb', 'say "yes"'],
    ['two\nlines', ''],
  ])
  expect(readPasted('')).toEqual([])
  expect(readPasted(' 5 ')).toEqual([['5']])
  expect(readPasted('1\n'.repeat(5000))).toHaveLength(200)
})

test('one value is the field’s own to paste; more than one is a block', () => {
  expect([readPasted('5'), readPasted(''), readPasted('5\t6'), readPasted('5\n6')].map(isBlock)).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('a block lands where one stands; rows may be new, columns beyond the edge are left out', () => {
  expect(placePasted([['a', 'b'], ['c']], { row: 3, column: 1 }, 2)).toEqual([
    { row: 3, column: 1, text: 'a' },
    { row: 4, column: 1, text: 'c' },
  ])
})

test('arrows and Enter walk; left and right leave a cell only from the end of its text', () => {
  const press = (
    key: string,
    caret: readonly [number, number],
    more: Partial<Record<'ctrlKey' | 'shiftKey', boolean>> = {},
  ) =>
    cellBeside(
      {
        key,
        ctrlKey: false,
        altKey: false,
        metaKey: false,
        shiftKey: false,
        ...more,
        currentTarget: { value: '100', selectionStart: caret[0], selectionEnd: caret[1] },
      },
      { row: 1, column: 1 },
      3,
      3,
    )
  expect(press('Enter', [3, 3])).toEqual({ row: 2, column: 1 })
  expect(press('Enter', [3, 3], { shiftKey: true })).toEqual({ row: 0, column: 1 })
  expect(press('ArrowDown', [0, 0])).toEqual({ row: 2, column: 1 })
  expect(press('ArrowLeft', [1, 1])).toBeNull()
  expect(press('ArrowLeft', [0, 0])).toEqual({ row: 1, column: 0 })
  expect(press('ArrowRight', [1, 1])).toBeNull()
  expect(press('ArrowRight', [3, 3])).toEqual({ row: 1, column: 2 })
  expect(press('ArrowRight', [0, 3])).toEqual({ row: 1, column: 2 })
  expect(press('Enter', [3, 3], { ctrlKey: true })).toBeNull()
  expect(press('a', [0, 0])).toBeNull()
})
