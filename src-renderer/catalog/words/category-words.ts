import type { Category, CategoryId } from '#shared/catalog/category.ts'
import { ancestorsOf } from '#shared/catalog/category.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'

/** "Print › Business stationery": a category with everything above it. */
export function categoryPath(
  categories: readonly Category[],
  id: CategoryId,
  text: (texts: LocalText) => string,
): string {
  const named = (each: string) => text(categories.find((category) => category.id === each)?.names ?? {})
  return [...[...ancestorsOf(categories, id)].reverse(), id].map(named).filter(Boolean).join(' › ')
}
