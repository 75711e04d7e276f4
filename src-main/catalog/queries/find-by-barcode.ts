import { defineQuery } from '#main/platform/bus/module.ts'
import { barcodeKey, readBarcode } from '#shared/catalog/barcode.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { accepted } from '#shared/kernel/result.ts'

export const findByBarcode = defineQuery(catalogContract['product.byBarcode'], ({ db }) => {
  const byCode = db.read<{ id: string }>(
    'select p.id from product_barcodes b join products p on p.id = b.product_id where b.code = ? and p.is_archived = 0 order by p.id limit 1',
  )
  const bySku = db.read<{ id: string }>('select id from products where sku = ? and is_archived = 0 order by id limit 1')
  return ({ code }) => {
    const read = readBarcode(code)
    const found = (read === null ? undefined : byCode.get(barcodeKey(read.barcode))) ?? bySku.get(code.trim())
    return accepted(found === undefined ? null : { id: found.id })
  }
})
