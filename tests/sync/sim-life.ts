import type { InputFor } from '#shared/contract.ts'
import { freeTextLine, orderInput } from '#tests/sales-orders/order-samples.ts'
import type { SeededRandom } from './seeded-random.ts'
import { calm, codes, type SimShop, type SimStation } from './sim-shop.ts'
import { newerAct, newest, type Version, versions } from './sim-versions.ts'

type Act = (station: SimStation, random: SeededRandom) => Promise<readonly [name: string, input: unknown] | undefined>

/** A free line, so that an order needs no catalogue. */
function freeLine(station: SimStation, cents: number): InputFor<'salesOrder.take'>['lines'] {
  return [freeTextLine(station.app, { unitPrice: { amount: cents * 10_000, base: 1 } })]
}

/** The newest orders of the station: few, so that people meet on them. */
function orders(station: SimStation): readonly string[] {
  return station.app.app.station.db
    .read<{ id: string }>('select id from sales_orders order by id desc limit 6')
    .all()
    .map((row) => row.id)
}

const onOrder =
  (name: string, more: (station: SimStation, random: SeededRandom) => Record<string, unknown> = () => ({})): Act =>
  async (station, random) => {
    const id = random.pick(orders(station))
    return id === undefined ? undefined : [name, { id, ...more(station, random) }]
  }

/** On the very newest order, where people meet: what two of them do there apart is what findings are made of. */
const onNewest =
  (name: string, more: (station: SimStation, random: SeededRandom) => Record<string, unknown>): Act =>
  async (station, random) => {
    const [id] = orders(station)
    return id === undefined ? undefined : [name, { id, ...more(station, random) }]
  }

const word = (random: SeededRandom): string => `w${random.below(1000)}`

/** What people do, the commoner things more often. What the rules refuse is refused; that is life. */
const acts: readonly Act[] = [
  async (station, random) => [
    'salesOrder.take',
    orderInput(station.app, {
      lines: freeLine(station, 100 + random.below(50_000)),
      confirm: random.chance(0.7),
      customerReference: word(random),
    }),
  ],
  onOrder('salesOrder.change', (_, random) => ({ head: { customerReference: word(random) } })),
  onOrder('salesOrder.change', (_, random) => ({ head: { instructions: word(random) } })),
  onOrder('salesOrder.change', (_, random) => ({
    head: { promised: { on: `2026-12-${10 + random.below(20)}`, at: null } },
  })),
  onNewest('salesOrder.change', (_, random) => ({
    head: { promised: { on: `2026-12-${10 + random.below(20)}`, at: null } },
  })),
  onNewest('salesOrder.hold', (_, random) => ({ reason: word(random) })),
  onOrder('salesOrder.confirm'),
  onOrder('salesOrder.close'),
  onOrder('salesOrder.reopen'),
  onOrder('salesOrder.cancel', () => ({ reason: '' })),
  onOrder('salesOrder.restore'),
  onOrder('salesOrder.hold', (_, random) => ({ reason: word(random) })),
  onOrder('salesOrder.release'),
  onOrder('salesOrder.note', (_, random) => ({ text: word(random) })),
  async (station, random) => {
    const salesOrderId = random.pick(orders(station))
    if (salesOrderId === undefined) return undefined
    const amount = 1 + random.below(5000)
    return ['payment.receive', { id: station.app.newId(), salesOrderId, method: 'pin', amount, reference: '' }]
  },
  async (station, random) => [
    'task.add',
    { id: station.app.newId(), title: word(random), about: null, assignee: null, dueOn: null, text: '' },
  ],
  async (station, random) => {
    const finding = random.pick(
      station.app.app.station.db
        .read<{ id: string; kind: string }>('select id, kind from findings where is_open = 1')
        .all(),
    )
    if (finding === undefined) return undefined
    const isFact = finding.kind.startsWith('payment.')
    return ['finding.resolve', { id: finding.id, answer: isFact ? 'done' : random.chance(0.5) ? 'again' : 'theirs' }]
  },
  async (_, random) => ['company.change', { phone: `+3120${1_000_000 + random.below(8_999_999)}` }],
  async (_, random) => [
    'setting.put',
    { scope: 'company', key: `sim.${word(random).slice(0, 2)}`, value: word(random) },
  ],
]

/** One thing that somebody does at a station; what was answered as done is remembered. */
export async function actOnce(station: SimStation, random: SeededRandom): Promise<void> {
  const isNewer = station.version > 1 && random.chance(0.4)
  const act = isNewer ? actOfNewer(station, random) : await random.pick(acts)?.(station, random)
  const [name, input] = act ?? []
  if (name === undefined) return
  const commandId = station.app.newId()
  const reply = await station.app.reply('command', name, input, commandId)
  if (!reply.ok && 'fault' in reply)
    throw new Error(`${name} at ${station.code}: ${JSON.stringify(station.app.problems.at(-1)?.facts, errorText)}`)
  if (reply.ok) station.done.push(commandId)
}

