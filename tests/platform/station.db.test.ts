import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { productChores } from '#main/app/product-chores.ts'
import { startUpkeep } from '#main/app/upkeep.ts'
import { inlineChores } from '#main/platform/workers/chores.ts'
import { createTestApp, testClock } from '#tests/support/create-test-app.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-station-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[W9] commits that were acknowledged and are gone from the database are reported with what is missing', async () => {
  const shop = await createTestShop({ folder })
  shop.app.station.db.driver.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(join(folder, 'counterproof.db'), join(folder, 'old.db'))
  const { sseq } = shop.app.station.log.head
  await shop.command('party.register', { name: 'Bakkerij De Molen' })
  await shop.close()
  copyFileSync(join(folder, 'old.db'), join(folder, 'counterproof.db'))
  const again = createTestApp({ folder })
  expect(again.app.station.lost).toMatchObject({ fromSseq: sseq + 1, toSseq: sseq + 1 })
  await again.close()
})

test('[W9] a mark behind the database is normal', async () => {
  const shop = await createTestShop({ folder })
  await shop.command('party.register', { name: 'Bakkerij De Molen' })
  await shop.close()
  const again = createTestApp({ folder })
  expect(again.app.station.lost).toBeUndefined()
  expect(again.app.station.tail).toMatchObject({ whole: true })
  await again.close()
})

test('[D21] the clock jumps back ten years and forward twelve: order, numbers and chain stand', async () => {
  const clock = testClock()
  const shop = await createTestShop({ folder, clock })
  for (const instant of [
    '2016-01-01T00:00:00.000Z',
    '2026-03-29T00:59:59.999Z',
    '2026-03-29T01:00:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '1970-01-01T00:00:00.000Z',
    '2038-01-19T03:14:08.000Z',
    '2026-11-19T13:08:00.000Z',
  ]) {
    clock.set(instant)
    await shop.command('party.register', { name: `Klant ${instant}` })
  }
  const hlc = shop.app.station.db
    .read<{ hlc: string }>('select hlc from changes order by sseq')
    .all()
    .map((row) => row.hlc)
  expect(hlc).toEqual([...hlc].sort())
  expect(new Set(hlc).size).toBe(hlc.length)
  const codes = shop.app.station.db
    .read<{ counter: number }>(`select counter from document_numbers where series = 'customer' order by counter`)
    .all()
  expect(codes.map((row) => row.counter)).toEqual([1, 2, 3, 4, 5, 6, 7])
  await shop.close()
  const again = createTestApp({ folder, clock })
  expect(again.app.station.tail).toMatchObject({ whole: true })
  await again.close()
})

test('[D20] the write-ahead log is folded back when the counter has been quiet for a while', async () => {
  const shop = await createTestShop({ folder })
  for (let index = 0; index < 20; index += 1) await shop.command('party.register', { name: `Klant ${index}` })
  const wal = (): number => statSync(join(folder, 'counterproof.db-wal')).size
  expect(wal()).toBeGreaterThan(0)
  const { station, upkeep } = shop.app
  upkeep.close()
  const hurried = startUpkeep(
    station.db,
    station.databasePath,
    station.identity.id,
    inlineChores(productChores),
    { info: () => {}, problem: () => {} },
    () => '',
    { idleCheckpointMilliseconds: 10, wholeCheckMilliseconds: 10 },
  )
  hurried.written()
  await expect.poll(wal).toBe(0)
  await expect.poll(() => hurried.wholeCheck().state).toBe('sound')
  hurried.close()
  await shop.close()
})

test('[W5] damage that SQLite cannot see is found by the whole check', async () => {
  const shop = await createTestShop({ folder })
  await shop.command('party.register', { name: 'Bakkerij De Molen' })
  const { station } = shop.app
  station.db.driver.exec(
    `drop trigger changes_keep_values; update changes set payload = replace(payload, 'Molen', 'Mogen') where entity = 'party'`,
  )
  const outcome = await inlineChores(productChores).run('platform.checkWhole', {
    path: station.databasePath,
    station: station.identity.id,
  })
  expect(outcome).toMatchObject({ sound: false, where: expect.stringContaining('payload') })
  await shop.close()
})

test('two stations live in one process, each with its own clock and folder', async () => {
  const other = mkdtempSync(join(tmpdir(), 'counterproof-station-'))
  const one = await createTestShop({ folder, seed: 'one' })
  const two = await createTestShop({ folder: other, seed: 'two', clock: testClock('2027-01-01T00:00:00.000Z') })
  await one.command('party.register', { name: 'Bakkerij De Molen' })
  expect((await two.query('party.list', {})).rows).toEqual([])
  expect(two.app.station.identity.id).not.toBe(one.app.station.identity.id)
  await one.close()
  await two.close()
  expect(readdirSync(other)).not.toContain('counterproof.db-wal')
  rmSync(other, { recursive: true, force: true })
})
