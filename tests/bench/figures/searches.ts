import type { Database as Driver } from 'better-sqlite3'
import type { Asking } from '../asking.ts'
import type { Figure } from '../figure.ts'
import { type Timing, timed } from '../stopwatch.ts'

const rounds = 200

/** Fragments of names that the shop's customers bear, and of numbers that its orders bear: each asked for in its turn. */
export interface Fragments {
  readonly names: readonly string[]
  readonly numbers: readonly string[]
}

export function fragmentsOf(raw: Driver): Fragments {
  const names = raw.prepare("select name from parties where kind <> 'walk_in' order by id").pluck().all().map(String)
  const numbers = raw
    .prepare('select number from sales_orders where number is not null order by id desc limit 20000')
    .pluck()
    .all()
    .map(String)
  const some = (from: readonly string[], cut: (text: string) => string): string[] =>
    Array.from({ length: 50 }, (_, place) => cut(from[Math.floor((from.length / 50) * place)] ?? ''))
  return {
    // As people type: the middle of a name, without its accents; the end of a number.
    names: some(names, (name) => name.split(' ').at(-1)?.slice(0, 5) ?? ''),
    numbers: some(numbers, (number) => number.slice(-4)),
  }
}

export async function searchesAtClient(client: Asking, raw: Driver): Promise<readonly Figure[]> {
  const { names, numbers } = fragmentsOf(raw)
  const list = (searches: readonly string[]) => (round: number) =>
    client.query('salesOrder.list', { search: of(searches, round), withFinished: true, withCancelled: true })
  const aim = { p50: 5 }
  return [
    {
      key: 'search.customer.client',
      work: 'customers by a fragment of their name, at the client',
      unit: 'ms',
      aim,
      measured: await timed(rounds, (round) => client.query('party.find', { text: of(names, round) })),
      raw: { what: 'trigram match and rows', measured: await rawCustomers(raw, names) },
    },
    {
      key: 'search.customerOrders.client',
      work: 'orders by a fragment of the customer’s name, at the client',
      unit: 'ms',
      aim,
      measured: await timed(rounds, list(names)),
      raw: { what: 'trigram match, then orders of those customers', measured: await rawOrdersOfCustomers(raw, names) },
    },
    {
      key: 'search.number.client',
      work: 'orders by a fragment of their number, at the client',
      unit: 'ms',
      aim,
      measured: await timed(rounds, list(numbers)),
      raw: { what: 'trigram match and rows', measured: await rawNumbers(raw, numbers) },
    },
  ]
}

function of(searches: readonly string[], round: number): string {
  return searches.at(round % searches.length) ?? ''
}

const phrase = (text: string): string => `"${text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()}"`

function rawCustomers(raw: Driver, names: readonly string[]): Promise<Timing> {
  const match = raw.prepare(
    `select p.* from party_search_fts f join party_search s on s.search_key = f.rowid join parties p on p.id = s.id
     where party_search_fts match ? limit 12`,
  )
  return timed(rounds, (round) => match.all(phrase(of(names, round))))
}

function rawOrdersOfCustomers(raw: Driver, names: readonly string[]): Promise<Timing> {
  const match = raw
    .prepare<[string], string>(
      `select s.id from party_search_fts f join party_search s on s.search_key = f.rowid where party_search_fts match ? limit 40`,
    )
    .pluck()
  const orders = raw.prepare('select * from sales_orders where party_id = ? order by taken_at desc, id desc limit 50')
  return timed(rounds, (round) => match.all(phrase(of(names, round))).map((id) => orders.all(id)))
}

function rawNumbers(raw: Driver, numbers: readonly string[]): Promise<Timing> {
  const match = raw.prepare(
    `select o.* from sales_order_search_fts f join sales_order_search s on s.search_key = f.rowid join sales_orders o on o.id = s.id
     where sales_order_search_fts match ? limit 50`,
  )
  return timed(rounds, (round) => match.all(phrase(of(numbers, round))))
}
