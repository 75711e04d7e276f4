import { comparePlaces } from '#shared/kernel/fractional-position.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

export type CategoryId = Id<'Category'>

export interface Category {
  readonly id: CategoryId
  readonly parentId: CategoryId | null
  readonly names: LocalText
  /** Place among its sisters: a fractional key, ties by id. */
  readonly position: string
  readonly archived: boolean
}

export interface CategoryNode {
  readonly category: Category
  readonly children: readonly CategoryNode[]
}

type Link = Pick<Category, 'id' | 'parentId'>

/**
 * Two stations may each make a harmless move that together close a ring. Every walk therefore remembers where it has been,
 * and a ring hangs under the top until somebody moves it.
 */
export function ancestorsOf(categories: readonly Link[], id: CategoryId): readonly CategoryId[] {
  const parents = new Map(categories.map((each) => [each.id, each.parentId]))
  const path: CategoryId[] = []
  for (let next = parents.get(id); next && next !== id && !path.includes(next); next = parents.get(next)) {
    path.push(next)
  }
  return path
}

/** The category and all below it: what choosing it means (CAT-14). */
export function withSubCategories(categories: readonly Link[], id: CategoryId): ReadonlySet<CategoryId> {
  const children = childrenByParent(categories)
  const found = new Set<CategoryId>([id])
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of children.get(next) ?? []) {
      if (found.has(child.id)) continue
      found.add(child.id)
      open.push(child.id)
    }
  }
  return found
}

/** Whether a category may hang under another: not under itself or anything below it. */
export function placeCategory(
  categories: readonly Link[],
  id: CategoryId,
  parentId: CategoryId | null,
): Result<CategoryId | null> {
  if (parentId === null) return accepted(null)
  if (!categories.some((each) => each.id === parentId)) return refused('category.unknownParent')
  if (withSubCategories(categories, id).has(parentId)) return refused('category.underItself')
  return accepted(parentId)
}

/** The tree as screens show it, sisters in order. Whatever hangs on nothing known stands at the top. */
export function categoryTree(categories: readonly Category[]): readonly CategoryNode[] {
  const children = childrenByParent(categories)
  const seen = new Set<CategoryId>()
  const nodeOf = (category: Category): CategoryNode => {
    seen.add(category.id)
    const below = (children.get(category.id) ?? []).filter((child) => !seen.has(child.id))
    return { category, children: below.toSorted(comparePlaces).map(nodeOf) }
  }
  const known = new Set(categories.map((each) => each.id))
  const inOrder = categories.toSorted(comparePlaces)
  const tops = inOrder.filter((each) => each.parentId === null || !known.has(each.parentId)).map(nodeOf)
  const rings = inOrder.flatMap((each) => (seen.has(each.id) ? [] : [nodeOf(each)]))
  return [...tops, ...rings]
}

function childrenByParent<C extends Link>(categories: readonly C[]): ReadonlyMap<CategoryId, readonly C[]> {
  const children = new Map<CategoryId, C[]>()
  for (const each of categories) {
    if (each.parentId === null) continue
    const sisters = children.get(each.parentId)
    if (sisters) sisters.push(each)
    else children.set(each.parentId, [each])
  }
  return children
}
