import type { Product } from '#shared/catalog/product.ts'
import { sameJson } from '#shared/kernel/canonical-json.ts'

/** What is changed and taken over as one: half of one list of options beside half of another would price wrongly. */
const parts = [
  ['kind'],
  ['assortment', 'supplier'],
  ['isPersonalised'],
  ['isStocked'],
  ['sku'],
  ['barcodes'],
  ['categoryId'],
  ['unit'],
  ['names'],
  ['countedNames'],
  ['descriptions'],
  ['vatLevel'],
  ['imageHash'],
  ['archived'],
  ['options', 'optionRules'],
  ['priceTable'],
  ['discount'],
] as const satisfies readonly (readonly [keyof Product, ...(keyof Product)[]])[]
export type ProductPart = (typeof parts)[number][0]

export interface MergedProduct {
  readonly product: Product
  /** What both changed, each in another way: one's own stands until somebody decides. */
  readonly disputed: readonly ProductPart[]
}

/** The product as it is meant here, over what others made of it meanwhile. */
export function mergeProduct(base: Product, mine: Product, theirs: Product): MergedProduct {
  const taken: ProductPart[] = []
  const disputed: ProductPart[] = []
  for (const part of parts) {
    const differs = (a: Product, b: Product) => part.some((field) => !sameJson(a[field], b[field]))
    if (!differs(mine, base)) taken.push(part[0])
    else if (differs(theirs, base) && differs(mine, theirs)) disputed.push(part[0])
  }
  return { product: withParts(mine, taken, theirs), disputed }
}

/** Some parts of a product as another version has them. */
export function withParts(product: Product, names: readonly ProductPart[], from: Product): Product {
  const fields = parts.filter(([name]) => names.includes(name)).flat()
  return Object.assign({}, product, ...fields.map((field) => ({ [field]: from[field] })))
}
