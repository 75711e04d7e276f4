import { defineCommand } from '#main/platform/bus/module.ts'
import type { CategoryId } from '#shared/catalog/category.ts'
import { placeCategory } from '#shared/catalog/category.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { categoryEntity } from '#shared/catalog/replication.ts'
import { accepted } from '#shared/kernel/result.ts'

export const putCategory = defineCommand(catalogContract['category.put'], ({ db }) => {
  const links = db.read<{ id: CategoryId; parentId: CategoryId | null }>(
    'select id, parent_id as parentId from categories',
  )
  return ({ id, ...category }, { tx, read }) => {
    const placed = placeCategory(links.all(), id, category.parentId)
    if (!placed.ok) return placed
    if (read(categoryEntity, id) === undefined) tx.create(categoryEntity, id, category)
    else tx.set(categoryEntity, id, category)
    return accepted({ id })
  }
})
