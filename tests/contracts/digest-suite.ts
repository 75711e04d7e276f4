import { hash, randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import { entities } from '#cloud/entities.ts'
import { Digests } from '#cloud/sync/digests.ts'
import { DigestSum, digestPageDocuments, foldedText } from '#shared/sync/digest.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import { openShop, type Shop, type StoresUnderTest } from '#tests/support/cloud-for-test.ts'
import type { WireWriter } from '#tests/support/wire-writer.ts'

/** What every store says of its documents as of one `seq` (Y32). */
export function digestSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const opened = async (context: TestContext) => {
    const stores = await open(context)
    const shop = await openShop(stores)
    const digests = new Digests({ store: stores.store, entities, clock: () => shop.clock.now })
    const asked = (seq: number, epoch = shop.epoch) => ({ wire: wireVersion, seq, epoch }) as const
    const who = (station: Pick<WireWriter, 'station'> = shop.first) => ({ org: shop.org, station: station.station })
    return { stores, shop, digests, asked, who }
  }

  const hashesOf = async (stores: StoresUnderTest, shop: Shop, ids: readonly string[]) => {
    const kept = await stores.store.transact(shop.org, (tx) => tx.documents(ids))
    return [...(kept ?? [])]
      .map(([id, { entity, document }]) => [id, hash('sha256', foldedText(entity, id, document), 'hex')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  }

  describe(`the digest over ${name}`, () => {
    test('[Y32] counts each kind and lays the hashes of its documents over one another, in any order', async (context) => {
      const { stores, shop, digests, asked, who } = await opened(context)
      const docs = [randomUUID(), randomUUID(), randomUUID()]
      await shop.push(
        shop.first,
        docs.map((doc) => shop.first.write({ doc })),
      )
      await shop.push(shop.first, [shop.first.write({ entity: 'of_a_newer_version' })])
      const answer = await digests.answer(who(), asked(4))
      if (answer?.is !== 'digest') throw new Error(`no digest: ${answer?.is}`)
      const sum = new DigestSum()
      for (const [, each] of (await hashesOf(stores, shop, docs)).reverse()) sum.add(each)
      const of = (entity: string) => answer.entities.find((each) => each.entity === entity)
      expect(of('party')).toMatchObject({ ...sum.result, count: 3 })
      expect(of('payment')).toMatchObject({ count: 0, xor: '0'.repeat(64) })
      // What this version does not know it says nothing about.
      expect(of('of_a_newer_version')).toBeUndefined()
    })

    test('[Y32] is of the very seq and epoch that were asked for, or of none', async (context) => {
      const { stores, shop, digests, asked, who } = await opened(context)
      await shop.push(shop.first, [shop.first.write()])
      const first = await digests.answer(who(), asked(1))
      expect(first?.is).toBe('digest')
      await shop.push(shop.first, [shop.first.write()])
      expect(await digests.answer(who(), asked(1))).toEqual({ is: 'movedOn' })
      expect(await digests.answer(who(), asked(3))).toEqual({ is: 'movedOn' })
      expect(await digests.answer(who(), asked(2, randomUUID()))).toEqual({ is: 'movedOn' })
      // Kept for its head only: the next head has another.
      const second = await digests.answer(who(), asked(2))
      expect(second?.is).toBe('digest')
      expect(second).not.toEqual(first)
      const kept = new Map([
        [randomUUID(), { entity: 'party', document: { values: { note: 'put by hand' }, stamps: {} } }],
      ])
      await stores.store.transact(shop.org, (tx) => tx.keep({ documents: kept }))
      expect(await digests.answer(who(), asked(2))).toEqual(second)
      // And for an hour: what a disk does to it without a change is seen the next night.
      shop.clock.now += 3_600_000
      expect(await digests.answer(who(), asked(2))).not.toEqual(second)
      const page = { entity: 'party', after: null }
      expect(await digests.page(who(), { ...asked(1), ...page })).toEqual({ is: 'movedOn' })
    })

    test('[Y32] names each document by its hash, page by page', async (context) => {
      const { stores, shop, digests, asked, who } = await opened(context)
      const docs = Array.from({ length: 300 }, () => randomUUID())
      await shop.push(
        shop.first,
        docs.map((doc) => shop.first.write({ doc })),
      )
      const page = await digests.page(who(), { ...asked(300), entity: 'party', after: null })
      if (page?.is !== 'page') throw new Error(`no page: ${page?.is}`)
      expect(page.documents).toEqual(await hashesOf(stores, shop, docs))
      expect(page.documents.length).toBeLessThan(digestPageDocuments)
      const [half] = page.documents[149] ?? []
      const rest = await digests.page(who(), { ...asked(300), entity: 'party', after: half ?? null })
      expect(rest).toEqual({ is: 'page', documents: page.documents.slice(150) })
    })

    test('[Y2] [Y19] [Y32] says nothing to who is none of the organisation', async (context) => {
      const { stores, shop, digests, asked } = await opened(context)
      await shop.push(shop.first, [shop.first.write()])
      const stranger = await openShop(stores)
      const from = { org: shop.org, station: stranger.first.station }
      expect(await digests.answer(from, asked(1))).toBeNull()
      expect(await digests.page(from, { ...asked(1), entity: 'party', after: null })).toBeNull()
    })
  })
}
