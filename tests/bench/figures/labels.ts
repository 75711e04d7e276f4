import { zplModels } from '#shared/printing/printer-models.ts'
import type { Asking } from '../asking.ts'
import { openBenchPrinter } from '../bench-printer.ts'
import { type Figure, single } from '../figure.ts'
import { artworksOf, sampleOrders } from '../sample-orders.ts'

const count = 500

/** A batch of shipping labels, each of another order, as the packing desk wants them in the morning. */
export async function labelsOnTheWire(client: Asking, customers: number): Promise<readonly Figure[]> {
  const documentIds = await ordersToShip(client, customers)
  const printer = await openBenchPrinter('zpl')
  const { id: printerId } = await client.local('printer.add', {
    profile: {
      language: 'zpl',
      name: `Bench labels ${Date.now()}`,
      transport: { by: 'tcp', host: printer.host, port: printer.port },
      ...zplModels.zebra203,
    },
  })
  try {
    const all = printer.nextLabels(count)
    const begin = performance.now()
    const kind = 'fulfilment.shippingLabel'
    await client.command('printBatch.make', {
      documentIds: [...documentIds],
      kinds: [kind],
      printers: { [kind]: printerId },
    })
    const { first, last } = await all
    return [
      {
        key: 'labels.wire',
        work: `${count} labels of ${count} orders on the wire, first byte to last, in chunks of 20`,
        unit: 's',
        aim: { p50: 1 },
        measured: single((last - first) / 1000),
      },
      {
        key: 'labels.wish',
        work: 'the same from the click, laid out and drawn on the way',
        unit: 's',
        aim: {},
        measured: single((last - begin) / 1000),
      },
    ]
  } finally {
    await client.local('printer.remove', { id: printerId }).catch(() => undefined)
    await printer.close()
  }
}

/** The generator's orders are picked up; these go somewhere. */
async function ordersToShip(client: Asking, customers: number): Promise<readonly string[]> {
  const deliveryAddress = { street: 'ul. Piekary 17/3', extra: '', postcode: '61-823', city: 'Poznań', country: 'PL' }
  const ids: string[] = []
  for (const input of sampleOrders(count, customers, await artworksOf(client)).slice(0, count)) {
    const { id } = await client.command('salesOrder.take', { ...input, delivery: 'delivery', deliveryAddress })
    ids.push(id)
  }
  return ids
}
