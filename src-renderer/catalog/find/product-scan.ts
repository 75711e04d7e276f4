import type { ScanPattern } from '#renderer/client/index.ts'

/** Any code may be a product's: trade barcodes and the shop's own, or its SKU (CAT-19). */
export const productBarcodePattern: ScanPattern = {
  id: 'product.barcode',
  matches: (code) => code.length <= 80,
  find: async (code, { ask, session }) => {
    if (!session.may('product.see')) return null
    const found = await ask.query('product.byBarcode', { code })
    return found === null ? null : { to: `/products/${found.id}` }
  },
}
