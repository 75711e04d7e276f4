import { defineCommand } from '#main/platform/bus/module.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { productEntity } from '#shared/catalog/replication.ts'
import { accepted } from '#shared/kernel/result.ts'

export const archiveProduct = defineCommand(catalogContract['product.archive'], () => ({ id, archived }, { tx }) => {
  tx.set(productEntity, id, { archived })
  return accepted(null)
})
