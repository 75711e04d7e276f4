import { findingSubject } from '#main/tasks/index.ts'
import { categoryEntity, productEntity } from '#shared/catalog/replication.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { type LocalText, textIn } from '#shared/kernel/local-text.ts'

const named = (names: LocalText, language: string): string => {
  const asked: Language = isLanguage(language) ? language : 'en'
  return textIn(names, asked, asked)
}

export const productSubject = findingSubject({
  entity: productEntity,
  grant: 'product.change',
  title: (product, language) => [product.sku, named(product.names, language)].filter(Boolean).join(' '),
})

export const categorySubject = findingSubject({
  entity: categoryEntity,
  grant: 'category.put',
  title: (category, language) => named(category.names, language),
})
