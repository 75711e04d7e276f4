import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

export interface TortureShop {
  readonly folder: string
  readonly productId: string
  readonly partyId: string
}

/** A data folder with a shop, a product and a customer in it, closed again and ready for others to open. */
export async function prepareShop(): Promise<TortureShop> {
  const folder = mkdtempSync(join(tmpdir(), 'counterproof-torture-'))
  const shop = await createTestShop({ folder })
  await shop.command('product.add', businessCards)
  const { id } = await shop.command('party.register', { name: 'Bakkerij De Molen', discount: 500, language: 'nl' })
  await shop.close()
  return { folder, productId: businessCards.id, partyId: id }
}

/** How many cases of a torture test are run: the full count once before an issue is closed, fewer in `npm test`. */
export function cases(full: number, short: number): number {
  return process.env.COUNTERPROOF_TORTURE === 'full' ? full : short
}
