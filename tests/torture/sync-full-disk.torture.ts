import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededRandom } from '#tests/sync/seeded-random.ts'
import { smallDisk } from './small-disk.ts'
import { type StationProcess, stationProcess } from './station-process.ts'
import { checkSettled, cloudRows, lookInto, notInStep } from './sync-settled.ts'
import { openSyncTortureShop, type SyncTortureShop, within } from './sync-shop.ts'
import { orderOfThree } from './torture-orders.ts'
import { writeReport } from './torture-report.ts'
import { cases } from './torture-shop.ts'

const seed = Number(process.env.COUNTERPROOF_SEED ?? Math.floor(Math.random() * 2 ** 31))
const healsWithin = 60_000

test('[W11] [bad input 97] a disk that is full while the feed comes: no half page, and it goes on once there is room', async (context) => {
  context.onTestFailed(() => {
    process.stderr.write(`COUNTERPROOF_SEED=${seed}\n`)
  })
  const random = seededRandom(seed)
  const times = cases(20, 2)
  const disk = smallDisk(context, 64)
  let shop: SyncTortureShop | undefined
  let b: StationProcess | undefined
  try {
    shop = await openSyncTortureShop(context)
    const { home, database, first, partyId, productId } = shop
    const { connectionString } = database
    const line = await shop.line()
    const { code } = await first.local('sync.pairingCode', {})
    const place = { folder: join(disk.folder, 'b'), keysFolder: join(home.folder, 'keys', 'b'), name: 'b' }
    b = stationProcess({ ...place, productId, partyId })
    await b.start({ cloudUrl: line.url, code })
    await b.stopWorking()
    const acknowledged = new Set<string>()
    const settled = (folders: readonly string[]): Promise<number> =>
      within(healsWithin, async () => {
        const { length } = await cloudRows(connectionString)
        return folders.map((folder) => notInStep(folder, length)).find((each) => each !== null) ?? null
      })
    await settled([first.folder, b.folder])
    let slowest = 0
    let stopped = 0
    for (let time = 0; time < times; time += 1) {
      line.become('cut')
      for (let order = 0; order < 60; order += 1) {
        const commandId = first.newId()
        await first.command('salesOrder.take', orderOfThree(first.newId(), productId, partyId) as never, commandId)
        acknowledged.add(commandId)
      }
      await settled([first.folder])
      const { length: head } = await cloudRows(connectionString)
      disk.fill(time % 2 === 0 ? 0 : random.below(200_000))
      const before = agreement(b.folder).cursor
      line.become('open')
      await new Promise((resolve) => setTimeout(resolve, 2500))
      const during = agreement(b.folder)
      expect(during).toEqual({ cursor: during.cursor, rows: during.cursor, last: during.cursor, half: [] })
      if (during.cursor < head) stopped += 1
      expect(during.cursor).toBeGreaterThanOrEqual(before)
      disk.makeRoom()
      slowest = Math.max(slowest, await settled([first.folder, b.folder]))
    }
    expect(stopped).toBeGreaterThan(0)
    await checkSettled(connectionString, [{ folder: first.folder, acknowledged }, b])
    await b.end()
    expect(shop.cloud.faults).toEqual([])
    writeReport('a disk that is full while the feed comes, then has room (W11)', {
      ...{ times, 'of which it stopped before the end': stopped, 'acknowledged elsewhere': acknowledged.size },
      ...{ 'slowest healing in ms': slowest, failures: 0 },
    })
  } finally {
    await b?.kill()
    await shop?.close()
    disk.close()
  }
})

/** The cursor and what it speaks of: as many answered rows, and every order whole. */
function agreement(folder: string) {
  return lookInto(folder, (db) => {
    const cursor = db.read<{ n: number }>(
      `select cast(value as integer) n from station_facts where name = 'sync_cursor'`,
    )
    const rows = db.read<{ n: number; last: number }>('select count(*) n, coalesce(max(seq), 0) last from changes')
    const half = db.read<{ id: string }>(
      `select id from sales_orders o where not exists (select 1 from docs d where d.id = o.id)
       or (select count(*) from sales_order_lines l where l.sales_order_id = o.id) <> 3`,
    )
    const { n, last } = rows.get() ?? { n: 0, last: 0 }
    return { cursor: cursor.get()?.n ?? 0, rows: n, last, half: half.all() }
  })
}
