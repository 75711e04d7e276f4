import { defineQuery } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { readProduct } from '../product-reader.ts'

export const getProduct = defineQuery(catalogContract['product.get'], () => ({ id }, { read, viewer }) => {
  const product = readProduct(read, id)
  if (product === undefined) return refused('notFound.product', { id })
  return accepted(may(viewer, 'price.see') ? product : { ...product, priceTable: null, discount: 0 })
})
