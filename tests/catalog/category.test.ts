import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOf, type Category, categoryTree, placeCategory, withSubCategories } from '#shared/catalog/category.ts'
import { categorySchema } from '#shared/catalog/product-schema.ts'

function category(place: number, parent: number | null, position = 'i000'): Category {
  const id = (of: number) => `01890000-0000-7000-8000-0000000000${String(of).padStart(2, '0')}`
  return categorySchema.parse({
    id: id(place),
    parentId: parent === null ? null : id(parent),
    names: { en: `Category ${place}` },
    position,
    archived: false,
  })
}

function ids(...places: number[]) {
  return places.map((place) => category(place, null).id)
}

const shop = [category(1, null), category(2, 1), category(3, 2), category(4, 1), category(5, null)]
const [one, two, three, four, five] = [...ids(1), ...ids(2), ...ids(3), ...ids(4), ...ids(5)]

describe('category tree', () => {
  it('[CT9] choosing a category includes all its sub-categories', () => {
    expect([1, 2, 3, 5].map((place) => [...withSubCategories(shop, category(place, null).id)].toSorted())).toEqual([
      [one, two, three, four],
      [two, three],
      [three],
      [five],
    ])
    expect(ancestorsOf(shop, category(3, null).id)).toEqual([two, one])
  })

  it('[CT10] refuses a category under itself or anything below it', () => {
    const place = (id: number, parent: number | null) =>
      placeCategory(shop, category(id, null).id, parent === null ? null : category(parent, null).id)
    expect(place(1, 3)).toMatchObject({ ok: false, refusal: { code: 'category.underItself' } })
    expect(place(2, 2)).toMatchObject({ ok: false, refusal: { code: 'category.underItself' } })
    expect(place(2, 9)).toMatchObject({ ok: false, refusal: { code: 'category.unknownParent' } })
    expect(place(2, 5)).toEqual({ ok: true, value: five })
    expect(place(2, null)).toEqual({ ok: true, value: null })
  })

  it('[CT9] shows sisters in order', () => {
    const tree = categoryTree([
      category(1, null, 'b000'),
      category(2, null, 'a000'),
      category(3, 1, 'z000'),
      category(4, 1),
    ])
    const outline = tree.map((node) => [node.category.names.en, node.children.map((child) => child.category.names.en)])
    expect(outline).toEqual([
      ['Category 2', []],
      ['Category 1', ['Category 4', 'Category 3']],
    ])
  })

  it('[CT10] a ring closed by two stations loses nobody and stops every walk', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 10 }), (parents) => {
        const categories = parents.map((parent, at) => category(at + 1, parent))
        const seen: string[] = []
        const walk = (nodes: ReturnType<typeof categoryTree>): void => {
          for (const node of nodes) {
            seen.push(node.category.id)
            walk(node.children)
          }
        }
        walk(categoryTree(categories))
        expect(seen.toSorted()).toEqual(categories.map(({ id }) => id).toSorted())
        for (const { id } of categories) {
          expect(withSubCategories(categories, id).has(id)).toBe(true)
          expect(ancestorsOf(categories, id).length).toBeLessThanOrEqual(categories.length)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
