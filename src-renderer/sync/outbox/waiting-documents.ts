const places: Readonly<Record<string, string>> = { sales_order: '/orders', party: '/parties', product: '/products' }

/** Where a document of this kind has a page; null where it has none of its own. */
export function placeOfDocument(entity: string, doc: string): string | null {
  const place = places[entity]
  return place === undefined ? null : `${place}/${doc}`
}

const kinds = [
  ...['company', 'setting', 'print_outcome', 'drawer_opening', 'user', 'file', 'party', 'product', 'category'],
  ...['sales_order', 'sales_order_note', 'payment'],
] as const

/** The kind that has a word; everything else is `other`. */
export function wordOf(entity: string): string {
  return kinds.find((kind) => kind === entity) ?? 'other'
}
