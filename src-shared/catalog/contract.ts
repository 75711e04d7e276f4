import { z } from 'zod'
import { command, contract, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { localTextSchema } from '#shared/kernel/local-text.ts'
import { textField } from '#shared/kernel/text.ts'
import { categorySchema, productSchema } from './product-schema.ts'

const productId = idOf<'Product'>()
const categoryId = idOf<'Category'>()
const done = z.null()

export const productRow = z.object({
  id: z.string(),
  kind: z.enum(['print_product', 'service', 'stock_article']),
  assortment: z.enum(['own', 'supplier']),
  supplierMark: z.string(),
  sku: z.string(),
  name: z.string(),
  categoryId: z.string().nullable(),
  isStocked: z.boolean(),
  isPersonalised: z.boolean(),
  imageHash: z.string().nullable(),
  /** Lowest price that the price table names, in minor units; absent without the right to see prices. */
  fromAmount: z.number().nullable().optional(),
  isArchived: z.boolean(),
})

export const catalogContract = contract(
  command('product.add', {
    input: productSchema,
    output: z.object({ id: z.string() }),
    summary: 'Adds a product with its options and prices; the caller makes its id.',
  }),
  command('product.change', {
    input: productSchema,
    output: done,
    summary: 'Changes a product; only what differs is recorded.',
  }),
  command('product.archive', {
    input: z.strictObject({ id: productId, archived: z.boolean() }),
    output: done,
    summary: 'Takes a product out of the choice, or back in. Nothing is deleted.',
  }),
  command('category.put', {
    input: categorySchema,
    output: z.object({ id: z.string() }),
    summary: 'Adds or changes a category; a category cannot hang under itself.',
  }),
  query('product.get', {
    input: z.strictObject({ id: productId }),
    output: productSchema,
    permission: 'product.see',
    touches: ['product'],
    summary: 'One product with its options and, for those who may see them, its prices.',
  }),
  query('product.list', {
    input: z.strictObject({
      search: textField({ max: 100 }).default(''),
      categoryId: categoryId.nullable().default(null),
      kind: z.enum(['print_product', 'service', 'stock_article']).nullable().default(null),
      assortment: z.enum(['own', 'supplier']).nullable().default(null),
      withArchived: z.boolean().default(false),
      sort: z.enum(['name', 'sku']).default('name'),
      descending: z.boolean().default(false),
      after: z.tuple([z.string(), z.string()]).nullable().default(null),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.object({ rows: z.array(productRow), next: z.tuple([z.string(), z.string()]).nullable() }),
    permission: 'product.see',
    touches: ['product'],
    summary:
      'Products by name or SKU; a category includes all its sub-categories; the search reads names in every language, SKU and barcode.',
  }),
  query('product.byBarcode', {
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    output: z.object({ id: z.string() }).nullable(),
    permission: 'product.see',
    touches: ['product'],
    summary: 'The product a scanned barcode or SKU stands for; null when this shop does not know it.',
  }),
  query('category.list', {
    input: z.strictObject({}),
    output: z.array(
      z.object({
        id: z.string(),
        parentId: z.string().nullable(),
        names: localTextSchema(z.string()),
        position: z.string(),
        archived: z.boolean(),
      }),
    ),
    permission: 'product.see',
    touches: ['category'],
    summary: 'All categories; the caller builds the tree.',
  }),
)
