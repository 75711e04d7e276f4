import type { ProductKind } from '#shared/catalog/product.ts'
import type { ProductValues } from './product-values.ts'

/** What usually goes with a kind, for a product that nobody has described yet. A service is never kept in stock (CT1). */
export function withKind(values: ProductValues, kind: ProductKind, isNew: boolean): ProductValues {
  const isStocked = kind === 'service' ? false : isNew ? kind === 'stock_article' : values.isStocked
  const isPersonalised = isNew ? kind === 'print_product' : values.isPersonalised
  return { ...values, kind, isStocked, isPersonalised }
}
