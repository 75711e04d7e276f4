import type { App } from '#main/app/create-app.ts'
import { fillDemoShop } from '#main/demo-shop/module.ts'
import { sha256Hex } from '#main/platform/changes/change-log.ts'
import { gzipJson } from '#main/platform/net/gzip-json.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { shortened } from '#shared/sync/short-form.ts'
import { type Figure, single } from '../figure.ts'
import { timingOf } from '../stopwatch.ts'
import { type BenchStation, joinStation, openStation, until } from './bench-station.ts'

const offlineChanges = 10_000
const ordersEdited = 2_000
const rounds = 200

export type Keep = (figure: Figure) => void

export interface Home {
  readonly folder: string
  readonly cloudUrl: string
}

const since = (begin: number): number => (performance.now() - begin) / 1000
const isSent = ({ app }: BenchStation) => app.replica.waiting() === 0
const isLevel = (one: BenchStation, other: BenchStation) =>
  isSent(one) && isSent(other) && one.app.replica.place().cursor === other.app.replica.place().cursor

/** A demo shop that founds its organisation with everything it has. */
export async function foundShop(home: Home, orders: number, keep: Keep): Promise<BenchStation> {
  const station = openStation(home.folder, 'a', { hasLoop: true })
  await fillDemoShop(station.app.demoHost(), { customers: 500, orders, lines: 3, until: Date.now() })
  const changes = station.app.replica.waiting()
  const begin = performance.now()
  await station.ask.local('sync.found', { cloudUrl: home.cloudUrl, stationName: 'a' })
  await until(() => isSent(station))
  const seconds = since(begin)
  keep({
    key: 'sync.first',
    work: `first push of a shop with ${changes.toLocaleString('en')} changes; at this pace a million takes ${Math.round((seconds / changes) * 1_000_000)} s`,
    unit: 's',
    aim: { p50: (600 * changes) / 1_000_000 },
    measured: single(seconds),
  })
  keep(rate('sync.batches', 'changes of one organisation in batches, each', changes / seconds, 2500))
  return station
}

/** The aim is so many a second; the table has what one of them takes. */
function rate(key: string, work: string, perSecond: number, wanted: number): Figure {
  return {
    key,
    work: `${work} (${Math.round(perSecond).toLocaleString('en')} a second, wanted ${wanted.toLocaleString('en')})`,
    unit: 'ms',
    aim: { p50: 1000 / wanted },
    measured: single(1000 / perSecond),
  }
}

/** What one writes without the network, sent when it is back, and fetched by another. Both are opened anew for it. */
export async function offlineAndBack(home: Home, a: BenchStation, b: BenchStation, keep: Keep) {
  await until(() => isLevel(a, b))
  await a.close()
  await b.close()
  const alone = openStation(home.folder, 'a', { hasLoop: false })
  const before = alone.app.replica.place().cursor
  const bytes = await editLines(alone.app)
  keep({
    key: 'sync.bytes',
    work: `bytes of a change on the wire, packed (one field of a line, batches of 500); as megabytes of 10,000`,
    unit: 'MB',
    aim: { p50: 0.6 },
    measured: single(bytes / 1e6),
  })
  await alone.close()
  const back = openStation(home.folder, 'a', { hasLoop: true })
  const pushed = performance.now()
  await until(() => isSent(back))
  const pushSeconds = since(pushed)
  // Its own echoes too: from here on the other has something to be level with.
  await until(() => back.app.replica.place().cursor >= before + offlineChanges)
  keep({
    key: 'sync.push',
    work: `push ${offlineChanges.toLocaleString('en')} offline changes`,
    unit: 's',
    aim: { p50: 2 },
    measured: single(pushSeconds),
  })
  const other = openStation(home.folder, 'b', { hasLoop: true })
  const pulled = performance.now()
  await until(() => isLevel(back, other))
  keep({
    key: 'sync.pull',
    work: `pull ${offlineChanges.toLocaleString('en')} line edits over ${ordersEdited.toLocaleString('en')} orders, folded and projected`,
    unit: 's',
    aim: { p50: 2.5 },
    measured: single(since(pulled)),
  })
  return { a: back, b: other }
}

/** One-field changes, each a command of its own as a person makes them; returns their packed size. */
async function editLines(app: App): Promise<number> {
  const host = app.demoHost()
  const orders = host.db
    .read<{ id: string; line: string }>(
      `select o.id, (select l.id from sales_order_lines l where l.sales_order_id = o.id limit 1) as line
       from sales_orders o where o.stage not in ('finished', 'cancelled') order by o.id desc limit ?`,
    )
    .all(ordersEdited)
  for (let done = 0; done < offlineChanges; done += 100) {
    host.db.transact(() => {
      const batch = host.store.batch()
      for (let at = done; at < done + 100; at += 1) {
        const order = orders[at % orders.length]
        if (order === undefined) throw new Error('no open order')
        const draft = host.store.draft()
        draft.set(salesOrderEntity, order.id, { lines: { [order.line]: { note: `edit ${at}` } } })
        const mark = { commandId: host.services.newId(), command: 'salesOrder.change' }
        batch.add(
          draft,
          mark,
          { actor: app.firstAdministrator() ?? '', actorRole: 'administrator', reason: null },
          Date.now(),
        )
      }
      batch.flush()
    })
    host.store.forget()
  }
  host.afterCommit()
  const changes = app.replica.outgoing({ changes: 500, bytes: 1024 * 1024 })
  const sent = shortened(changes, { station: app.replica.station, sha256: sha256Hex })
  return ((await gzipJson({ changes: sent })).length / changes.length) * offlineChanges
}

