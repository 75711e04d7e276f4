import { expect, test } from 'vitest'
import {
  placeBehind,
  possibleParents,
  sisterBefore,
  sistersUnder,
} from '#renderer/catalog/categories/category-places.ts'
import { treeLines, treeStep } from '#renderer/catalog/list/tree-walk.ts'
import { type Category, categoryTree } from '#shared/catalog/category.ts'
import { categorySchema } from '#shared/catalog/product-schema.ts'
import { comparePlaces } from '#shared/kernel/fractional-position.ts'

const id = (last: string) => `01900000-0000-7000-8000-${last.padStart(12, '0')}`
const category = (last: string, parent: string | null, position: string, archived = false): Category =>
  categorySchema.parse({
    id: id(last),
    parentId: parent === null ? null : id(parent),
    names: { nl: last },
    position,
    archived,
  })

const print = category('1', null, 'i000')
const cards = category('2', '1', 'i000')
const flyers = category('3', '1', 'i001')
const folded = category('4', '3', 'i000')
const old = category('5', '1', 'i002', true)
const stock = category('6', null, 'i001')
const all = [stock, flyers, print, cards, folded, old]

const namesOf = (lines: ReturnType<typeof treeLines>) =>
  lines.map(({ category: each, level }) => `${level} ${each?.names.nl ?? 'all'}`)

test('[CT9] the tree stands in order under “all”, without archived ones unless they are wanted', () => {
  const tree = categoryTree(all)
  expect(namesOf(treeLines(tree, new Set(), false))).toEqual(['1 all', '1 1', '2 2', '2 3', '3 4', '1 6'])
  expect(namesOf(treeLines(tree, new Set([flyers.id]), true))).toEqual(['1 all', '1 1', '2 2', '2 3', '2 5', '1 6'])
})

test('arrows walk the tree, right unfolds and goes in, left folds and goes out', () => {
  const open = treeLines(categoryTree(all), new Set(), false)
  const closed = treeLines(categoryTree(all), new Set([flyers.id]), false)
  expect(treeStep('ArrowDown', 0, open)).toEqual({ kind: 'go', to: 1 })
  expect(treeStep('ArrowUp', 0, open)).toEqual({ kind: 'go', to: 0 })
  expect(treeStep('End', 0, open)).toEqual({ kind: 'go', to: 5 })
  expect(treeStep('ArrowRight', 3, open)).toEqual({ kind: 'go', to: 4 })
  expect(treeStep('ArrowRight', 3, closed)).toEqual({ kind: 'unfold', id: flyers.id })
  expect(treeStep('ArrowLeft', 3, open)).toEqual({ kind: 'fold', id: flyers.id })
  expect(treeStep('ArrowLeft', 4, open)).toEqual({ kind: 'go', to: 3 })
  expect(treeStep('ArrowRight', 2, open)).toEqual({ kind: 'none' })
  expect(treeStep('x', 2, open)).toEqual({ kind: 'none' })
})

test('[CT10] a category may hang anywhere but under itself and what is below it', () => {
  const parents = (of: Category | null) => possibleParents(all, of?.id ?? null).map(({ names }) => names.nl)
  expect(parents(print)).toEqual(['6'])
  expect(parents(flyers)).toEqual(['6', '1', '2'])
  expect(parents(null)).toEqual(['6', '3', '1', '2', '4'])
})

test('a category is put behind a sister; sisters that stand at the same place are moved apart', () => {
  expect(sistersUnder(all, print.id, cards.id).map(({ names }) => names.nl)).toEqual(['3', '5'])
  expect(sisterBefore(flyers, all)).toBe(cards.id)
  expect(sisterBefore(cards, all)).toBeNull()
  const tied = [category('7', '1', 'i000'), category('8', '1', 'i000'), category('9', '1', 'i001')]
  for (const [after, expected] of [
    [null, ['new', '7', '8', '9']],
    [tied[0]?.id ?? null, ['7', 'new', '8', '9']],
    [tied[2]?.id ?? null, ['7', '8', '9', 'new']],
  ] as const) {
    const { position, moved } = placeBehind(tied, after)
    const placed = tied.map((each) => moved.find(({ id: same }) => same === each.id) ?? each)
    const order = [...placed, { id: id('0'), position, names: { nl: 'new' } }].toSorted(comparePlaces)
    expect(order.map(({ names }) => names.nl)).toEqual(expected)
  }
})
