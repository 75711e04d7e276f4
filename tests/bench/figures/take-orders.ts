import type { Asking } from '../asking.ts'
import type { BenchDatabase } from '../bench-database.ts'
import type { Figure } from '../figure.ts'
import { openRaw } from '../raw-database.ts'
import { rawOrders } from '../raw-order-rows.ts'
import type { TakeInput } from '../sample-orders.ts'
import { timingOf } from '../stopwatch.ts'

/** Commands and raw rows take turns, so that both meet the same disk; the first of each turn find foreign caches. */
const turn = 40
const settling = 8

/** An order of three lines taken and confirmed, each flushed to the disk before it is answered. */
export async function takeOrdersInCore(
  database: BenchDatabase,
  core: Asking,
  orders: readonly TakeInput[],
): Promise<Figure> {
  const raw = openRaw(database.path)
  const bare = rawOrders(raw)
  const byCommand: number[] = []
  const byHand: number[] = []
  try {
    for (let from = 0; from + turn <= orders.length; from += turn) {
      const part = orders.slice(from, from + turn)
      const taken: string[] = []
      for (const [place, input] of part.entries()) {
        const begin = performance.now()
        const { id } = await core.command('salesOrder.take', input)
        if (place >= settling) byCommand.push(performance.now() - begin)
        taken.push(id)
      }
      const copies = taken.map((id) => bare.copyOf(id))
      for (const [place, copy] of copies.entries()) {
        const begin = performance.now()
        bare.write(copy)
        if (place >= settling) byHand.push(performance.now() - begin)
      }
    }
    bare.takeBack()
  } finally {
    raw.close()
  }
  return {
    key: 'take.core',
    work: 'create and confirm an order of 3 lines, FULL durability, in the core',
    unit: 'ms',
    aim: { p50: 5, p95: 25, ratio: 8 },
    measured: timingOf(byCommand),
    raw: { what: 'the same rows in one immediate transaction', measured: timingOf(byHand) },
  }
}

export async function takeOrdersAtClient(client: Asking, orders: readonly TakeInput[]): Promise<Figure> {
  const samples: number[] = []
  for (const [place, input] of orders.entries()) {
    const begin = performance.now()
    await client.command('salesOrder.take', input)
    if (place >= settling) samples.push(performance.now() - begin)
  }
  return {
    key: 'take.client',
    work: 'the same at the client',
    unit: 'ms',
    aim: { p95: 25 },
    measured: timingOf(samples),
  }
}
