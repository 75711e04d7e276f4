import { randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import { hlcOf } from '#shared/kernel/change/clock.ts'
import type { PushAnswer } from '#shared/sync/wire.ts'
import { openShop, type Shop, type StoresUnderTest, testNow } from '#tests/support/cloud-for-test.ts'
import { wireWriter } from '#tests/support/wire-writer.ts'

type Taken = Extract<PushAnswer, { is: 'taken' }>

function taken(answer: PushAnswer | null): Taken {
  if (answer?.is !== 'taken') throw new Error(`not taken: ${JSON.stringify(answer)}`)
  return answer
}

const verdicts = (answer: PushAnswer | null) => taken(answer).answers.map((each) => [each.verdict, each.code])

/** What every store does, whatever it keeps its rows in. */
export function cloudStoreSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const shopOf = async (context: TestContext): Promise<Shop> => openShop(await open(context))

  describe(`the log over ${name}`, () => {
    test('[Y6] [Y9] changes of several stations get one gapless seq, others come whole, own ones as an echo', async (context) => {
      const shop = await shopOf(context)
      const second = await shop.join()
      const [a, b, c] = [
        shop.first.write(),
        second.write({ reason: 'ünï \u0000 "quoted", {braced} \\' }),
        shop.first.write(),
      ]
      expect(taken(await shop.push(shop.first, [a])).head).toBe(1)
      await shop.push(second, [b])
      await shop.push(shop.first, [c])
      const page = await shop.pull(shop.first)
      expect(page).toEqual({
        is: 'page',
        head: 3,
        epoch: shop.epoch,
        rows: [
          { seq: 1, sseq: 1, hlcEff: a.hlc, verdict: 'accepted', code: null, detail: null, own: true },
          {
            ...{ seq: 2, sseq: 1, hlcEff: b.hlc, verdict: 'accepted', code: null, detail: null },
            ...{ station: second.station, stationCode: 'B', change: b },
          },
          { seq: 3, sseq: 2, hlcEff: c.hlc, verdict: 'accepted', code: null, detail: null, own: true },
        ],
      })
      expect(await shop.pull(second, 1, 1)).toMatchObject({ rows: [{ seq: 2, own: true }], head: 3 })
      expect(await shop.pull(second, 3)).toMatchObject({ rows: [], head: 3 })
    })

    test('[Y4] [Y5] a push sent twice is answered as it was answered then, and adds nothing', async (context) => {
      const shop = await shopOf(context)
      const doc = randomUUID()
      const changes = [
        shop.first.write({ doc, entity: 'sales_order', fields: { status: [null, 'confirmed'] } }),
        shop.first.write({ doc, entity: 'sales_order', kind: 'move', fields: { status: ['draft', 'cancelled'] } }),
      ]
      const once = taken(await shop.push(shop.first, changes))
      const again = taken(await shop.push(shop.first, [...changes, shop.first.write()]))
      expect(again.answers.slice(0, 2)).toEqual(once.answers)
      expect(once.answers.map((each) => each.verdict)).toEqual(['accepted', 'refused'])
      expect([once.head, again.head]).toEqual([2, 3])
    })

    test('[Y5] after a gap nothing is taken and the wanted counter is named', async (context) => {
      const shop = await shopOf(context)
      const [one, , three] = [shop.first.write(), shop.first.write(), shop.first.write()]
      await shop.push(shop.first, [one])
      expect(await shop.push(shop.first, [three])).toEqual({ is: 'gap', expected: 2, epoch: shop.epoch })
      expect(await shop.pull(shop.first)).toMatchObject({ head: 1 })
    })

    test('[Y13] the same counter with another hash, and a chain that does not follow, are a fork', async (context) => {
      const shop = await shopOf(context)
      const copy = wireWriter(shop.first.station)
      await shop.push(shop.first, [shop.first.write(), shop.first.write()])
      const [copied, second, third] = [copy.write(), copy.write(), copy.write()]
      expect(await shop.push(shop.first, [copied])).toEqual({ is: 'forked', sseq: 1 })
      expect(await shop.push(shop.first, [second])).toEqual({ is: 'forked', sseq: 2 })
      expect(await shop.push(shop.first, [third])).toEqual({ is: 'forked', sseq: 3 })
      const altered = { ...shop.first.write(), actor: 'somebody else' }
      expect(await shop.push(shop.first, [altered])).toEqual({ is: 'forked', sseq: 3 })
      expect(await shop.pull(shop.first)).toMatchObject({ head: 2 })
    })

    test('[Y1] [Y7] what cannot be read, and an unknown kind, are kept as they came and stand in nobody’s way', async (context) => {
      const shop = await shopOf(context)
      const second = await shop.join()
      const unreadable = { sseq: 1, hash: 'f'.repeat(64), of: ['a version', { to: 'come' }] }
      expect(verdicts(await shop.push(second, [unreadable]))).toEqual([['quarantined', 'change.unreadable']])
      const sent = [
        shop.first.write({ kind: 'fold' }),
        shop.first.write({ fields: ['no', 'pairs'] }),
        shop.first.write({ entity: 'of_a_newer_version', fields: { 'new.field': [null, { x: 1 }] } }),
        { ...shop.first.write({ entity: 'a\u0000b' }) },
        shop.first.write(),
      ]
      expect(verdicts(await shop.push(shop.first, sent))).toEqual([
        ['quarantined', 'change.unknownKind'],
        ['quarantined', 'change.unreadable'],
        ['accepted', null],
        ['quarantined', 'change.unreadable'],
        ['accepted', null],
      ])
      const page = await shop.pull(second)
      const rows = page?.is === 'page' ? page.rows : []
      expect(rows.flatMap((row) => ('change' in row ? [row.change] : []))).toEqual(sent)
      const toFirst = await shop.pull(shop.first, 0, 1)
      expect(toFirst).toMatchObject({ rows: [{ change: unreadable, station: second.station }] })
    })

    test('[Y8] a group with a guarded move that has moved on falls whole; the other group of the command stands', async (context) => {
      const shop = await shopOf(context)
      const second = await shop.join()
      const doc = randomUUID()
      const order = { doc, entity: 'sales_order' }
      await shop.push(shop.first, [shop.first.write({ ...order, fields: { status: [null, 'confirmed'] } })])
      const move = { ...order, kind: 'move', fields: { status: ['confirmed', 'in_production'] } }
      expect(verdicts(await shop.push(shop.first, [shop.first.write(move)]))).toEqual([['accepted', null]])
      const commandId = randomUUID()
      const answer = await shop.push(second, [
        second.write({ ...order, commandId, kind: 'set', fields: { instructions: [null, 'fold twice'] } }),
        second.write({ ...move, commandId, groupNo: 1 }),
        second.write({ commandId, groupNo: 1 }),
      ])
      expect(verdicts(answer)).toEqual([
        ['accepted', null],
        ['refused', 'document.movedOn'],
        ['refused', 'document.movedOn'],
      ])
      expect(JSON.parse(taken(answer).answers[1]?.detail ?? '')).toEqual({
        doc,
        path: 'status',
        found: 'in_production',
        expected: 'confirmed',
      })
    })

    test('[Y8] a field that is locked in the standing status does not change', async (context) => {
      const shop = await shopOf(context)
      const order = { doc: randomUUID(), entity: 'sales_order' }
      const answer = await shop.push(shop.first, [
        shop.first.write({ ...order, fields: { status: [null, 'closed'] } }),
        shop.first.write({ ...order, kind: 'set', fields: { vatTreatment: [null, 'reverse_charge'] } }),
        shop.first.write({ ...order, kind: 'set', fields: { instructions: [null, 'still open'] } }),
      ])
      expect(verdicts(answer)).toEqual([
        ['accepted', null],
        ['refused', 'document.locked'],
        ['accepted', null],
      ])
    })

    test('[Y10] a stamp far ahead takes effect right after the highest accepted, and orders the next edits after it', async (context) => {
      const shop = await shopOf(context)
      const ahead = hlcOf(testNow + 3_600_000, 0)
      const answer = taken(
        await shop.push(shop.first, [
          shop.first.write({ hlc: ahead }),
          shop.first.write({ hlc: hlcOf(testNow + 59_000, 7) }),
          shop.first.write({ hlc: ahead }),
        ]),
      )
      expect(answer.answers.map((each) => each.hlcEff)).toEqual([
        hlcOf(testNow, 1),
        hlcOf(testNow + 59_000, 7),
        hlcOf(testNow + 59_000, 8),
      ])
      const second = await shop.join()
      const page = await shop.pull(second)
      expect(page).toMatchObject({ rows: [{ change: { hlc: ahead } }, {}, {}] })
    })

    test('[Y9] a page runs on to the end of its command', async (context) => {
      const shop = await shopOf(context)
      const commandId = randomUUID()
      const changes = [shop.first.write(), ...[0, 0, 1, 2].map((groupNo) => shop.first.write({ commandId, groupNo }))]
      await shop.push(shop.first, [...changes, shop.first.write()])
      const pages = await Promise.all([1, 2, 5, 6].map((limit) => shop.pull(shop.first, 0, limit)))
      expect(pages.map((page) => (page?.is === 'page' ? page.rows.length : 0))).toEqual([1, 5, 5, 6])
    })

    test('[Y12] who knows an epoch that nobody else does goes back to the beginning, and is told its own counter', async (context) => {
      const shop = await shopOf(context)
      await shop.push(shop.first, [shop.first.write(), shop.first.write()], shop.epoch)
      const other = { is: 'otherEpoch', epoch: shop.epoch, since: 0, lastSseq: 2 }
      expect(await shop.push(shop.first, [shop.first.write()], randomUUID())).toEqual(other)
      expect(await shop.pull(shop.first, 9, 10, randomUUID())).toEqual(other)
    })

    test('[Y2] two organisations see nothing of each other, and a stranger learns nothing', async (context) => {
      const stores = await open(context)
      const [here, there] = [await openShop(stores), await openShop(stores)]
      const doc = randomUUID()
      await here.push(here.first, [here.first.write({ doc })])
      await there.push(there.first, [there.first.write({ doc, fields: { note: [null, 'another shop’s'] } })])
      expect(await there.pull(there.first)).toMatchObject({ head: 1, rows: [{ own: true }] })
      expect(await stores.accounts.history(here.org, doc, 0, 10)).toMatchObject([{ station: here.first.station }])
      const [foreign, nowhere] = [here.first, { station: randomUUID() }]
      expect([await there.pull(foreign), await there.pull(nowhere)]).toEqual([null, null])
      expect([await there.push(foreign, [here.first.write()]), await there.push(nowhere, [{}])]).toEqual([null, null])
      expect(await stores.store.feed(randomUUID(), 0, 10)).toBeUndefined()
    })

    test('[Y3] [Y6] eight stations that push at once leave no hole, and each hears of the end', async (context) => {
      const stores = await open(context)
      const shop = await openShop(stores)
      const stations = [shop.first]
      while (stations.length < 8) stations.push(await shop.join())
      let heard = 0
      const stop = stores.store.onMoved((org, seq) => {
        if (org === shop.org) heard = Math.max(heard, seq)
      })
      await Promise.all(
        stations.map(async (station) => {
          for (let round = 0; round < 5; round += 1)
            taken(await shop.push(station, [station.write(), station.write(), station.write()]))
        }),
      )
      const page = await shop.pull(shop.first)
      const rows = page?.is === 'page' ? page.rows : []
      expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
      await expect.poll(() => heard).toBe(120)
      stop()
      const kept = (await stores.store.feed(shop.org, 0, 1000))?.rows ?? []
      expect(new Set(kept.map((each) => each.chain)).size).toBe(120)
    })

    test('[Y5] a failure within a push leaves nothing behind', async (context) => {
      const stores = await open(context)
      const shop = await openShop(stores)
      const spoiled = stores.store.transact(shop.org, async (tx) => {
        await tx.keep({ head: { seq: 9, hlc: hlcOf(1, 1), chain: 'f'.repeat(64) } })
        throw new Error('the power went')
      })
      await expect(spoiled).rejects.toThrow('the power went')
      expect(taken(await shop.push(shop.first, [shop.first.write()])).answers).toMatchObject([{ seq: 1 }])
    })
  })
}
