import { randomUUID } from 'node:crypto'
import type { AccountStore } from '#cloud/accounts/account-store.ts'
import { type Accounts, createAccounts, usualAccountLimits } from '#cloud/accounts/accounts.ts'
import { memoryAccounts } from '#cloud/accounts/memory-accounts.ts'
import { pgSql } from '#cloud/database/pg-sql.ts'
import { pgliteSql } from '#cloud/database/pglite-sql.ts'
import { postgresAccounts } from '#cloud/database/postgres-accounts.ts'
import { postgresShelf } from '#cloud/database/postgres-shelf.ts'
import { postgresStore } from '#cloud/database/postgres-store.ts'
import type { Sql } from '#cloud/database/sql.ts'
import { entities } from '#cloud/entities.ts'
import { type FileShelf, memoryShelf } from '#cloud/files/file-shelf.ts'
import type { CloudStore } from '#cloud/sync/cloud-store.ts'
import { memoryStore } from '#cloud/sync/memory-store.ts'
import { readFeed } from '#cloud/sync/pull.ts'
import { type Pusher, type PushOutcome, takePush } from '#cloud/sync/push.ts'
import type { Result } from '#shared/kernel/result.ts'
import { type PullAnswer, wireVersion } from '#shared/sync/wire.ts'
import { newcomer, type WireWriter, wireWriter } from './wire-writer.ts'

/** Later than what `wireWriter` stamps. */
export const testNow = 1_800_000_100_000

export interface StoresUnderTest {
  readonly store: CloudStore
  readonly accounts: AccountStore
  readonly shelf: FileShelf
  /** Undefined: in memory. */
  readonly sql?: Sql
}

export function memoryStores(): StoresUnderTest {
  const store = memoryStore()
  return { store, accounts: memoryAccounts(store), shelf: memoryShelf() }
}

export async function pgliteStores(): Promise<StoresUnderTest> {
  return storesOver(await pgliteSql())
}

export async function pgStores(connectionString: string): Promise<StoresUnderTest> {
  return storesOver(pgSql({ connectionString, log: () => undefined }))
}

async function storesOver(sql: Sql): Promise<StoresUnderTest> {
  return { store: await postgresStore(sql), accounts: postgresAccounts(sql), shelf: postgresShelf(sql), sql }
}

export interface Shop {
  readonly org: string
  readonly epoch: string
  readonly accounts: Accounts
  /** The stations' clock is the cloud's. */
  readonly clock: { now: number }
  /** A further station, let in by a code. */
  join(): Promise<WireWriter & { readonly code: string }>
  readonly first: WireWriter
  push(from: Pick<WireWriter, 'station'>, changes: readonly unknown[], epoch?: string | null): Promise<PushOutcome>
  pull(
    to: Pick<WireWriter, 'station'>,
    after?: number,
    limit?: number,
    epoch?: string | null,
  ): Promise<PullAnswer | null>
}

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value
}

/** An organisation of its own, so that tests share one database and see nothing of each other. */
export async function openShop({ store, accounts: kept }: Pick<StoresUnderTest, 'store' | 'accounts'>): Promise<Shop> {
  const clock = { now: testNow }
  const limits = { ...usualAccountLimits, triesInAll: 10_000 }
  const accounts = await createAccounts({ store, accounts: kept, clock: () => clock.now, limits })
  const [org, one] = [randomUUID(), newcomer()]
  const { epoch } = granted(await accounts.found(org, one))
  const who = (from: Pick<WireWriter, 'station'>): Pusher => ({ org, station: from.station })
  return {
    org,
    epoch,
    accounts,
    clock,
    first: wireWriter(one.id),
    join: async () => {
      const { code } = granted(await accounts.issueCode({ org, station: one.id }))
      const next = newcomer()
      const { stationCode } = granted(await accounts.join(code, next))
      return { ...wireWriter(next.id), code: stationCode }
    },
    push: (from, changes, known = null) =>
      takePush(store, entities, who(from), { wire: wireVersion, epoch: known, changes: [...changes] }, clock.now),
    pull: (to, after = 0, limit = 2000, known = null) => readFeed(store, who(to), { after, limit, epoch: known }),
  }
}
