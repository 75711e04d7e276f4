import { randomUUID } from 'node:crypto'
import { afterAll, expect, type TestContext, test } from 'vitest'
import { beginEpochs } from '#cloud/database/begin-epochs.ts'
import { accountSuite } from '#tests/contracts/account-suite.ts'
import { cloudStoreSuite } from '#tests/contracts/cloud-store-suite.ts'
import { digestSuite } from '#tests/contracts/digest-suite.ts'
import { foldAnewSuite } from '#tests/contracts/fold-anew-suite.ts'
import { guardSuite } from '#tests/contracts/guard-suite.ts'
import { passingFailureSuite } from '#tests/contracts/passing-failure-suite.ts'
import { busySuite, rowPolicySuite } from '#tests/contracts/row-policy-suite.ts'
import { snapshotSuite } from '#tests/contracts/snapshot-suite.ts'
import { vouchSuite } from '#tests/contracts/vouch-suite.ts'
import { openShop, pgStores, type StoresUnderTest } from '#tests/support/cloud-for-test.ts'
import { databaseOfAnOwner, openPostgresServer, type PostgresServer } from '#tests/support/postgres-server.ts'

let server: PostgresServer | undefined
let stores: StoresUnderTest | undefined
let connectionString = ''

async function open(context: TestContext): Promise<StoresUnderTest> {
  server ??= await openPostgresServer(context)
  if (stores === undefined) {
    connectionString = await databaseOfAnOwner(server.connectionString)
    stores = await pgStores(connectionString)
  }
  return stores
}

afterAll(async () => {
  await stores?.store.close()
  await server?.close()
})

cloudStoreSuite('a PostgreSQL server', open)
snapshotSuite('a PostgreSQL server', open)
digestSuite('a PostgreSQL server', open)
foldAnewSuite('a PostgreSQL server', open)
guardSuite('a PostgreSQL server', open)
accountSuite('a PostgreSQL server', open)
vouchSuite('a PostgreSQL server', open)
rowPolicySuite('a PostgreSQL server', open)
busySuite('a PostgreSQL server', open)
passingFailureSuite('a PostgreSQL server', open, 200)

test('[Y12] after a restore every organisation begins another epoch', async (context) => {
  const both = await open(context)
  const [one, other] = [await openShop(both), await openShop(both)]
  await one.push(one.first, [one.first.write(), one.first.write()], one.epoch)
  if (both.sql !== undefined) await beginEpochs(both.sql)
  const [here, there] = [await one.pull(one.first, 0, 10, one.epoch), await other.pull(other.first, 0, 10, other.epoch)]
  expect([here, there]).toMatchObject([
    { is: 'otherEpoch', since: 2, lastSseq: 2 },
    { is: 'otherEpoch', since: 0, lastSseq: 0 },
  ])
  // Its stations went on after the backup: the first word of each is taken, whichever instance it names (Y30).
  const enter = (now: string, next: string) => one.accounts.store.enter(one.org, one.first.station, { now, next })
  expect(await enter(randomUUID(), one.epoch)).toBe(true)
  expect(await enter(randomUUID(), randomUUID())).toBe(false)
  // Twice restored before a station comes back: it goes back to the earliest place they have alike.
  await one.push(one.first, [one.first.write()], null)
  if (both.sql !== undefined) await beginEpochs(both.sql)
  expect(await one.pull(one.first, 0, 10, one.epoch)).toMatchObject({ is: 'otherEpoch', since: 2, lastSseq: 3 })
})

test('[Y11] a push through one process is heard by the others, also after their connection broke', async (context) => {
  const mine = await open(context)
  const shop = await openShop(mine)
  const heard: number[] = []
  const theirs = await pgStores(connectionString)
  const stop = theirs.store.onMoved((org, seq) => {
    if (org === shop.org) heard.push(seq)
  })
  await shop.push(shop.first, [shop.first.write()])
  await expect.poll(() => heard).toEqual([1])
  await theirs.sql?.transaction((query) =>
    query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'counterproof-live'`),
  )
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await shop.push(shop.first, [shop.first.write()])
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([1, 2])
  stop()
  await theirs.store.close()
})

test('[Y5] [S6] a push that the server itself ends in a deadlock is tried again, and taken', async (context) => {
  const { sql, ...stores } = await open(context)
  const shop = await openShop(stores)
  await shop.push(shop.first, [shop.first.write()])
  let pushing: ReturnType<typeof shop.push> | undefined
  // The other way round than a push: the station first, then the head that the push holds by now.
  await sql?.transaction(async (query) => {
    await query(`select set_config('app.org', $1, true)`, [shop.org])
    await query('update stations set name = name where org = $1', [shop.org])
    pushing = shop.push(shop.first, [shop.first.write()])
    await new Promise((resolve) => setTimeout(resolve, 200))
    await query('select from tenant_head where org = $1 for update', [shop.org])
  })
  expect(await pushing).toMatchObject({ is: 'taken', head: 2 })
})
