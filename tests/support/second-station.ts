import { entities } from '#cloud/entities.ts'
import { Digests } from '#cloud/sync/digests.ts'
import { memoryStore } from '#cloud/sync/memory-store.ts'
import { readFeed } from '#cloud/sync/pull.ts'
import { setAside, takePush } from '#cloud/sync/push.ts'
import { ArchiveBrake } from '#main/sync/archive-brake.ts'
import { LinkProblem } from '#main/sync/cloud-link.ts'
import type { RoundPorts } from '#main/sync/round-ports.ts'
import { SlicePace } from '#main/sync/slice-pace.ts'
import { pullOnce, pushOnce } from '#main/sync/sync-round.ts'
import { chainBegin } from '#shared/kernel/change/chain.ts'
import { createTestApp, type TestApp } from './create-test-app.ts'
import type { TestShop } from './test-shop.ts'

export interface PairedStations {
  readonly other: TestApp
  /** Rounds until neither has anything to send or to fetch. */
  inStep(): Promise<void>
}

/** A second station of a shop and a cloud between the two, in this process: the real push, judge and pull. */
export async function withSecondStation(shop: TestShop): Promise<PairedStations> {
  const cloud = memoryStore()
  const { org } = shop.app.station
  cloud.addOrg(org, '00000000-0000-7000-8000-000000000001')
  const other = createTestApp({ seed: 'B', clock: shop.clock, joins: { org, code: 'B' } })
  for (const { app } of [shop, other])
    cloud.addStation(org, {
      id: app.station.identity.id,
      code: app.station.identity.code,
      name: '',
      publicKey: '',
      lastSseq: 0,
      lastHash: chainBegin,
      revokedAt: null,
      appVersion: '',
      seenAt: null,
    })
  const digests = new Digests({ store: cloud, entities, clock: () => shop.clock.now() })
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  const granted = <T>(answer: T | null): T => {
    if (answer === null) throw new LinkProblem('notLetIn', 'not let in')
    return copy(answer)
  }
  const portsOf = (app: TestApp): RoundPorts => {
    const who = { org, station: app.app.station.identity.id }
    return {
      replica: app.app.replica,
      brake: new ArchiveBrake(app.app.services),
      link: {
        push: async (request) => granted(await takePush(cloud, entities, who, copy(request), shop.clock.now())),
        setAside: async (request) => granted(await setAside(cloud, who, copy(request), shop.clock.now())),
        pull: async (request) => granted(await readFeed(cloud, who, copy(request))),
        digest: async (request) => granted(await digests.answer(who, copy(request))),
        digestPage: async (request) => granted(await digests.page(who, copy(request))),
        // Two stations of a test have a short feed, and are told so.
        snapshot: async () => ({ is: 'none' }),
        snapshotChunk: async () => null,
      },
      now: () => new Date(shop.clock.now()).toISOString(),
      breathe: async () => {},
      applied: app.app.services.announceReceived,
      fetched: () => {},
      beginsAgain: () => {},
      behind: () => {},
      pace: new SlicePace(() => performance.now()),
    }
  }
  const inStep = async (): Promise<void> => {
    const ports = [shop, other].map(portsOf)
    for (let round = 0; round < 3; round += 1)
      for (const each of ports) {
        while (await pushOnce(each, { changes: 500, bytes: 1024 * 1024 }));
        while (await pullOnce(each));
      }
  }
  await inStep()
  other.actAs(shop.administratorId)
  return { other, inStep }
}
