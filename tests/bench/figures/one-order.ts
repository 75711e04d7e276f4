import type { Database as Driver } from 'better-sqlite3'
import type { Asking } from '../asking.ts'
import { type BenchHost, openPing } from '../bench-host.ts'
import type { Figure } from '../figure.ts'
import { timed } from '../stopwatch.ts'

const rounds = 400

/** Orders from all over the database: what one asks for is rarely what one has just asked for. */
export function someOrders(raw: Driver, count: number): readonly string[] {
  const newest = raw.prepare<[], string>('select id from sales_orders order by id desc limit 1').pluck().get() ?? ''
  const oldest = raw.prepare<[], string>('select id from sales_orders order by id limit 1').pluck().get() ?? ''
  const after = raw
    .prepare<[string], string>("select id from sales_orders where id >= ? and stage <> 'draft' order by id limit 1")
    .pluck()
  const [from, until] = [oldest, newest].map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16))
  if (from === undefined || until === undefined || Number.isNaN(from)) throw new Error('the database has no orders')
  return Array.from({ length: count }, (_, place) => {
    const moment = Math.floor(from + ((until - from) * place) / count)
    const text = moment.toString(16).padStart(12, '0')
    return after.get(`${text.slice(0, 8)}-${text.slice(8)}`) ?? oldest
  })
}

export async function openOrderInCore(core: Asking, raw: Driver): Promise<Figure> {
  const ids = someOrders(raw, rounds)
  const bare = [
    'select * from docs where id = ?',
    'select * from sales_orders where id = ?',
    'select * from sales_order_lines where sales_order_id = ?',
    'select * from sales_order_notes where sales_order_id = ?',
    'select c.*, u.name from changes c left join users u on u.id = c.actor where c.doc = ? order by c.lsn desc limit 50',
  ].map((sql) => raw.prepare(sql))
  return {
    key: 'open.core',
    work: 'open one order with lines and history, in the core',
    unit: 'ms',
    aim: { p50: 0.5 },
    measured: await timed(rounds, (round) => openOrder(core, ids.at(round) ?? '')),
    raw: {
      what: 'document, row, lines, notes and log',
      measured: await timed(rounds, (round) => bare.map((each) => each.all(ids.at(round)))),
    },
  }
}

export async function openOrderAtClient(client: Asking, raw: Driver, host: BenchHost): Promise<readonly Figure[]> {
  const ids = someOrders(raw, rounds)
  const measured = await timed(rounds, (round) => openOrder(client, ids.at(round) ?? ''))
  const socket = await openPing(host)
  try {
    return [
      {
        key: 'open.client',
        work: 'open one order with lines and history, at the client',
        unit: 'ms',
        aim: { p50: 2.5 },
        measured,
      },
      {
        key: 'ping.client',
        work: 'for comparison: one WebSocket ping to the same host',
        unit: 'ms',
        aim: {},
        measured: await timed(rounds, socket.ping),
      },
    ]
  } finally {
    socket.close()
  }
}

/** As the page asks: both at once. */
function openOrder(asking: Asking, id: string): Promise<unknown> {
  return Promise.all([
    asking.query('salesOrder.get', { id }),
    asking.query('history.get', { entity: 'sales_order', doc: id }),
  ])
}
