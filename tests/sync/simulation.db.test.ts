import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableDump } from '#tests/support/table-dump.ts'
import { seededRandom } from './seeded-random.ts'
import { checkSettled, foldedTables } from './sim-invariants.ts'
import { live, settle } from './sim-life.ts'
import { calm, makeTemplate, openSimShop, type ShopTemplate, storm } from './sim-shop.ts'

let template: ShopTemplate
beforeAll(async () => {
  template = await makeTemplate()
})
afterAll(() => template.remove())

const seeds = Array.from({ length: Number(process.env.SEEDS ?? 12) }, (_, index) => index + 1)

test.each(seeds)(
  '[Y5] [Y6] [Y9] [Y14] [Y15] seed %i: storms, cuts, crashes and wrong clocks, then everybody has the same',
  async (seed) => {
    const random = seededRandom(seed)
    const shop = await openSimShop(template, 3 + random.below(3), random)
    try {
      // The first station's set-up reaches the others before they open.
      await settle(shop, random, calm)
      await live(shop, 40 + random.below(110), random, storm)
      await settle(shop, random, storm)
      await checkSettled(shop)
      const one = shop.stations[0]
      if (one === undefined) throw new Error('no station')
      const tables = [...foldedTables, 'document_numbers']
      const before = tableDump(one.app.app.station.db, tables)
      one.app.app.rebuild()
      expect(tableDump(one.app.app.station.db, tables)).toEqual(before)
    } finally {
      await shop.close()
    }
  },
)
