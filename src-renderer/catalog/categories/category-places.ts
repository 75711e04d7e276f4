import type { Category, CategoryId } from '#shared/catalog/category.ts'
import { withSubCategories } from '#shared/catalog/category.ts'
import { comparePlaces, placeAt } from '#shared/kernel/fractional-position.ts'

/** Where a category may hang: anywhere but under itself (CT10). */
export function possibleParents(categories: readonly Category[], id: CategoryId | null): readonly Category[] {
  const below = id === null ? new Set<CategoryId>() : withSubCategories(categories, id)
  return categories.filter((each) => !below.has(each.id) && !each.archived)
}

/** Its sisters under a parent, in order, without itself. */
export function sistersUnder(
  categories: readonly Category[],
  parentId: string | null,
  id: string | null,
): readonly Category[] {
  return categories.filter((each) => each.parentId === parentId && each.id !== id).toSorted(comparePlaces)
}

/** The sister it stands behind now; null: it is the first. */
export function sisterBefore(category: Category, categories: readonly Category[]): string | null {
  const before = sistersUnder(categories, category.parentId, category.id).filter(
    (each) => comparePlaces(each, category) < 0,
  )
  return before.at(-1)?.id ?? null
}

/** A place behind a sister (null: in front of all), and the sisters that have to move for it. */
export function placeBehind(
  sisters: readonly Category[],
  after: string | null,
): { readonly position: string; readonly moved: readonly Category[] } {
  const index = after === null ? 0 : sisters.findIndex(({ id }) => id === after) + 1
  const { position, moved } = placeAt(sisters, index)
  return {
    position,
    moved: moved.flatMap((place) => {
      const sister = sisters.find(({ id }) => id === place.id)
      return sister === undefined ? [] : [{ ...sister, position: place.position }]
    }),
  }
}
