import { defineCommand } from '#main/platform/bus/module.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { productEntity, productFields } from '#shared/catalog/replication.ts'
import { accepted } from '#shared/kernel/result.ts'

export const changeProduct = defineCommand(catalogContract['product.change'], () => (product, { tx }) => {
  tx.set(productEntity, product.id, productFields(product))
  return accepted(null)
})
