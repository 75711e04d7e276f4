import type { ReadableDb } from '#main/platform/database/handles.ts'
import { type TextSearch, textSearch } from '#main/platform/database/text-search.ts'

/** Products by a fragment of a name in any language, SKU or barcode. */
export function textSearchOfProducts(db: ReadableDb): TextSearch {
  return textSearch(db, 'product')
}
