import type { Database as Driver } from 'better-sqlite3'
import type { Asking } from '../asking.ts'
import type { Figure } from '../figure.ts'
import { artworksOf, sampleOrders } from '../sample-orders.ts'
import { type Timing, timingOf } from '../stopwatch.ts'
import { someOrders } from './one-order.ts'

const rounds = 80
const settling = 8
/** Sheets are drawn as PDF and then as dots, receipts and labels as dots. */
const drawn = [
  { kind: 'fulfilment.packingSlip', form: 'page' },
  { kind: 'fulfilment.packingSlip', form: 'receipt' },
  { kind: 'sales-orders.orderConfirmation', form: 'page' },
] as const

/** An order taken while papers are drawn without pause, and without: drawing has a thread of its own (W11). */
export async function commandsBesideDrawing(client: Asking, raw: Driver, customers: number): Promise<Figure> {
  const orders = sampleOrders(2 * rounds, customers, await artworksOf(client))
  const take = async (inputs: typeof orders): Promise<Timing> => {
    const samples: number[] = []
    for (const [place, input] of inputs.entries()) {
      const begin = performance.now()
      await client.command('salesOrder.take', input)
      if (place >= settling) samples.push(performance.now() - begin)
    }
    return timingOf(samples)
  }
  const alone = await take(orders.slice(0, rounds))
  let isTaking = true
  let papers = 0
  const drawing = (async () => {
    const ids = someOrders(raw, 50)
    for (; isTaking; papers += 1) {
      const wanted = drawn[papers % drawn.length]
      if (wanted !== undefined)
        await client.local('paper.preview', { ...wanted, documentId: ids[papers % ids.length] ?? '' })
    }
  })()
  const measured = await take(orders.slice(rounds)).finally(() => {
    isTaking = false
  })
  await drawing
  if (papers === 0) throw new Error('nothing was drawn meanwhile')
  return {
    key: 'take.besideDrawing',
    work: 'create and confirm an order of 3 lines while papers are drawn without pause, at the client',
    unit: 'ms',
    aim: { p95: 25 },
    measured,
    raw: { what: 'the same while nothing is drawn', measured: alone },
  }
}
