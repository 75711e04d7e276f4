import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useSession } from '#renderer/client/index.ts'
import { type TableColumn, Thumbnail } from '#renderer/ui/index.ts'
import type { Category } from '#shared/catalog/category.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { fileUrl } from '../words/file-url.ts'
import { useTexts } from '../words/use-texts.ts'
import type { ProductRow } from './use-product-list.ts'

/** What it looks like, what it is called, where it belongs and what it costs at least. */
export function useProductColumns(
  categories: readonly Category[],
  isSortable: boolean,
): readonly TableColumn<ProductRow>[] {
  const { t } = useTranslation('catalog')
  const { may } = useSession()
  const seesPrices = may('price.see')
  const { currency } = useHouse()
  const format = useFormat()
  const text = useTexts()
  return useMemo(() => {
    const categoryOf = (id: string | null) => text(categories.find((each) => each.id === id)?.names ?? {})
    const columns: readonly TableColumn<ProductRow>[] = [
      {
        id: 'picture',
        head: t('screen.list.picture'),
        headIsHidden: true,
        width: 52,
        look: 'picture',
        priority: 3,
        render: ({ imageHash }) => (imageHash === null ? null : <Thumbnail src={fileUrl(imageHash)} alt="" />),
      },
      { id: 'sku', head: t('screen.field.sku'), width: 132, look: 'code', isSortable, render: ({ sku }) => sku },
      {
        id: 'name',
        head: t('screen.field.name'),
        width: 'flex',
        minWidth: 190,
        look: 'main',
        isSortable,
        render: ({ name }) => name,
        fullText: ({ name }) => name,
      },
      {
        id: 'category',
        head: t('screen.field.category'),
        width: 150,
        look: 'second',
        priority: 3,
        render: ({ categoryId }) => categoryOf(categoryId),
        fullText: ({ categoryId }) => categoryOf(categoryId),
      },
      {
        id: 'kind',
        head: t('screen.field.kind'),
        width: 124,
        look: 'second',
        priority: 2,
        render: ({ kind }) => t(`kind.${kind}`),
      },
      {
        id: 'assortment',
        head: t('screen.field.assortment'),
        width: 132,
        look: 'second',
        priority: 2,
        render: ({ assortment, supplierMark }) => (assortment === 'own' ? t('screen.list.own') : supplierMark),
        fullText: ({ assortment, supplierMark }) => (assortment === 'own' ? t('assortment.own') : supplierMark),
      },
      {
        id: 'from',
        head: t('screen.list.from', { currency }),
        width: 104,
        align: 'right',
        look: 'money',
        render: ({ fromAmount }) =>
          fromAmount === null || fromAmount === undefined || !isCurrency(currency)
            ? ''
            : format.amount(fromAmount, currency),
      },
    ]
    return columns.filter(({ id }) => seesPrices || id !== 'from')
  }, [t, categories, isSortable, seesPrices, currency, format, text])
}