/** What the product does not know and a later version does. */
function actOfNewer(station: SimStation, random: SeededRandom) {
  const jobs = station.app.app.station.db
    .read<{ id: string }>(`select id from docs where entity = 'bindery_job' order by id desc limit 4`)
    .all()
    .map((row) => row.id)
  const order = random.pick(orders(station).slice(0, 3))
  return newerAct(station.version, { order, jobs, newId: station.app.newId }, random)
}

function errorText(_: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value
}

/** What happens in some shops only. */
interface Happenings {
  /** The cloud's feed now and then begins later than before. */
  readonly trims?: boolean
  /** How often some program is updated, as a probability of each step. */
  readonly updates?: number
}

/** People, network, clocks and accidents by turns. */
export async function live(
  shop: SimShop,
  steps: number,
  random: SeededRandom,
  weather: Parameters<SimShop['exchange']>[3],
  happens: Happenings = {},
): Promise<void> {
  const { trims = false, updates = 0 } = happens
  let restore: (() => void) | undefined
  for (let step = 0; step < steps; step += 1) {
    const station = random.pick(shop.stations)
    if (station === undefined) return
    if (trims && random.chance(0.04)) await shop.trimFeed(random.below(10))
    shop.pass(random.below(4000))
    if (updates > 0 && random.chance(updates)) await updateSomething(shop, random)
    const roll = random.next()
    if (roll < 0.5) await actOnce(station, random)
    else if (roll < 0.66) await shop.exchange(station, 'push', random, weather)
    else if (roll < 0.84)
      // A snapshot takes several steps: some stations are through with it when the feed is cut once more.
      do await shop.exchange(station, 'pull', random, weather)
      while (trims && random.chance(0.7))
    else if (roll < 0.9) station.isCut = !station.isCut
    else if (roll < 0.95) shop.pass(random.below(120_000))
    else if (roll < 0.956) restore = shop.backUp()
    else if (roll < 0.96) {
      restore?.()
      restore = undefined
    } else if (roll < 0.975) {
      await newcomer(shop, random, updates > 0 ? random.pick(versions) : 1)
    }
    // Clocks are set back and forth by people and by time servers.
    else if (roll < 0.987)
      station.clock.set(new Date(station.clock.now() + random.below(600_000) - 300_000).toISOString())
    else await shop.reopen(station)
  }
}

/** One more station; now and then its people do not wait until everything is there. */
async function newcomer(shop: SimShop, random: SeededRandom, version: Version = 1): Promise<void> {
  const code = codes[shop.stations.length]
  if (code === undefined || shop.stations.length > 4) return
  const station = await shop.join(code, random, version)
  const steps = random.below(12)
  for (let step = 0; step < steps; step += 1) await shop.exchange(station, 'pull', random, calm)
}

const nextOf = (version: Version): Version => versions.find((each) => each > version) ?? newest

/** Stations and cloud are updated in any order, and whoever runs the cloud says from which version on they are served. */
async function updateSomething(shop: SimShop, random: SeededRandom): Promise<void> {
  const roll = random.next()
  const station = random.pick(shop.stations)
  if (roll < 0.5 && station !== undefined) await shop.update(station, nextOf(station.version))
  else if (roll < 0.8) shop.cloudVersion = nextOf(shop.cloudVersion)
  else shop.oldestClient = roll < 0.9 ? (random.pick([2, 3] as const) ?? null) : null
}

/** Everything is of the newest version; what an update computes anew is in step at the next rounds. */
export async function updateAll(shop: SimShop): Promise<void> {
  shop.cloudVersion = newest
  shop.oldestClient = null
  for (const station of shop.stations) if (station.version < newest) await shop.update(station, newest)
}

/** Everybody is reachable again: rounds until nobody has anything to send or fetch. Returns how many it took. */
export async function settle(shop: SimShop, random: SeededRandom, weather: Parameters<SimShop['exchange']>[3]) {
  for (const station of shop.stations) station.isCut = false
  for (let round = 1; round <= 200; round += 1) {
    let isMoving = false
    for (const station of shop.stations) {
      while (await shop.exchange(station, 'push', random, weather)) isMoving = true
      while (await shop.exchange(station, 'pull', random, weather)) isMoving = true
    }
    const page = await shop.cloud.feed(shop.org, 0, 0)
    // Whose program is too old sends everything, and gets nothing (G8).
    const isThere = shop.stations.every(
      (station) =>
        station.app.app.replica.waiting() === 0 &&
        (shop.isTooOld(station) || station.app.app.replica.place().cursor === page?.head.seq),
    )
    if (!isMoving && isThere) return round
  }
  throw new Error('the stations did not come to rest')
}
