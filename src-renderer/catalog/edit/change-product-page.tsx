import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useFormat, useQuery, useRouteParam } from '#renderer/client/index.ts'
import { PageHeader, Sheet } from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { UnknownProduct } from '../page/unknown-product.tsx'
import { useTexts } from '../words/use-texts.ts'
import { openProduct } from './open-product.ts'
import { ProductEditor } from './product-editor.tsx'
import type { OpenedProduct } from './use-product-form.ts'

export function Screen() {
  const { t } = useTranslation('catalog')
  const id = useRouteParam('productId')
  const product = useQuery('product.get', { id }, { dropsLast: true })
  if (product.problem !== null && product.value === undefined) return <UnknownProduct problem={product.problem} />
  if (product.value === undefined)
    return <Sheet head={<PageHeader title={t('screen.edit.changeTitle')} />}>{null}</Sheet>
  return <ChangeProduct key={id} product={product.value} />
}

/** Filled once: what others change meanwhile is merged on saving, never under somebody's hands. */
function ChangeProduct({ product }: { product: Product }) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const format = useFormat()
  const text = useTexts()
  const [opened] = useState<OpenedProduct>(() => ({ base: product, values: openProduct(product, format, newId) }))
  const title = t('screen.edit.changeNamed', { name: text(product.names) })
  return <ProductEditor opened={opened} draftKey={`product/${product.id}`} title={title} />
}
