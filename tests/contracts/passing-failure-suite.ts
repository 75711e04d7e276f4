import { describe, expect, type TestContext, test } from 'vitest'
import { postgresAccounts } from '#cloud/database/postgres-accounts.ts'
import { postgresStore } from '#cloud/database/postgres-store.ts'
import type { Query, Sql } from '#cloud/database/sql.ts'
import { entities } from '#cloud/entities.ts'
import { takePush } from '#cloud/sync/push.ts'
import { StoreBusy } from '#cloud/sync/store-busy.ts'
import { openShop, type StoresUnderTest, testNow } from '#tests/support/cloud-for-test.ts'
import { seededRandom } from '#tests/sync/seeded-random.ts'

/** Serialisation failure and deadlock, as the driver throws them. */
const codes = ['40001', '40P01']

/** The same database, in which statements fail now and then, before or after they were done, as those of a busy one do. */
function failing(sql: Sql, chance: number, seed: number): Sql & { readonly failures: () => number } {
  const random = seededRandom(seed)
  let failures = 0
  const mayFail = (): void => {
    if (!random.chance(chance)) return
    failures += 1
    throw Object.assign(new Error('injected'), { code: random.pick(codes) })
  }
  return {
    ...sql,
    transaction: (work, settings) =>
      sql.transaction(async (query) => {
        const weak: Query = async (text, values) => {
          mayFail()
          const rows = await query(text, values)
          mayFail()
          return rows as never
        }
        return work(weak)
      }, settings),
    failures: () => failures,
  }
}

/** What the database asks to be tried again (S6), over every store with SQL. */
export function passingFailureSuite(
  name: string,
  open: (context: TestContext) => Promise<StoresUnderTest>,
  wanted: number,
): void {
  describe(`failures that pass over ${name}`, () => {
    test(`[Y5] [S6] ${wanted} deadlocks and serialisation failures: each push is taken once or the store is busy, and none is lost`, async (context) => {
      const { sql } = await open(context)
      if (sql === undefined) throw new Error('a store without SQL')
      const weak = failing(sql, 0.03, 5)
      const stores = { store: await postgresStore(sql), accounts: postgresAccounts(sql), sql }
      const shops = await Promise.all(Array.from({ length: 8 }, () => openShop(stores)))
      const frail = await postgresStore(weak)
      let busy = 0
      const work = async (shop: (typeof shops)[number]): Promise<void> => {
        const who = { org: shop.org, station: shop.first.station }
        while (weak.failures() < wanted) {
          const changes = [shop.first.write(), shop.first.write()]
          for (;;) {
            const answer = await takePush(frail, entities, who, { wire: 1, epoch: null, changes }, testNow).catch(
              (problem: unknown) => problem,
            )
            if (!(answer instanceof StoreBusy)) {
              expect(answer).toMatchObject({ is: 'taken' })
              break
            }
            busy += 1
          }
        }
      }
      await Promise.all(shops.map(work))
      expect(weak.failures()).toBeGreaterThanOrEqual(wanted)
      for (const shop of shops) {
        const rows = (await stores.store.feed(shop.org, 0, 100_000))?.rows ?? []
        expect(rows.map((row) => [row.seq, row.sseq])).toEqual(rows.map((_, index) => [index + 1, index + 1]))
        expect(rows).toHaveLength(shop.first.write().sseq - 1)
      }
      // Four tries in a row fail seldom, and are told as a store that is busy, never as a fault.
      expect(busy).toBeLessThan(wanted / 4)
    })
  })
}
