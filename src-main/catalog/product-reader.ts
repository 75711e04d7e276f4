import type { CommandContext } from '#main/platform/bus/module.ts'
import type { Product, ProductId } from '#shared/catalog/product.ts'
import { productEntity, productOf } from '#shared/catalog/replication.ts'

/** A whole product as it stands; undefined when this shop has none of that id. */
export function readProduct(read: CommandContext['read'], id: ProductId): Product | undefined {
  const document = read(productEntity, id)
  return document === undefined ? undefined : productOf(document, id)
}
