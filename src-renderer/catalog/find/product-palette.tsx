import { IconPackage, IconPencil, IconPlus } from '@tabler/icons-react'
import type { PaletteAction, PaletteGroup } from '#renderer/client/index.ts'
import { Thumbnail } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { fileUrl } from '../words/file-url.ts'
import { ProductPreview } from './product-preview.tsx'

const shown = 8

/** Products by name in any language, SKU or barcode; the right side answers what they cost. */
export const productPaletteGroup: PaletteGroup = {
  id: 'products',
  rank: 30,
  word: 'catalog:screen.list.title',
  prefix: '=',
  icon: IconPackage,
  grant: 'product.see',
  find: async (text, { ask, t, format, house }) => {
    const { rows } = await ask.query('product.list', { search: text.slice(0, 100), limit: shown })
    const { currency } = house
    return {
      hits: rows.map(({ id, sku, name, kind, supplierMark, assortment, fromAmount, imageHash }) => ({
        id,
        ...(sku === '' ? {} : { code: sku }),
        title: name,
        ...(imageHash === null ? {} : { picture: <Thumbnail src={fileUrl(imageHash)} alt="" /> }),
        detail:
          fromAmount === null || fromAmount === undefined || !isCurrency(currency)
            ? assortment === 'own'
              ? t(`catalog:kind.${kind}`)
              : supplierMark
            : t('catalog:screen.find.from', { amount: format.amountWithCurrency(fromAmount, currency) }),
        to: `/products/${id}`,
        subjects: [{ entity: 'product', id, name }],
      })),
    }
  },
  Preview: ({ hit }) => <ProductPreview id={hit.id} />,
}

export const newProductAction: PaletteAction = {
  id: 'product.new',
  rank: 70,
  icon: IconPlus,
  grant: 'product.add',
  offer: (subjects, { t }) => (subjects.length > 0 ? null : { title: t('catalog:screen.edit.newTitle') }),
  run: (_, { go }) => go('/products/new'),
}

export const changeProductAction: PaletteAction = {
  id: 'product.change',
  rank: 72,
  icon: IconPencil,
  grant: 'product.change',
  offer: ([subject], { t }) =>
    subject?.entity === 'product' ? { title: t('catalog:screen.edit.changeNamed', { name: subject.name }) } : null,
  run: ([subject], { go }) => {
    if (subject !== undefined) go(`/products/${subject.id}/edit`)
  },
}
