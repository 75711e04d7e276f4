import { randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import { entities } from '#cloud/entities.ts'
import { Digests } from '#cloud/sync/digests.ts'
import { staleKinds } from '#cloud/sync/fold-anew.ts'
import { takePush } from '#cloud/sync/push.ts'
import { Snapshots } from '#cloud/sync/snapshots.ts'
import { documentEntity, type Entity, free, guarded } from '#shared/kernel/change/entity.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import { openShop, type Shop, type StoresUnderTest, testNow } from '#tests/support/cloud-for-test.ts'

type Entities = ReadonlyMap<string, Entity>

const job = documentEntity('bindery_job', { title: free(''), stage: guarded('open', ['open', 'folded', 'bound']) })
/** Knows the kind, and of one field not that it moves. */
const jobBefore = documentEntity('bindery_job', { title: free('') })
const [before, halfway, now] = [
  entities,
  new Map([...entities, [jobBefore.name, jobBefore]]),
  new Map([...entities, [job.name, job]]),
]

/** A cloud that is updated while a shop works on it, over every store (Y37). */
export function foldAnewSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const opened = async (context: TestContext) => {
    const stores = await open(context)
    const { store } = stores
    const shop = await openShop(stores)
    const who = { org: shop.org, station: shop.first.station }
    const push = async (as: Entities, ...changes: unknown[]) => {
      const answer = await takePush(store, as, who, { wire: wireVersion, epoch: null, changes }, testNow)
      if (answer?.is !== 'taken') throw new Error(`not taken: ${answer?.is}`)
      return answer.answers.map(({ verdict }) => verdict)
    }
    const head = async () => {
      const found = (await store.feed(shop.org, 0, 0))?.head
      if (found === undefined) throw new Error('no head')
      return found
    }
    const digest = async (as: Entities, seq: number) =>
      new Digests({ store, entities: as, clock: () => testNow }).answer(who, {
        wire: wireVersion,
        epoch: shop.epoch,
        seq,
      })
    const documents = async (kind: string) =>
      (await store.documents(shop.org, { which: { of: [kind] }, after: null, limit: 1000 }))?.documents ?? []
    return { store, shop, who, push, head, digest, documents }
  }
  const born = (shop: Shop, doc: string) =>
    shop.first.write({ doc, entity: job.name, fields: { title: [null, 'Cards'], stage: [null, 'open'] } })
  const moved = (shop: Shop, doc: string, from: string, to: string) =>
    shop.first.write({ doc, entity: job.name, kind: 'move', fields: { stage: [from, to] } })

  describe(`a cloud over ${name} that is updated`, () => {
    test('[Y1] [Y37] guards a kind that it has learned by what was written before it did, from the first push on', async (context) => {
      const { shop, push, head } = await opened(context)
      const doc = randomUUID()
      await push(before, born(shop, doc), moved(shop, doc, 'open', 'folded'))
      expect([...staleKinds(await head(), now)]).toEqual([job.name])
      expect(await push(now, moved(shop, doc, 'open', 'bound'))).toEqual(['refused'])
      expect(await push(now, moved(shop, doc, 'folded', 'bound'))).toEqual(['accepted'])
    })

    test.for([
      ['had not known the kind', before],
      ['had not known that the field moves', halfway],
    ] as const)(
      '[Y37] that %s has the documents it would have had all along, slice by slice',
      async ([, older], context) => {
        const { shop, push, head, digest, documents } = await opened(context)
        const docs = Array.from({ length: 230 }, () => randomUUID())
        await push(older, ...docs.map((doc) => born(shop, doc)))
        const contested = docs[7] ?? ''
        const both = [moved(shop, contested, 'open', 'folded'), moved(shop, contested, 'open', 'bound')]
        expect(await push(older, ...both)).toEqual(['accepted', 'accepted'])
        const answer = await digest(now, 232)
        if (answer?.is !== 'digest') throw new Error(`no digest: ${answer?.is}`)
        expect(answer.entities.find(({ entity }) => entity === job.name)).toMatchObject({ count: 230 })
        expect(staleKinds(await head(), now).size).toBe(0)
        const found = await documents(job.name)
        expect(found.map(({ id }) => id).sort()).toEqual([...docs].sort())
        expect(found.find(({ id }) => id === contested)?.document.values.stage).toBe('folded')
      },
    )

    test('[Y37] while an older program still writes beside it, neither takes the other’s documents for its own', async (context) => {
      const { shop, push, head, digest, documents } = await opened(context)
      const doc = randomUUID()
      await push(now, born(shop, doc))
      expect(staleKinds(await head(), now).size).toBe(0)
      await push(before, moved(shop, doc, 'open', 'folded'))
      expect([...staleKinds(await head(), now)]).toEqual([job.name])
      expect((await digest(now, 2))?.is).toBe('digest')
      expect((await documents(job.name))[0]?.document.values.stage).toBe('folded')
      await push(halfway, moved(shop, doc, 'open', 'bound'))
      expect((await digest(now, 3))?.is).toBe('digest')
      expect((await documents(job.name))[0]?.document.values.stage).toBe('folded')
    })

    test('[Y21] [Y37] gives nobody the snapshot that it made before', async (context) => {
      const { store, shop, who, push } = await opened(context)
      const doc = randomUUID()
      await push(before, born(shop, doc), shop.first.write())
      const snapshotsOf = (as: Entities) =>
        new Snapshots({
          ...{ store, entities: as, rows: { worth: 1, age: 100 }, newId: randomUUID },
          problem: (what, error) => {
            throw new Error(what, { cause: error })
          },
        })
      const make = async (snapshots: Snapshots) => {
        expect(await snapshots.answer(who)).toMatchObject({ is: 'building' })
        await snapshots.settled()
        const made = await snapshots.answer(who)
        return made?.is === 'snapshot' ? made.snapshot.chunks.reduce((sum, each) => sum + each.documents, 0) : 0
      }
      expect(await make(snapshotsOf(before))).toBe(1)
      expect(await make(snapshotsOf(now))).toBe(2)
    })
  })
}
