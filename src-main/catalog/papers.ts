import type { PaperSource } from '#main/printing/index.ts'
import { companyReader } from '#main/settings/index.ts'
import { productLabel } from '#shared/catalog/product-label.ts'
import { productEntity, productOf } from '#shared/catalog/replication.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

const productId = idOf<'Product'>()

const productLabels: PaperSource = {
  kind: 'catalog.productLabel',
  about: 'product',
  forms: ['label'],
  needs: null,
  // The hundredth label of a shelf is no copy of the first.
  tagsCopies: false,
  compose: ({ db }) => {
    const company = companyReader(db)
    return ({ documentId, medium }, read) => {
      const document = read(productEntity, documentId)
      if (document === undefined) return refused('notFound.product', { id: documentId })
      const shop = company()
      const language = shop !== undefined && isLanguage(shop.language) ? shop.language : 'en'
      const label = { product: productOf(document, productId.parse(documentId)), shopName: shop?.name ?? '', language }
      return accepted([
        { lineId: null, orderNumber: '', partyName: '', amount: null, language, document: productLabel(label, medium) },
      ])
    }
  },
}

export const catalogPapers: readonly PaperSource[] = [productLabels]
