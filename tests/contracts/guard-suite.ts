import { randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import { setAside } from '#cloud/sync/push.ts'
import { hlcOf } from '#shared/kernel/change/clock.ts'
import type { Answered, PushAnswer } from '#shared/sync/wire.ts'
import { openShop, type Shop, type StoresUnderTest, testNow } from '#tests/support/cloud-for-test.ts'
import type { WireWriter, Wish } from '#tests/support/wire-writer.ts'

function answersOf(answer: PushAnswer | null): readonly Answered[] {
  if (answer?.is !== 'taken') throw new Error(`not taken: ${JSON.stringify(answer)}`)
  return answer.answers
}
const said = (answer: PushAnswer | null) => answersOf(answer).map(({ verdict, code }) => [verdict, code])

interface Founded extends Shop {
  readonly boss: string
  /** Somebody of a role, added by the boss. */
  hire(role: string, grants?: Readonly<Record<string, 'given' | 'withheld'>>): Promise<string>
  /** The verdict on one change, by a station that is in. */
  judge(wish: Wish, from?: WireWriter): Promise<readonly [string, string | null]>
}

/** A shop after its first start: a company, and an administrator who is the first to write. */
async function founded(stores: StoresUnderTest): Promise<Founded> {
  const shop = await openShop(stores)
  const boss = randomUUID()
  const start = { commandId: randomUUID(), command: 'company.setUp', actor: boss }
  const judge: Founded['judge'] = async (wish, from = shop.first) => {
    const [{ verdict, code } = { verdict: '', code: null }] = answersOf(await shop.push(from, [from.write(wish)]))
    return [verdict, code]
  }
  await shop.push(shop.first, [
    shop.first.write({ ...start, entity: 'company', doc: shop.org, fields: { name: [null, 'De Kade'] } }),
    shop.first.write({ ...start, groupNo: 1, entity: 'user', doc: boss, fields: { role: [null, 'administrator'] } }),
  ])
  const hire: Founded['hire'] = async (role, grants = {}) => {
    const doc = randomUUID()
    const given = Object.entries(grants).map(([grant, how]) => [`grants.${grant}`, [null, how]])
    const fields = { role: [null, role], ...Object.fromEntries(given) }
    expect(await judge({ actor: boss, command: 'user.add', entity: 'user', doc, fields })).toEqual(['accepted', null])
    return doc
  }
  return { ...shop, boss, hire, judge }
}

const order = { entity: 'sales_order', command: 'salesOrder.take' }
const payment = { entity: 'payment', command: 'payment.receive', kind: 'post', fields: { amount: [null, 2420] } }

/** What a station that is let in may not do all the same (reliability I14), over every store. */
export function guardSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const shopOf = async (context: TestContext): Promise<Founded> => founded(await open(context))

  describe(`the guards over ${name}`, () => {
    test('[G1] [I14] nobody, somebody disabled and somebody without the right are refused, and it is in the log', async (context) => {
      const shop = await shopOf(context)
      const [clerk, packer] = [await shop.hire('counter'), await shop.hire('warehouse')]
      expect(await shop.judge({ ...order, actor: clerk })).toEqual(['accepted', null])
      expect(await shop.judge({ ...order, actor: packer })).toEqual(['refused', 'author.withoutRight'])
      expect(await shop.judge({ ...order, actor: randomUUID() })).toEqual(['refused', 'author.unknown'])
      expect(await shop.judge({ ...order, actor: 'no id at all' })).toEqual(['refused', 'author.unknown'])
      const dismissal = { actor: shop.boss, entity: 'user', doc: clerk, command: 'user.archive', kind: 'set' }
      await shop.judge({ ...dismissal, fields: { archived: [null, true] } })
      expect(await shop.judge({ ...order, actor: clerk })).toEqual(['refused', 'author.disabled'])
      const page = await shop.pull(await shop.join())
      const rows = page?.is === 'page' ? page.rows : []
      const refused = rows.filter((row) => row.verdict === 'refused')
      expect(refused).toHaveLength(4)
      expect(JSON.parse(refused[0]?.detail ?? '')).toEqual({
        ...{ actor: packer, command: 'salesOrder.take', entity: 'sales_order', why: 'author.withoutRight' },
      })
      expect(refused.every((row) => 'change' in row)).toBe(true)
    })

    test('[G1] [I14] a right is for a command on a kind of document, and a command of its own name opens nothing', async (context) => {
      const shop = await shopOf(context)
      const packer = await shop.hire('warehouse')
      const role = { entity: 'user', doc: packer, kind: 'set', fields: { role: ['warehouse', 'administrator'] } }
      // The packer may write a note; saying so on an order, or on their own record, does not help.
      for (const wish of [
        { entity: 'sales_order', command: 'salesOrder.note' },
        { ...role, command: 'salesOrder.note' },
        { ...role, command: 'user.change' },
        { ...role, command: 'made.up' },
        { ...role, command: 'company.setUp' },
        { entity: 'user', command: 'company.setUp', fields: { role: [null, 'administrator'] } },
      ])
        expect([wish.command, await shop.judge({ ...wish, actor: packer })]).toEqual([
          wish.command,
          ['refused', 'author.withoutRight'],
        ])
      // Nor does the administrator: the first start is over, and what nobody knows takes somebody who may do everything.
      expect(await shop.judge({ ...role, actor: shop.boss, command: 'company.setUp' })).toEqual([
        'refused',
        'author.withoutRight',
      ])
      expect(await shop.judge({ ...role, actor: shop.boss, command: 'of.aNewerVersion' })).toEqual(['accepted', null])
    })

    test('[G1] grants that a person has beside the role, or lacks of it, count', async (context) => {
      const shop = await shopOf(context)
      const helped = await shop.hire('warehouse', { 'salesOrder.take': 'given' })
      const curbed = await shop.hire('counter', { 'salesOrder.take': 'withheld' })
      expect(await shop.judge({ ...order, actor: helped })).toEqual(['accepted', null])
      expect(await shop.judge({ ...order, actor: curbed })).toEqual(['refused', 'author.withoutRight'])
    })

    test('[G1] what is somebody’s own is written by them alone', async (context) => {
      const shop = await shopOf(context)
      const [one, other] = [await shop.hire('counter'), await shop.hire('counter')]
      const setting = (scope: string, scopeId: string) => ({ scope: [null, scope], scopeId: [null, scopeId] })
      const wish = { entity: 'setting', command: 'preference.put', actor: one, doc: randomUUID() }
      expect(await shop.judge({ ...wish, fields: setting('user', one) })).toEqual(['accepted', null])
      const foreign = { ...wish, actor: other, kind: 'set' }
      for (const fields of [{ value: [null, 1] }, { scopeId: [one, other] }])
        expect(await shop.judge({ ...foreign, fields })).toEqual(['refused', 'author.withoutRight'])
      const ofCompany = { ...wish, doc: randomUUID(), fields: setting('company', shop.org) }
      expect(await shop.judge(ofCompany)).toEqual(['refused', 'author.withoutRight'])
    })

    test('[G2] money that was taken is never refused: it stands, flagged, whoever is said to have taken it', async (context) => {
      const shop = await shopOf(context)
      const packer = await shop.hire('warehouse')
      expect(await shop.judge({ ...payment, actor: packer })).toEqual(['flagged', 'author.withoutRight'])
      expect(await shop.judge({ ...payment, actor: randomUUID() })).toEqual(['flagged', 'author.unknown'])
      expect(await shop.judge({ ...payment, actor: shop.boss })).toEqual(['accepted', null])
      // With an order in the same group it is no fact any more.
      const commandId = randomUUID()
      const mixed = [
        shop.first.write({ ...payment, commandId, actor: packer }),
        shop.first.write({ ...order, commandId, actor: packer }),
      ]
      expect(said(await shop.push(shop.first, mixed))).toEqual([
        ['refused', 'author.withoutRight'],
        ['refused', 'author.withoutRight'],
      ])
    })

    test('[G1] [G2] a clerk who was offline and disabled meanwhile: what came before stands flagged, what came after is refused, the payments stand', async (context) => {
      const shop = await shopOf(context)
      const clerk = await shop.hire('counter')
      const away = await shop.join()
      const dismissal = { actor: shop.boss, entity: 'user', doc: clerk, command: 'user.archive', kind: 'set' }
      const at = (seconds: number) => hlcOf(testNow + seconds * 1000, 0)
      await shop.judge({ ...dismissal, hlc: at(10), fields: { archived: [null, true] } })
      const offline = [
        away.write({ ...order, actor: clerk, hlc: at(5) }),
        away.write({ ...payment, actor: clerk, hlc: at(6) }),
        away.write({ ...order, actor: clerk, hlc: at(15) }),
        away.write({ ...payment, actor: clerk, hlc: at(16) }),
        away.write({ ...order, actor: shop.boss, hlc: at(17) }),
      ]
      expect(said(await shop.push(away, offline))).toEqual([
        ['flagged', 'author.leftSince'],
        ['flagged', 'author.leftSince'],
        ['refused', 'author.disabled'],
        ['flagged', 'author.disabled'],
        ['accepted', null],
      ])
      // Taken back in: what is written from then on stands, what was written in between does not.
      await shop.judge({ ...dismissal, command: 'user.restore', hlc: at(30), fields: { archived: [true, false] } })
      expect(await shop.judge({ ...order, actor: clerk, hlc: at(20) }, away)).toEqual(['refused', 'author.disabled'])
      expect(await shop.judge({ ...order, actor: clerk, hlc: at(31) }, away)).toEqual(['accepted', null])
    })

    test('[G1] rights that change within one push count from where they change', async (context) => {
      const shop = await shopOf(context)
      const packer = await shop.hire('warehouse')
      const promotion = { actor: shop.boss, entity: 'user', doc: packer, command: 'user.change', kind: 'set' }
      const pushed = [
        shop.first.write({ ...order, actor: packer }),
        shop.first.write({ ...promotion, fields: { role: ['warehouse', 'counter'] } }),
        shop.first.write({ ...order, actor: packer }),
      ]
      expect(said(await shop.push(shop.first, pushed)).map(([verdict]) => verdict)).toEqual([
        'refused',
        'accepted',
        'accepted',
      ])
    })

    test('[G3] a document stays what it was born as, is born once, and bears its own station’s numbers', async (context) => {
      const shop = await shopOf(context)
      const [other, packer] = [await shop.join(), await shop.hire('warehouse')]
      const actor = shop.boss
      const doc = randomUUID()
      const number = (station: string) => ({ series: 'sales_order', station, year: 2026, counter: 1, text: 'n' })
      await shop.judge({ ...order, actor, doc, fields: { status: [null, 'confirmed'], number: [null, number('A')] } })
      const again = { ...order, actor, doc, fields: { status: [null, 'closed'] } }
      expect(await shop.judge(again)).toEqual(['refused', 'document.movedOn'])
      const asParty = { actor, doc: packer, kind: 'set', fields: { role: ['warehouse', 'administrator'] } }
      expect(await shop.judge(asParty)).toEqual(['refused', 'document.otherKind'])
      const takesOver = { ...order, actor, hlc: hlcOf(testNow, 0), fields: { number: [null, number('A')] } }
      expect(await shop.judge(takesOver, other)).toEqual(['refused', 'document.numberOfOther'])
      expect(await shop.judge({ ...takesOver, fields: { number: [null, 'A1'] } })).toEqual([
        'refused',
        'document.numberOfOther',
      ])
      expect(await shop.judge({ ...takesOver, fields: { number: [null, number('B')] } }, other)).toEqual([
        'accepted',
        null,
      ])
      // A move that moves nothing is none, and what is locked stays locked for it.
      await shop.judge({
        actor,
        ...order,
        doc,
        command: 'salesOrder.close',
        kind: 'move',
        fields: { status: ['confirmed', 'closed'] },
      })
      const creeping = { ...order, actor, doc, command: 'salesOrder.change', kind: 'move' }
      expect(await shop.judge({ ...creeping, fields: { vatTreatment: [null, 'reverse_charge'] } })).toEqual([
        'refused',
        'document.locked',
      ])
    })

    test('[G4] what is set aside keeps its place in the order, is folded by nobody, and the next change goes on', async (context) => {
      const stores = await open(context)
      const shop = await founded(stores)
      const doc = randomUUID()
      const poison = shop.first.write({ ...order, actor: shop.boss, doc, fields: { status: [null, 'confirmed'] } })
      const who = { org: shop.org, station: shop.first.station }
      const request = { wire: 1 as const, epoch: null, changes: [poison] }
      const answer = await setAside(stores.store, who, request, testNow)
      expect(said(answer)).toEqual([['quarantined', 'change.setAside']])
      expect(said(await setAside(stores.store, who, request, testNow))).toEqual(said(answer))
      expect(await shop.judge({ ...order, actor: shop.boss, doc })).toEqual(['accepted', null])
      const folded = await stores.store.transact(shop.org, (tx) => tx.documents([doc]))
      expect(folded?.get(doc)?.document.values).toEqual({ note: 'as agreed' })
    })

    test('[G5] what a station that was shut out still holds is kept for a person, and nothing of it is folded', async (context) => {
      const stores = await open(context)
      const shop = await founded(stores)
      const lost = await shop.join()
      await shop.accounts.revoke({ org: shop.org, station: shop.first.station }, lost.station)
      const held = [lost.write({ ...order, actor: shop.boss }), lost.write({ ...payment, actor: shop.boss })]
      expect(await shop.push(lost, held)).toBeNull()
      const who = { org: shop.org, station: lost.station }
      const answer = await setAside(stores.store, who, { wire: 1, epoch: null, changes: held }, testNow)
      expect(said(answer)).toEqual(held.map(() => ['quarantined', 'station.revoked']))
      const page = await shop.pull(shop.first)
      expect(page?.is === 'page' && page.rows.slice(-2)).toMatchObject(held.map((change) => ({ change })))
      expect(await shop.pull(lost)).toBeNull()
    })

    test('[Y1] [Y3] what a newer version says in the envelope is hashed, kept and handed on', async (context) => {
      const shop = await shopOf(context)
      const newer = shop.first.write({ ...order, actor: shop.boss, ...{ device: 'till 2', of: { a: [1] } } })
      expect(said(await shop.push(shop.first, [newer]))).toEqual([['accepted', null]])
      const page = await shop.pull(await shop.join())
      const rows = page?.is === 'page' ? page.rows : []
      expect(rows.at(-1)).toMatchObject({ change: newer })
      const stripped = { ...shop.first.write({ ...{ device: 'till 2' } }), device: undefined }
      expect(await shop.push(shop.first, [stripped])).toMatchObject({ is: 'forked' })
    })

    test('[Y13] a rewritten history is refused and kept, once for each place', async (context) => {
      const stores = await open(context)
      const shop = await founded(stores)
      const incident = { station: shop.first.station, what: 'forked' as const, sseq: 7 }
      await stores.accounts.addIncident(shop.org, incident, testNow)
      await stores.accounts.addIncident(shop.org, incident, testNow + 1)
      const kept = [{ ...incident, at: new Date(testNow).toISOString() }]
      expect(await stores.accounts.incidents(shop.org)).toEqual(kept)
      expect(await stores.accounts.incidents(randomUUID())).toEqual([])
    })
  })
}
