import { defineCommand } from '#main/platform/bus/module.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { productEntity, productFields } from '#shared/catalog/replication.ts'
import { accepted } from '#shared/kernel/result.ts'

export const addProduct = defineCommand(catalogContract['product.add'], () => (product, { tx }) => {
  tx.create(productEntity, product.id, productFields(product))
  return accepted({ id: product.id })
})
