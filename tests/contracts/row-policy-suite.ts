import { randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import { asApp } from '#cloud/database/as-app.ts'
import { postgresStore } from '#cloud/database/postgres-store.ts'
import type { Sql } from '#cloud/database/sql.ts'
import { StoreBusy } from '#cloud/sync/store-busy.ts'
import { granted, openShop, type StoresUnderTest } from '#tests/support/cloud-for-test.ts'

/** What the database itself refuses, whatever the program asks of it. */
export function rowPolicySuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const opened = async (context: TestContext) => {
    const stores = await open(context)
    if (stores.sql === undefined) throw new Error('a store without SQL')
    const [here, there] = [await openShop(stores), await openShop(stores)]
    for (const shop of [here, there]) {
      await shop.push(shop.first, [shop.first.write()])
      const letter = { name: 'company/key', stamp: '0000000000000001A', sealed: 'AAAA', signature: 'AA==' }
      await shop.accounts.store.putLetters(shop.org, shop.first.station, [{ ...letter, to: shop.first.station }])
    }
    return { stores, sql: stores.sql, here, there }
  }
  const count = (sql: Sql, org: string | null, table: string, where = 'true') =>
    asApp(sql, org, async (query) => {
      const [row] = await query<{ many: number }>(`select count(*)::integer as many from ${table} where ${where}`)
      return row?.many
    })

  describe(`what ${name} refuses`, () => {
    test('[Y2] another organisation’s rows are not there, and without an organisation there are none', async (context) => {
      const { sql, here, there } = await opened(context)
      const tables = ['changes', 'stations', 'tenant_head', 'docs', 'organisations', 'letters']
      for (const table of tables) {
        expect([table, await count(sql, here.org, table), await count(sql, null, table)]).toEqual([table, 1, 0])
        expect([table, await count(sql, here.org, table, `org = '${there.org}'`)]).toEqual([table, 0])
      }
    })

    test('[Y2] a row for another organisation is refused, a code of another is not seen', async (context) => {
      const { sql, here, there } = await opened(context)
      granted(await there.accounts.issueCode({ org: there.org, station: there.first.station }))
      expect(await count(sql, here.org, 'pairing_codes')).toBe(0)
      expect(await count(sql, there.org, 'pairing_codes')).toBe(1)
      const copied = asApp(sql, here.org, (query) =>
        query(
          `insert into changes (org, seq, station, sseq, hash, hlc_eff, verdict, command_id, entity, doc, raw, chain)
           select $1, 99, station, 99, hash, hlc_eff, verdict, command_id, entity, doc, raw, chain from changes`,
          [there.org],
        ),
      )
      await expect(copied).rejects.toMatchObject({ code: '42501' })
      const moved = asApp(sql, here.org, (query) => query('update tenant_head set org = $1', [randomUUID()]))
      await expect(moved).rejects.toThrow()
    })

    test.for([
      `update changes set verdict = 'refused'`,
      'delete from changes',
      'truncate changes',
      'delete from stations',
      'delete from letters',
      'alter table changes disable row level security',
      'drop table changes',
    ])('[Y6] the log is only ever added to: %s', async (statement, context) => {
      const { sql, here } = await opened(context)
      await expect(asApp(sql, here.org, (query) => query(statement))).rejects.toMatchObject({ code: '42501' })
      expect(await count(sql, here.org, 'changes')).toBe(1)
    })

    test('[Y5] the role and the organisation hold for one transaction and no longer', async (context) => {
      const { sql, here } = await opened(context)
      await asApp(sql, here.org, (query) => query('select 1'))
      const [left] = await sql.transaction((query) =>
        query<{ org: string | null; role: string }>(
          `select nullif(current_setting('app.org', true), '') as org, current_user as role`,
        ),
      )
      expect(left?.org).toBeNull()
      expect(left?.role).not.toBe('counterproof_app')
    })

    test('a program that comes later finds the schema and changes nothing', async (context) => {
      const { sql, here } = await opened(context)
      await postgresStore(sql)
      expect(await count(sql, here.org, 'changes')).toBe(1)
    })
  })
}

/** Only where there are several connections: with one, nobody can hold a lock against another. */
export function busySuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  test(`[Y5] over ${name} a head that is held too long is a busy store, and no error of the request`, async (context) => {
    const stores = await open(context)
    const shop = await openShop(stores)
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const holding = stores.store.transact(shop.org, () => held)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await expect(shop.push(shop.first, [shop.first.write()])).rejects.toBeInstanceOf(StoreBusy)
    letGo()
    await holding
  })
}
