import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useRouteWish } from '#renderer/client/index.ts'
import { ProductEditor } from './product-editor.tsx'
import { newProduct } from './product-values.ts'
import type { OpenedProduct } from './use-product-form.ts'

/** A new product; `?category=` puts it where somebody was looking. */
export function Screen() {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const categoryId = useRouteWish('category')
  const [opened] = useState<OpenedProduct>(() => ({ base: null, values: { ...newProduct(newId()), categoryId } }))
  return <ProductEditor opened={opened} draftKey="product/new" title={t('screen.edit.newTitle')} />
}
