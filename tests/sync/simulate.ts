import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableDump } from '#tests/support/table-dump.ts'
import { seededRandom } from './seeded-random.ts'
import { checkSettled, foldedTables } from './sim-invariants.ts'
import { live, settle, updateAll } from './sim-life.ts'
import { calm, codes, makeTemplate, openSimShop, type ShopTemplate, storm } from './sim-shop.ts'
import { newest, versions } from './sim-versions.ts'

/** One life of a shop from a seed; throws where anything of the protocol or the invariants does not hold. */
async function runSeed(template: ShopTemplate, seed: number): Promise<void> {
  const random = seededRandom(seed)
  const count = 3 + random.below(3)
  // One life in seven is of a shop whose programs are of several versions (SPEC Y37), its cloud mostly the oldest.
  const isSkewed = seed % 7 === 0
  const oneOf = () => random.pick(versions.slice(0, 3)) ?? newest
  const begins = isSkewed
    ? { cloud: random.chance(0.6) ? 1 : oneOf(), stations: Array.from({ length: count }, oneOf) }
    : undefined
  const shop = await openSimShop(template, count, random, undefined, begins)
  try {
    // The first station's set-up reaches the others before they open.
    await settle(shop, random, calm)
    // Every third shop's cloud keeps its feed short: whoever was away begins again from a snapshot.
    const happens = { trims: seed % 3 === 0, updates: isSkewed ? 0.03 : 0 }
    // About every other step is a command: 40 to 150 of them, more lives that are short than lives that are long.
    const steps = 80 + Math.floor(220 * random.next() ** 2)
    await live(shop, steps, random, storm, happens)
    await settle(shop, random, storm)
    await checkSettled(shop)
    if (isSkewed) {
      await updateAll(shop)
      // One that was of the newest version all along: whoever was updated has to be what it is.
      await shop.join(codes[shop.stations.length] ?? 'Z', random, newest)
      await settle(shop, random, storm)
      await checkSettled(shop)
    }
    const [one] = shop.stations
    if (one === undefined) throw new Error('no station')
    const tables = [...foldedTables, 'document_numbers']
    const before = tableDump(one.app.app.station.db, tables)
    one.app.app.rebuild()
    expect(tableDump(one.app.app.station.db, tables)).toEqual(before)
  } finally {
    await shop.close()
  }
}

/** Seeds in portions, so that a failing one names itself and the rest goes on. */
export function simulate(seeds: readonly number[]): void {
  let template: ShopTemplate
  beforeAll(async () => {
    template = await makeTemplate()
  })
  afterAll(() => template.remove())
  test.each(seeds)('[Y5] [Y6] [Y9] [Y12] [Y14] [Y15] [Y34] [Y37] seed %i', (seed) => runSeed(template, seed))
}

/** The seeds of one of so many files that share a run; COUNTERPROOF_SEEDS says `from-until` to replay or to go on. */
export function seedsOf(part: number, parts: number, usual: number): readonly number[] {
  const [from = 1, until = usual] = (process.env.COUNTERPROOF_SEEDS ?? '').split('-').filter(Boolean).map(Number)
  return Array.from({ length: until - from + 1 }, (_, index) => from + index).filter((seed) => seed % parts === part)
}
