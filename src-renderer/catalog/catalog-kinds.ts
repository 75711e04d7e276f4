import type { DocumentKind } from '#renderer/client/index.ts'
import { noWords, useFieldWords } from '#renderer/users/index.ts'
import { useHistoryValues } from './page/use-history-values.ts'

/** Products and their categories, for findings that are about them. */
export const catalogKinds: readonly DocumentKind[] = [
  {
    entity: 'product',
    word: 'tasks:about.product',
    to: (id) => `/products/${id}`,
    useWords: () => useFieldWords('catalog', 'product', useHistoryValues()),
  },
  {
    entity: 'category',
    word: 'tasks:about.category',
    to: () => '/products',
    useWords: () => useFieldWords('catalog', 'category', noWords),
  },
]
