import { defineCommand } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { productEntity, productFields } from '#shared/catalog/replication.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

export const changeProduct = defineCommand(catalogContract['product.change'], () => (product, { tx, read, viewer }) => {
  const before = read(productEntity, product.id)
  if (before === undefined) return refused('notFound.product', { id: product.id })
  const fields = productFields(product)
  // Whoever may not see prices was given none with the product: what they send says nothing about them.
  const { priceTable, discount } = may(viewer, 'price.see') ? fields : before
  tx.set(productEntity, product.id, { ...fields, priceTable, discount })
  return accepted(null)
})
