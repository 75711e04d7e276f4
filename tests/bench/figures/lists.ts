import type { Database as Driver } from 'better-sqlite3'
import type { InputFor } from '#shared/contract.ts'
import type { Asking } from '../asking.ts'
import type { Figure } from '../figure.ts'
import { type Timing, timed } from '../stopwatch.ts'

const rounds = 400
const rowColumns = `id, number, stage, list_group, hold_reason, party_id, customer_code, customer_name, title, product_name, ordered_on,
  taken_at, promised_on, promised_at, promised_key, payment_status, planned_payment, source, preview_hash, currency, net_amount,
  gross_amount, paid_amount`

type ListInput = InputFor<'salesOrder.list'>

interface List {
  readonly key: string
  readonly work: string
  readonly input: ListInput
  /** The statements that bring the same rows, each a part of the page. */
  readonly bare: readonly (readonly [where: string, ...parameters: readonly string[]])[]
}

const lists: readonly List[] = [
  {
    key: 'open',
    work: 'first 50 open orders by date',
    input: {},
    bare: [["list_group = 'open'"]],
  },
  {
    key: 'all',
    work: 'first 50 of all orders by date, finished and cancelled too',
    input: { withFinished: true, withCancelled: true },
    bare: [["list_group = 'open'"], ["list_group = 'finished'"], ["list_group = 'cancelled'"]],
  },
  {
    key: 'stage',
    work: 'first 50 with a filter: two stages',
    input: { stages: ['new', 'on_hold'] },
    bare: [["stage = 'new'"], ["stage = 'on_hold'"]],
  },
  {
    key: 'payment',
    work: 'first 50 with a filter: paid by transfer, finished too',
    input: { plannedPayment: 'transfer', withFinished: true },
    bare: [
      ["list_group = 'open' and planned_payment = ?", 'transfer'],
      ["list_group = 'finished' and planned_payment = ?", 'transfer'],
    ],
  },
]

export async function listsInCore(core: Asking, raw: Driver): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { key, work, input, bare } of lists)
    figures.push({
      key: `list.${key}.core`,
      work: `${work}, in the core`,
      unit: 'ms',
      aim: { p50: 1 },
      measured: await timed(rounds, () => core.query('salesOrder.list', input)),
      raw: { what: 'the same rows', measured: await timedRaw(raw, bare) },
    })
  return figures
}

export async function listsAtClient(client: Asking): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { key, work, input } of lists)
    figures.push({
      key: `list.${key}.client`,
      work: `${work}, at the client`,
      unit: 'ms',
      aim: { p50: 2.7 },
      measured: await timed(rounds, () => client.query('salesOrder.list', input)),
    })
  return figures
}

/** Places far down the list of finished orders, found by counting once; the pages after them are asked for by key. */
export async function deepPages(core: Asking, raw: Driver): Promise<readonly Figure[]> {
  const total = Number(raw.prepare("select count(*) from sales_orders where list_group = 'finished'").pluck().get())
  const keyAt = raw.prepare<[number], { taken_at: string; id: string }>(
    "select taken_at, id from sales_orders where list_group = 'finished' order by taken_at desc, id desc limit 1 offset ?",
  )
  const figures: Figure[] = []
  for (const share of [0.1, 0.5, 0.98]) {
    const offset = Math.floor(total * share)
    const key = keyAt.get(offset)
    if (key === undefined) throw new Error('the database has no finished orders')
    const after: [string, string] = [key.taken_at, key.id]
    const where = '(taken_at, id) < (?, ?)'
    figures.push({
      key: `page.${share}.core`,
      work: `the page after row ${offset.toLocaleString('en')} of finished orders, in the core`,
      unit: 'ms',
      aim: { p50: 1 },
      measured: await timed(rounds, () => core.query('salesOrder.list', { withFinished: true, after })),
      raw: {
        what: 'the same rows',
        measured: await timedRaw(raw, [
          [`list_group = 'open' and ${where}`, ...after],
          [`list_group = 'finished' and ${where}`, ...after],
        ]),
      },
    })
  }
  return figures
}

export async function counts(core: Asking, raw: Driver): Promise<Figure> {
  const count = raw.prepare('select count(*) from sales_orders')
  return {
    key: 'counts.core',
    work: 'orders per stage, in the core',
    unit: 'ms',
    aim: { p50: 1 },
    measured: await timed(rounds, () => core.query('salesOrder.counts', {})),
    raw: { what: 'count(*)', measured: await timed(20, () => count.get()) },
  }
}

function timedRaw(raw: Driver, bare: List['bare']): Promise<Timing> {
  const parts = bare.map(([where, ...parameters]) => ({
    statement: raw.prepare(
      `select ${rowColumns} from sales_orders where ${where} order by taken_at desc, id desc limit 50`,
    ),
    parameters,
  }))
  return timed(rounds, () => parts.map(({ statement, parameters }) => statement.all(...parameters)))
}
