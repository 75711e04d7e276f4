import { z } from 'zod'
import rows from '../../resources/demo-shop/products.json' with { type: 'json' }

const makeUps = ['sheet_1000', 'sheet_100', 'pages_100', 'area', 'each', 'stock', 'hour', 'fixed'] as const
export type DemoMakeUp = (typeof makeUps)[number]

/**
 * The demo shop's catalogue, one row a product. Words are singular|plural (Polish: one|few|many) in en, nl, fr, de, pl.
 * `cents` is what the make-up needs: for runs the price of 1,000 (or 100), for area the price of a square metre, for stock
 * and services the price of one.
 */
const demoProductRow = z.strictObject({
  sku: z.string(),
  category: z.string(),
  makeUp: z.enum(makeUps),
  words: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]),
  cents: z.int(),
  supplier: z.string().optional(),
  sizes: z.array(z.string()).optional(),
  papers: z.array(z.string()).optional(),
  finishes: z.array(z.string()).optional(),
})
export type DemoProductRow = z.output<typeof demoProductRow>

export const demoProductRows: readonly DemoProductRow[] = z.array(demoProductRow).parse(rows)
