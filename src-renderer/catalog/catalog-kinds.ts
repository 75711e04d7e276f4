import { useMemo } from 'react'
import type { DocumentKind, DocumentWords } from '#renderer/client/index.ts'
import { languageName } from '#renderer/settings/index.ts'
import { noWords, useFieldWords } from '#renderer/users/index.ts'
import { categoryTypedFields, productTypedFields } from '#shared/catalog/typed-fields.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { useHistoryValues } from './page/use-history-values.ts'

/** Products and their categories, for findings that are about them. */
export const catalogKinds: readonly DocumentKind[] = [
  {
    entity: 'product',
    word: 'tasks:about.product',
    to: (id) => `/products/${id}`,
    typedFields: productTypedFields,
    useWords: () => useNamesByLanguage(useFieldWords('catalog', 'product', useHistoryValues())),
  },
  {
    entity: 'category',
    word: 'tasks:about.category',
    to: () => '/products',
    typedFields: categoryTypedFields,
    useWords: () => useNamesByLanguage(useFieldWords('catalog', 'category', noWords)),
  },
]

/** Names are typed once for each language. */
function useNamesByLanguage(words: DocumentWords): DocumentWords {
  return useMemo(() => ({ ...words, part: (_, name) => (isLanguage(name) ? languageName(name) : name) }), [words])
}
