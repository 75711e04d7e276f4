import { useMemo } from 'react'
import { useQuery } from '#renderer/client/index.ts'
import type { Category } from '#shared/catalog/category.ts'
import { categorySchema } from '#shared/catalog/product-schema.ts'

const none: readonly Category[] = []

/** All categories, as the rules know them. */
export function useCategories(): readonly Category[] {
  const found = useQuery('category.list', {}).value
  return useMemo(() => found?.map((each) => categorySchema.parse(each)) ?? none, [found])
}
