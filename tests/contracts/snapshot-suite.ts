import { hash, randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, type TestContext, test } from 'vitest'
import { entities } from '#cloud/entities.ts'
import type { MemoryStore } from '#cloud/sync/memory-store.ts'
import { readFeed } from '#cloud/sync/pull.ts'
import { Snapshots } from '#cloud/sync/snapshots.ts'
import type { ChunkPart, SnapshotDocument, SnapshotManifest } from '#shared/kernel/change/snapshot.ts'
import { openShop, type Shop, type StoresUnderTest } from '#tests/support/cloud-for-test.ts'

/** As whoever runs the cloud does it. */
async function beginFeedAfter({ store, sql }: StoresUnderTest, org: string, seq: number): Promise<void> {
  if (sql === undefined) (store as MemoryStore).beginFeedAfter(org, seq)
  else await sql.transaction((query) => query('update tenant_head set feed_from = $2 where org = $1', [org, seq]))
}

const memberOf = (shop: Shop) => ({ org: shop.org, station: shop.first.station })

/** What every store does with snapshots (Y21), whatever it keeps them in. */
export function snapshotSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const opened = async (context: TestContext) => {
    const stores = await open(context)
    const snapshots = new Snapshots({
      store: stores.store,
      entities,
      rows: { worth: 3, age: 3 },
      newId: randomUUID,
      problem: (what, error) => {
        throw new Error(what, { cause: error })
      },
    })
    const answer = (shop: Shop) => snapshots.answer(memberOf(shop))
    const latest = async (shop: Shop): Promise<SnapshotManifest> => {
      await answer(shop)
      await snapshots.settled()
      const found = await answer(shop)
      if (found?.is !== 'snapshot') throw new Error(`no snapshot: ${found?.is}`)
      return found.snapshot
    }
    const documentsOf = async (shop: Shop, { id, chunks }: SnapshotManifest, part: ChunkPart) => {
      const found: SnapshotDocument[] = []
      for (const chunk of chunks.filter((each) => each.part === part)) {
        const bytes = (await snapshots.chunk(memberOf(shop), id, chunk.no)) ?? new Uint8Array()
        expect(hash('sha256', bytes, 'hex')).toBe(chunk.hash)
        found.push(...(JSON.parse(gunzipSync(bytes).toString('utf8')) as SnapshotDocument[]))
      }
      return found
    }
    return { stores, shop: await openShop(stores), snapshots, answer, latest, documentsOf }
  }

  const order = (shop: Shop, doc: string, status: string) =>
    shop.first.write({
      doc,
      entity: 'sales_order',
      fields: { status: [null, status], customerReference: [null, 'ref'] },
    })
  const payment = (shop: Shop, doc: string, salesOrderId: string) =>
    shop.first.write({ doc, entity: 'payment', kind: 'post', fields: { salesOrderId: [null, salesOrderId] } })

  describe(`snapshots over ${name}`, () => {
    test('[Y21] open documents come apart from closed ones, each with its postings, as of one seq', async (context) => {
      const { shop, latest, documentsOf } = await opened(context)
      const [opened1, closed, paidOpen, paidClosed] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
      await shop.push(shop.first, [
        order(shop, opened1, 'confirmed'),
        order(shop, closed, 'closed'),
        payment(shop, paidOpen, opened1),
        payment(shop, paidClosed, closed),
      ])
      const manifest = await latest(shop)
      expect([manifest.seq, manifest.epoch]).toEqual([4, shop.epoch])
      const idsOf = async (part: ChunkPart) => (await documentsOf(shop, manifest, part)).map(([, doc]) => doc)
      expect(await idsOf('open')).toEqual([opened1])
      expect(await idsOf('closed')).toEqual([closed])
      expect(await idsOf('openPostings')).toEqual([paidOpen])
      expect(await idsOf('closedPostings')).toEqual([paidClosed])
      const [found] = await documentsOf(shop, manifest, 'open')
      expect(found?.[2]).toEqual({ status: 'confirmed', customerReference: 'ref' })
      expect(Object.keys(found?.[3] ?? {}).sort()).toEqual(['customerReference', 'status'])
    })

    test('[Y21] a short feed needs none; one that fell behind is still given while the next is made', async (context) => {
      const { shop, answer, snapshots, latest } = await opened(context)
      await shop.push(shop.first, [shop.first.write(), shop.first.write()])
      expect(await answer(shop)).toEqual({ is: 'none' })
      await shop.push(shop.first, [shop.first.write()])
      expect(await answer(shop)).toMatchObject({ is: 'building' })
      const first = await latest(shop)
      await shop.push(shop.first, [shop.first.write(), shop.first.write(), shop.first.write()])
      expect(await answer(shop)).toEqual({ is: 'snapshot', snapshot: first })
      await snapshots.settled()
      const second = await latest(shop)
      expect([first.seq, second.seq]).toEqual([3, 6])
      // Whoever is still fetching the first may finish.
      expect(await snapshots.chunk(memberOf(shop), first.id, 0)).not.toBeNull()
    })

    test('[G6] [Y34] where the feed begins late there is always one that reaches it, and the log behind it is still given', async (context) => {
      const { stores, shop, answer, snapshots, latest } = await opened(context)
      await shop.push(shop.first, [shop.first.write(), shop.first.write(), shop.first.write()])
      const early = await latest(shop)
      await shop.push(shop.first, [shop.first.write()])
      await beginFeedAfter(stores, shop.org, 4)
      expect(await shop.pull(shop.first, 3)).toEqual({ is: 'gone', feedFrom: 4, epoch: shop.epoch })
      const kept = await readFeed(stores.store, memberOf(shop), { after: 1, limit: 9, epoch: null, onlyToKeep: true })
      expect(kept).toMatchObject({ is: 'page', rows: [{ seq: 2 }, { seq: 3 }, { seq: 4 }], head: 4 })
      expect(early.seq).toBe(3)
      expect(await answer(shop)).toMatchObject({ is: 'building' })
      await snapshots.settled()
      expect(await answer(shop)).toMatchObject({ is: 'snapshot', snapshot: { seq: 4 } })
      // Too short a feed for a snapshot, were it whole.
      const small = await openShop(stores)
      await small.push(small.first, [small.first.write()])
      await beginFeedAfter(stores, small.org, 1)
      expect((await latest(small)).seq).toBe(1)
    })

    test('[Y21] one of an earlier epoch is given to nobody', async (context) => {
      const { stores, shop } = await opened(context)
      await shop.push(shop.first, [shop.first.write()])
      const manifest = { id: randomUUID(), seq: 1, epoch: randomUUID(), chunks: [], shapes: {} }
      await stores.store.snapshots.build(shop.org, (reading) => reading.publish(manifest))
      const snapshots = new Snapshots({
        store: stores.store,
        entities,
        rows: { worth: 1, age: 9 },
        newId: randomUUID,
        problem: () => undefined,
      })
      expect(await snapshots.answer(memberOf(shop))).toMatchObject({ is: 'building' })
      await snapshots.settled()
      expect(await snapshots.answer(memberOf(shop))).toMatchObject({ is: 'snapshot', snapshot: { epoch: shop.epoch } })
    })

    test('[Y2] [Y19] nobody else gets a chunk, and a building that fails leaves nothing behind', async (context) => {
      const { stores, shop, snapshots, latest } = await opened(context)
      const stranger = await openShop(stores)
      for (const one of [shop, stranger])
        await one.push(one.first, [one.first.write(), one.first.write(), one.first.write()])
      const { id } = await latest(shop)
      expect(await snapshots.chunk(memberOf(shop), id, 0)).not.toBeNull()
      expect(await snapshots.chunk(memberOf(shop), id, 1)).toBeNull()
      expect(await snapshots.chunk(memberOf(stranger), id, 0)).toBeNull()
      expect(await snapshots.chunk({ org: shop.org, station: stranger.first.station }, id, 0)).toBeNull()
      expect(await snapshots.answer({ org: shop.org, station: stranger.first.station })).toBeNull()
      const failed = randomUUID()
      const building = stores.store.snapshots.build(shop.org, async (reading) => {
        await reading.keepChunk(failed, 0, new Uint8Array([1]))
        throw new Error('the power went')
      })
      await expect(building).rejects.toThrow('the power went')
      expect(await snapshots.chunk(memberOf(shop), failed, 0)).toBeNull()
      expect((await latest(shop)).id).toBe(id)
    })
  })
}
