// A shop of several stations on one cloud, in one process: the real core over real SQLite files, the real push and pull of
// the cloud over its store in memory. Clocks, network and crashes come from a seed.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import type { KeptStation } from '#cloud/sync/cloud-store.ts'
import { Digests } from '#cloud/sync/digests.ts'
import { type MemoryStore, memoryStore } from '#cloud/sync/memory-store.ts'
import { readFeed } from '#cloud/sync/pull.ts'
import { setAside, takePush } from '#cloud/sync/push.ts'
import { Snapshots } from '#cloud/sync/snapshots.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import { ArchiveBrake } from '#main/sync/archive-brake.ts'
import { bootstrapOnce } from '#main/sync/bootstrap-round.ts'
import { type CloudLink, LinkProblem } from '#main/sync/cloud-link.ts'
import { type Comparison, compareDocuments } from '#main/sync/compare-documents.ts'
import { FeedClosed, type RoundPorts } from '#main/sync/round-ports.ts'
import { SlicePace } from '#main/sync/slice-pace.ts'
import { ForkedStation, pullOnce, pushOnce } from '#main/sync/sync-round.ts'
import { chainBegin } from '#shared/kernel/change/chain.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { isOlderVersion } from '#shared/sync/app-version.ts'
import { createTestApp, type TestApp, type TestClock, testClock } from '#tests/support/create-test-app.ts'
import { createTestShop } from '#tests/support/test-shop.ts'
import type { SeededRandom } from './seeded-random.ts'
import { appVersionOf, entitiesOf, modulesOf, type Version } from './sim-versions.ts'

export interface SimStation {
  readonly code: string
  readonly clock: TestClock
  readonly folder: string
  app: TestApp
  version: Version
  isCut: boolean
  /** Ids of commands that were answered as done. */
  readonly done: string[]
  /** How often it was brought up afresh from a snapshot (Y34). */
  begunAgain: number
}

/** How often the network fails, as probabilities. */
export interface Weather {
  readonly lostRequest: number
  readonly lostAnswer: number
  readonly twice: number
  readonly crashWhileApplying: number
}

export const calm: Weather = { lostRequest: 0, lostAnswer: 0, twice: 0, crashWhileApplying: 0 }
export const storm: Weather = { lostRequest: 0.1, lostAnswer: 0.1, twice: 0.1, crashWhileApplying: 0.05 }

export class Crash extends Error {}

/** A set-up shop with nobody else in it, made once and copied for each run. */
export interface ShopTemplate {
  readonly folder: string
  readonly org: string
  readonly administratorId: string
  remove(): void
}

