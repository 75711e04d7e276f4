import { randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import type { NewStation, VouchedStation } from '#cloud/accounts/account-store.ts'
import { codesLeftFree, stationCode } from '#cloud/accounts/station-code.ts'
import { beginEpochs } from '#cloud/database/begin-epochs.ts'
import type { MemoryStore } from '#cloud/sync/memory-store.ts'
import { granted, openShop, type StoresUnderTest, testNow } from '#tests/support/cloud-for-test.ts'
import { newcomer } from '#tests/support/wire-writer.ts'

const at = new Date(testNow).toISOString()
const faceOf = ({ id, name, publicKey, boxKey }: NewStation, code: string): VouchedStation => ({
  ...{ id, name, publicKey, boxKey, code, revokedAt: null },
})

/** Stations that a restored cloud has forgotten (Y36). */
export function vouchSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const opened = async (context: TestContext) => {
    const stores = await open(context)
    const shop = await openShop(stores)
    const who = { org: shop.org, station: shop.first.station }
    const join = async () => {
      const one = newcomer('Bench')
      const { stationCode: code } = granted(
        await shop.accounts.join(granted(await shop.accounts.issueCode(who)).code, one),
      )
      return { one, code }
    }
    const memory = 'backUp' in stores.store ? (stores.store as MemoryStore) : undefined
    const backup = memory?.backUp(shop.org)
    /** Back to when the first station was alone. */
    const restore = async () => {
      memory?.restore(shop.org, backup, randomUUID())
      await stores.sql?.transaction(async (query) => {
        await query('delete from stations where org = $1 and station <> $2', [shop.org, who.station])
        await query('update organisations set stations_given = 1 where org = $1', [shop.org])
      })
      if (stores.sql !== undefined) await beginEpochs(stores.sql)
    }
    const vouch = (...stations: VouchedStation[]) => shop.accounts.store.vouch(shop.org, who.station, stations, at)
    const codes = async () => (await shop.accounts.stations(who)).map(({ code }) => code).sort()
    return { shop, who, join, restore, vouch, codes }
  }

  describe(`a restored cloud over ${name}`, () => {
    test('[Y36] lets a station back in under its own id, code and key, with nothing of its own, when another vouches for it', async (context) => {
      const { shop, who, join, restore, vouch, codes } = await opened(context)
      const { one, code } = await join()
      await restore()
      expect([code, await codes()]).toEqual(['B', ['A']])
      await vouch(faceOf(one, code))
      await vouch(faceOf({ ...one, name: 'twice' }, code))
      expect(await shop.accounts.stations(who)).toMatchObject([
        { code: 'A' },
        { id: one.id, code: 'B', name: 'Bench', publicKey: one.publicKey, lastSseq: 0, revokedAt: null },
      ])
      const { members } = await shop.accounts.store.members(shop.org)
      expect(members[1]).toMatchObject({
        id: one.id,
        name: 'Bench',
        boxKey: one.boxKey,
        invitedBy: who.station,
        roster: null,
      })
    })

    test('[Y18] [Y36] gives nobody a code that a forgotten station has, whoever comes first', async (context) => {
      const { join, restore, vouch, codes } = await opened(context)
      const { one, code } = await join()
      await restore()
      const next = await join()
      expect(next.code).not.toBe(code)
      await vouch(faceOf(one, code))
      expect(await codes()).toEqual(['A', code, next.code].sort())
    })

    test('[Y36] is told no code that another station has, and none that was not given yet', async (context) => {
      const { join, restore, vouch, codes } = await opened(context)
      await join()
      await restore()
      await vouch(faceOf(newcomer(), 'A'), faceOf(newcomer(), stationCode(2 + codesLeftFree)))
      expect(await codes()).toEqual(['A'])
    })

    test('[Y36] keeps shut out who was shut out since, whether it knows the station or not', async (context) => {
      const { shop, who, join, restore, vouch } = await opened(context)
      const { one, code } = await join()
      await restore()
      await vouch(faceOf(one, code))
      await vouch({ ...faceOf({ ...one, publicKey: newcomer().publicKey }, code), revokedAt: at })
      expect((await shop.accounts.stations(who))[1]?.revokedAt).toBeNull()
      await vouch({ ...faceOf(one, code), revokedAt: at })
      expect((await shop.accounts.stations(who))[1]?.revokedAt).toBe(at)
      expect(await shop.accounts.member({ org: shop.org, station: one.id })).toBeUndefined()
    })

    test('[Y36] one that was never restored has forgotten nobody, and takes nobody’s word', async (context) => {
      const { join, vouch, codes } = await opened(context)
      await join()
      await vouch(faceOf(newcomer(), 'C'), faceOf(newcomer(), 'B'))
      expect(await codes()).toEqual(['A', 'B'])
    })
  })
}
