import { z } from 'zod'
import type { TableSort } from '#renderer/ui/index.ts'
import { assortments, productKinds } from '#shared/catalog/product.ts'
import type { InputFor } from '#shared/contract.ts'

const productFilter = z.object({
  search: z.string(),
  categoryId: z.string().nullable(),
  kind: z.enum(productKinds).nullable(),
  assortment: z.enum(assortments).nullable(),
  withArchived: z.boolean(),
})

export type ProductFilter = z.output<typeof productFilter>

export const noProductFilter: ProductFilter = {
  search: '',
  categoryId: null,
  kind: null,
  assortment: null,
  withArchived: false,
}

export function isProductFilter(kept: unknown): kept is ProductFilter {
  return productFilter.safeParse(kept).success
}

/** Whether anything is left out by the filter. */
export function isNarrowed({ search, categoryId, kind, assortment }: ProductFilter): boolean {
  return search.trim() !== '' || categoryId !== null || kind !== null || assortment !== null
}

const pageSize = 100

export function productListInput(filter: ProductFilter, sort: TableSort): Omit<InputFor<'product.list'>, 'after'> {
  return {
    ...filter,
    search: filter.search.trim(),
    sort: sort?.columnId === 'sku' ? 'sku' : 'name',
    descending: sort?.direction === 'desc',
    limit: pageSize,
  }
}