export async function makeTemplate(): Promise<ShopTemplate> {
  const folder = mkdtempSync(path(tmpdir(), 'counterproof-sim-template-'))
  const shop = await createTestShop({ folder })
  const { org } = shop.app.station
  await shop.close()
  return {
    folder,
    org,
    administratorId: shop.administratorId,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface SimShop {
  readonly org: string
  readonly cloud: MemoryStore
  readonly stations: readonly SimStation[]
  /** What the cloud knows at its present version. */
  readonly entities: ReadonlyMap<string, Entity>
  /** The program of the cloud; set, it is a newer one on the same data. */
  cloudVersion: Version
  /** Older programs may send and get nothing (G8); null: none is too old. */
  oldestClient: Version | null
  isTooOld(station: SimStation): boolean
  /** The same folder, opened by a newer program. */
  update(station: SimStation, to: Version): Promise<void>
  /** Puts a station's clock so many milliseconds ahead of the cloud's. */
  ahead(station: SimStation, milliseconds: number): void
  /** Time goes on, for everybody. */
  pass(milliseconds: number): void
  /** The cloud is put back to how it was when this was taken (Y12). */
  backUp(): () => void
  /** The feed begins so many rows before its end, or where it began if that is later (G6). */
  trimFeed(rowsLeft: number): Promise<void>
  /** One push or pull of a station in the given weather; what the network does to it is no error of the test. */
  exchange(station: SimStation, does: 'push' | 'pull', random: SeededRandom, weather: Weather): Promise<boolean>
  /** A station's documents beside the cloud's, on a line without faults (SPEC Y32). */
  compare(station: SimStation): Promise<Comparison>
  /** One more station, on an empty folder. */
  join(code: string, random: SeededRandom, version?: Version): Promise<SimStation>
  /** Closed and opened again, with something done to its folder in between. */
  reopen(station: SimStation, meanwhile?: (folder: string) => void): Promise<void>
  close(): Promise<void>
}

export const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']

export async function openSimShop(
  template: ShopTemplate,
  count: number,
  random: SeededRandom,
  modules?: readonly FeatureModule[],
  begins: { readonly cloud: Version; readonly stations: readonly Version[] } = { cloud: 1, stations: [] },
): Promise<SimShop> {
  const programOf = (version: Version) => ({ modules: modules ?? modulesOf(version) })
  const home = mkdtempSync(path(tmpdir(), 'counterproof-sim-'))
  const start = Date.parse('2026-11-19T13:07:00.000Z')
  const cloudClock = testClock(new Date(start).toISOString())
  const cloud = memoryStore()
  const { org } = template
  cloud.addOrg(org, '00000000-0000-7000-8000-000000000001')
  let epochs = 1
  let snapshotsMade = 0
  // Small enough that a shop of a hundred rows has one, and that it grows old before the next joins.
  const snapshotsOf = (entities: ReadonlyMap<string, Entity>) =>
    new Snapshots({
      store: cloud,
      entities,
      rows: { worth: 20, age: 40 },
      newId: () => {
        snapshotsMade += 1
        return `00000000-0000-7000-9000-${String(snapshotsMade).padStart(12, '0')}`
      },
      problem: (what, error) => {
        throw new Error(what, { cause: error })
      },
    })
  const digestsOf = (entities: ReadonlyMap<string, Entity>) =>
    new Digests({ store: cloud, entities, clock: () => cloudClock.now() })
  const cloudOf = (version: Version) => {
    const entities = entitiesOf(version)
    return { version, entities, snapshots: snapshotsOf(entities), digests: digestsOf(entities) }
  }
  let program = cloudOf(begins.cloud)
  let oldestClient: Version | null = null
  const stations: SimStation[] = []
  /** As each was let in. */
  const members: KeptStation[] = []
  /** A station that the cloud knows tells it of those that it does not know any more (SPEC Y36). */
  const vouch = async (who: string): Promise<void> => {
    const known = new Set(cloud.stationsOf(org).map(({ id }) => id))
    if (known.has(who)) for (const member of members) if (!known.has(member.id)) cloud.addStation(org, member)
  }
  const join = async (code: string, by: SeededRandom, version: Version = 1): Promise<SimStation> => {
    const folder = path(home, code)
    if (code === 'A') cpSync(template.folder, folder, { recursive: true })
    // Wrong by up to three minutes either way.
    const clock = testClock(new Date(start + Math.round((by.next() - 0.5) * 360_000)).toISOString())
    const app = createTestApp({
      folder,
      clock,
      seed: `${code}${by.next()}`,
      joins: { org, code },
      ...programOf(version),
    })
    app.actAs(template.administratorId)
    const member: KeptStation = {
      id: app.app.station.identity.id,
      code,
      name: `Station ${code}`,
      publicKey: '',
      lastSseq: 0,
      lastHash: chainBegin,
      revokedAt: null,
      appVersion: appVersionOf(version),
      seenAt: null,
    }
    members.push(member)
    cloud.addStation(org, member)
    const station: SimStation = { code, clock, folder, app, version, isCut: false, done: [], begunAgain: 0 }
    stations.push(station)
    return station
  }
  for (const [index, code] of codes.slice(0, count).entries()) await join(code, random, begins.stations[index])

  const linkOf = (station: SimStation, random: SeededRandom, weather: Weather): CloudLink => {
    const who = () => ({ org, station: station.app.app.station.identity.id })
    // With each token a station says what program it is.
    const tellVersion = async () => {
      const kept = await cloud.station(org, who().station)
      const appVersion = appVersionOf(station.version)
      if (kept !== undefined && kept.appVersion !== appVersion) cloud.addStation(org, { ...kept, appVersion })
    }
    const oldest = () => (oldestClient === null ? null : appVersionOf(oldestClient))
    const refuseTooOld = () => {
      const wanted = oldest()
      if (wanted !== null && isTooOld(station)) throw new FeedClosed({ is: 'tooOld', wanted })
    }
    const travel = async <A, B>(request: A, serve: (request: A) => Promise<B | null>): Promise<B> => {
      if (station.isCut || random.chance(weather.lostRequest)) throw new LinkProblem('unreachable', 'lost')
      await vouch(who().station)
      await tellVersion()
      const sent = copy(request)
      if (random.chance(weather.twice)) await serve(sent)
      const answer = await serve(copy(sent))
      if (random.chance(weather.lostAnswer)) throw new LinkProblem('unreachable', 'answer lost')
      if (answer === null) throw new LinkProblem('notLetIn', 'not let in')
      return copy(answer)
    }
    return {
      push: (request) => travel(request, (each) => takePush(cloud, program.entities, who(), each, cloudClock.now())),
      setAside: (request) => travel(request, (each) => setAside(cloud, who(), each, cloudClock.now())),
      pull: (request) => travel(request, (each) => readFeed(cloud, who(), each, oldest())),
      digest: (request) => travel(request, (each) => program.digests.answer(who(), each)),
      digestPage: (request) => travel(request, (each) => program.digests.page(who(), each)),
      snapshot: () =>
        travel({}, async () => {
          refuseTooOld()
          const answer = await program.snapshots.answer(who())
          await program.snapshots.settled()
          return answer
        }),
      snapshotChunk: async (snapshot, no) => {
        const { bytes } = await travel({}, async () => {
          refuseTooOld()
          const found = await program.snapshots.chunk(who(), snapshot, no)
          return { bytes: found === null ? null : Buffer.from(found).toString('base64') }
        })
        return bytes === null ? null : Buffer.from(bytes, 'base64')
      },
    }
  }

  const isTooOld = ({ version }: SimStation): boolean =>
    oldestClient !== null && isOlderVersion(appVersionOf(version), appVersionOf(oldestClient))

  const portsOf = (station: SimStation, random: SeededRandom, weather: Weather): RoundPorts => ({
    replica: station.app.app.replica,
    link: linkOf(station, random, weather),
    brake: new ArchiveBrake(station.app.app.services),
    now: () => new Date(station.clock.now()).toISOString(),
    breathe: async () => {
      if (random.chance(weather.crashWhileApplying)) throw new Crash()
    },
    behind: () => undefined,
    applied: station.app.app.services.announceReceived,
    fetched: () => {},
    beginsAgain: (is) => {
      if (is === 'done') station.begunAgain += 1
    },
    // Slices of every size: what a crash leaves between two of them must be right.
    pace: new SlicePace(() => random.below(60)),
  })

  const reopen = async (station: SimStation, meanwhile: (folder: string) => void = () => {}): Promise<void> => {
    const { folder, clock, code } = station
    await station.app.close()
    meanwhile(folder)
    station.app = createTestApp({ folder, clock, seed: `${code}${random.next()}`, ...programOf(station.version) })
    station.app.actAs(template.administratorId)
  }

  return {
    org,
    cloud,
    stations,
    get entities() {
      return program.entities
    },
    get cloudVersion() {
      return program.version
    },
    set cloudVersion(version) {
      program = cloudOf(version)
    },
    get oldestClient() {
      return oldestClient
    },
    set oldestClient(version) {
      oldestClient = version
    },
    isTooOld,
    update: (station, to) => {
      station.version = to
      return reopen(station)
    },
    join,
    ahead: (station, milliseconds) => station.clock.set(new Date(cloudClock.now() + milliseconds).toISOString()),
    pass: (milliseconds) => {
      cloudClock.advance(milliseconds)
      for (const station of stations) station.clock.advance(milliseconds)
    },
    backUp: () => {
      const backup = cloud.backUp(org)
      return () => {
        epochs += 1
        cloud.restore(org, backup, `00000000-0000-7000-8000-${String(epochs).padStart(12, '0')}`)
      }
    },
    trimFeed: async (rowsLeft) => {
      const { seq = 0, feedFrom = 0 } = (await cloud.feed(org, 0, 0))?.head ?? {}
      cloud.beginFeedAfter(org, Math.max(feedFrom, seq - rowsLeft))
    },
    exchange: async (station, does, by, weather) => {
      const ports = portsOf(station, by, weather)
      try {
        const size = { changes: 1 + by.below(60), bytes: 1024 * 1024 }
        if (does === 'push') return await pushOnce(ports, size)
        return (await bootstrapOnce(ports)) || (await pullOnce(ports))
      } catch (problem) {
        if (problem instanceof LinkProblem) return true
        if (problem instanceof FeedClosed && isTooOld(station)) return false
        // The snapshot is being made.
        if (problem instanceof FeedClosed && problem.retryAfterMilliseconds !== null) return true
        if (problem instanceof ForkedStation) throw problem
        if (!(problem instanceof Crash)) throw problem
        await reopen(station)
        return true
      }
    },
    compare: (station) =>
      compareDocuments({
        replica: station.app.app.replica,
        link: linkOf(station, random, calm),
        breathe: async () => {},
      }),
    reopen,
    close: async () => {
      for (const station of stations) await station.app.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** As over the wire: nothing is shared but text. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
