import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FaultProxy, LineState } from '#tests/support/fault-proxy.ts'
import { type SeededRandom, seededRandom } from '#tests/sync/seeded-random.ts'
import { type StationProcess, stationProcess } from './station-process.ts'
import { checkSettled, cloudRows, notInStep } from './sync-settled.ts'
import { openSyncTortureShop, type SyncTortureShop, within } from './sync-shop.ts'
import { writeReport } from './torture-report.ts'
import { cases } from './torture-shop.ts'

const seed = Number(process.env.COUNTERPROOF_SEED ?? Math.floor(Math.random() * 2 ** 31))
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Generous, because a loaded computer is slow: what matters is that it ends, and by itself. */
const healsWithin = 60_000
const killsBetweenHealings = 6

interface Life {
  readonly shop: SyncTortureShop
  readonly stations: readonly [StationProcess, StationProcess]
  readonly lines: readonly [FaultProxy, FaultProxy]
}

test('[Y4] [Y5] [Y9] [W11] kill -9 of stations, cloud and PostgreSQL on bad lines: nothing acknowledged is lost, everything once', async (context) => {
  // The seed of what is done when; how the processes run beside each other is the computer's.
  context.onTestFailed(() => {
    process.stderr.write(`COUNTERPROOF_SEED=${seed}\n`)
  })
  const random = seededRandom(seed)
  const kills = cases(60, 6)
  const shop = await openSyncTortureShop(context)
  const counted = { stations: 0, cloud: 0, PostgreSQL: 0 }
  let slowest = 0
  let changes = 0
  try {
    const life = await openLife(shop)
    for (let kill = 0; kill < kills; kill += 1) {
      worsen(life.lines, random)
      await pause(100 + random.below(500))
      // Each in turn, so that few kills reach them all as well.
      const victim = kill % 3
      if (victim === 0) {
        const station = life.stations[random.below(2)] ?? life.stations[0]
        await station.kill()
        await station.start()
        counted.stations += 1
      } else if (victim === 1) {
        await shop.cloud.kill()
        await shop.cloud.start()
        counted.cloud += 1
      } else {
        await shop.database.kill()
        await pause(random.below(400))
        await shop.database.start()
        counted.PostgreSQL += 1
      }
      if ((kill + 1) % killsBetweenHealings !== 0 && kill + 1 < kills) continue
      slowest = Math.max(slowest, await heal(life))
      ;({ changes } = await checkSettled(shop.database.connectionString, life.stations))
      if (kill + 1 === kills) break
      for (const station of life.stations) {
        await station.end()
        await station.start()
      }
    }
    for (const station of life.stations) await station.end()
    expect({
      problems: life.stations.flatMap((each) => each.problems),
      faults: shop.cloud.faults,
      hasEndedByItself: shop.cloud.hasEndedByItself(),
    }).toEqual({ problems: [], faults: [], hasEndedByItself: false })
    const acknowledged = life.stations.reduce((sum, each) => sum + each.acknowledged.size, 0)
    writeReport('kill -9 of stations, cloud and PostgreSQL on bad lines, then healed (Y4, Y5, Y9, W11)', {
      ...{ kills, 'of stations': counted.stations, 'of the cloud': counted.cloud, 'of PostgreSQL': counted.PostgreSQL },
      ...{ acknowledged, changes, 'slowest healing in ms': slowest, failures: 0 },
    })
  } finally {
    await shop.close()
  }
})

async function openLife(shop: SyncTortureShop): Promise<Life> {
  const { home, productId, partyId } = shop
  await shop.first.close()
  const stationOf = (name: string): StationProcess =>
    stationProcess({ folder: home.pathOf(name), keysFolder: join(home.folder, 'keys', name), name, productId, partyId })
  const [a, b] = [stationOf('a'), stationOf('b')]
  const lineB = await shop.line()
  await a.start()
  await b.start({ cloudUrl: lineB.url, code: await a.code() })
  return { shop, stations: [a, b], lines: [shop.lineA, lineB] }
}

const states: readonly LineState[] = ['open', 'open', 'open', 'cut', 'silent', 'deaf', 'gone', 'slow']

function worsen(lines: Life['lines'], random: SeededRandom): void {
  for (const line of lines) {
    line.become(random.pick(states) ?? 'open')
    if (random.chance(0.3)) line.resetAfter(random.below(3000), random.chance(0.5) ? 'toCloud' : 'toStation')
  }
}

/** Whole lines and nobody writing: how long until everybody has everything. */
async function heal({ shop, stations, lines }: Life): Promise<number> {
  for (const line of lines) line.become('open')
  for (const station of stations) await station.stopWorking()
  return within(healsWithin, async () => {
    const rows = await cloudRows(shop.database.connectionString)
    return stations.map(({ folder }) => notInStep(folder, rows.length)).find((each) => each !== null) ?? null
  })
}
