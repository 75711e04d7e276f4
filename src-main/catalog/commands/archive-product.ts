import { defineCommand } from '#main/platform/bus/module.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { productEntity } from '#shared/catalog/replication.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

export const archiveProduct = defineCommand(
  catalogContract['product.archive'],
  () =>
    ({ id, archived }, { tx, read }) => {
      if (read(productEntity, id) === undefined) return refused('notFound.product', { id })
      tx.set(productEntity, id, { archived })
      return accepted(null)
    },
)