/** A writes, B shows; and what a command costs while the loop runs. */
export async function liveLine(a: BenchStation, b: BenchStation, alone: BenchStation, keep: Keep): Promise<void> {
  await until(() => isLevel(a, b))
  const seen = new Map<string, () => void>()
  const stop = b.app.onAnnouncement(({ entities }) => {
    for (const ids of Object.values(entities)) for (const id of ids) seen.get(id)?.()
  })
  const [shown, paired] = [[] as number[], [] as number[]]
  for (let round = -10; round < rounds; round += 1) {
    const orderId = anyOrder(a)
    const begin = performance.now()
    const arrived = new Promise<void>((resolve) => seen.set(orderId, resolve))
    await a.ask.command('salesOrder.change', { id: orderId, head: { instructions: `round ${round} ${begin}` } })
    const answered = performance.now() - begin
    await arrived
    seen.delete(orderId)
    if (round >= 0) shown.push(performance.now() - begin)
    if (round >= 0) paired.push(answered)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  stop()
  keep({
    key: 'sync.live',
    work: 'A writes until B shows it',
    unit: 'ms',
    aim: { p95: 50 },
    measured: timingOf(shown),
  })
  const unpaired: number[] = []
  for (let round = -10; round < rounds; round += 1) {
    const begin = performance.now()
    await alone.ask.command('salesOrder.change', {
      id: anyOrder(alone),
      head: { instructions: `round ${round} ${begin}` },
    })
    if (round >= 0) unpaired.push(performance.now() - begin)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  keep({
    key: 'sync.command',
    work: 'a command while the loop runs, beside a station without a cloud',
    unit: 'ms',
    aim: { ratio: 1.3 },
    measured: timingOf(paired),
    raw: { what: 'without a cloud', measured: timingOf(unpaired) },
  })
}

function anyOrder({ app }: BenchStation): string {
  const found = app
    .demoHost()
    .db.read<{ id: string }>(`select id from sales_orders where stage = 'new' order by id desc limit 1`)
    .get()
  if (found === undefined) throw new Error('no open order')
  return found.id
}

/** A station that joins a large shop: of use with the open documents, whole with the log. */
export async function bootstrapStation(home: Home, host: BenchStation, keep: Keep): Promise<void> {
  // The first that asks finds none and has it made; who joins later finds it ready.
  for (const name of ['first', 'second']) {
    const joins = await joinStation(home.folder, name, host)
    const station = openStation(home.folder, name, { hasLoop: true, joins })
    const { bootstrap } = station.app.replica
    const begin = performance.now()
    await until(() => bootstrap.isUnderWay)
    const waited = since(begin)
    await until(() => bootstrap.next() === undefined || bootstrap.next()?.chunk.part.startsWith('closed') === true)
    const usable = since(begin)
    await until(() => bootstrap.next() === undefined)
    const placed = since(begin)
    await until(() => isLevel(station, host))
    const whole = since(begin)
    const documents =
      host.app.demoHost().db.read<{ many: number }>('select count(*) as many from docs').get()?.many ?? 0
    // The aims are those of a large shop; a small one proves nothing of them.
    const isLarge = documents >= 100_000
    const of = `of ${documents.toLocaleString('en')} documents`
    if (name === 'first')
      keep({
        key: 'sync.made',
        work: `a snapshot ${of}, made while one waits`,
        unit: 's',
        aim: {},
        measured: single(waited),
      })
    else {
      keep({
        key: 'sync.usable',
        work: `bootstrap from a snapshot ${of}: usable`,
        unit: 's',
        aim: isLarge ? { p50: 3 } : {},
        measured: single(usable),
      })
      keep({
        key: 'sync.placed',
        work: `the same: every document there`,
        unit: 's',
        aim: isLarge ? { p50: 10 } : {},
        measured: single(placed),
      })
      keep({ key: 'sync.whole', work: `the same: its history too`, unit: 's', aim: {}, measured: single(whole) })
      const megabytes = process.memoryUsage().rss / 1e6
      keep({
        key: 'sync.memory',
        work: 'memory of all stations of this bench together',
        unit: 'MB',
        aim: {},
        measured: single(megabytes),
      })
    }
    await station.close()
  }
}
