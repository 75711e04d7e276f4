import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { type FaultProxy, openFaultProxy } from '#tests/support/fault-proxy.ts'
import { openPostgresServer, type PostgresServer } from '#tests/support/postgres-server.ts'
import type { TestShop } from '#tests/support/test-shop.ts'
import { type StationHome, stationHome } from '#tests/sync/station-home.ts'
import { type CloudProcess, cloudProcess } from './cloud-process.ts'

/** A shop with its cloud on a PostgreSQL that waits for the disk, each a process, and lines that can be broken. */
export interface SyncTortureShop {
  readonly home: StationHome
  readonly database: PostgresServer
  readonly cloud: CloudProcess
  readonly productId: string
  readonly partyId: string
  /** The first station, in this process, with a product and a customer. */
  readonly first: TestShop
  /** The first station's line. */
  readonly lineA: FaultProxy
  line(): Promise<FaultProxy>
  close(): Promise<void>
}

export async function openSyncTortureShop(context: Pick<TestContext, 'skip'>): Promise<SyncTortureShop> {
  const closes: (() => Promise<void>)[] = []
  const database = await openPostgresServer(context, { isDurable: true })
  closes.push(() => database.close())
  const home = stationHome()
  closes.push(() => home.close())
  const cloud = await cloudProcess(database.connectionString, join(home.folder, 'cloud'))
  closes.push(() => cloud.kill())
  const line = async (): Promise<FaultProxy> => {
    const proxy = await openFaultProxy(cloud.url)
    closes.push(() => proxy.close())
    return proxy
  }
  const close = async (): Promise<void> => {
    for (const each of closes.splice(0).reverse()) await each()
  }
  try {
    await cloud.start()
    const lineA = await line()
    const first = await home.found('a', lineA.url)
    await first.command('product.add', businessCards)
    const { id } = await first.command('party.register', { name: 'Bakkerij De Molen', discount: 500, language: 'nl' })
    return { home, database, cloud, first, lineA, line, close, productId: businessCards.id, partyId: id }
  } catch (problem) {
    await close()
    throw problem
  }
}

/** Looks until nothing is in the way; null: nothing is. */
export async function within(milliseconds: number, inTheWay: () => Promise<string | null>): Promise<number> {
  const begin = Date.now()
  for (;;) {
    const seen = await inTheWay().catch((problem: unknown) => String(problem))
    if (seen === null) return Date.now() - begin
    if (Date.now() - begin > milliseconds) throw new Error(`not within ${milliseconds} ms: ${seen}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
