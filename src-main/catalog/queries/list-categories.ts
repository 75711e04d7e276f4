import { asc } from 'drizzle-orm'
import { defineQuery } from '#main/platform/bus/module.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'
import { accepted } from '#shared/kernel/result.ts'
import { categories } from '../tables.ts'

export const listCategories = defineQuery(catalogContract['category.list'], ({ db }) => {
  const all = db.orm.select().from(categories).orderBy(asc(categories.position), asc(categories.id)).prepare()
  return () =>
    accepted(
      all.all().map(({ isArchived, names, ...category }) => ({
        ...category,
        names: names as LocalText,
        archived: isArchived,
      })),
    )
})
