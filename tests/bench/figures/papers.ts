import type { Database as Driver } from 'better-sqlite3'
import type { App } from '#main/app/create-app.ts'
import { fulfilmentPapers } from '#main/fulfilment/papers.ts'
import type { PaperSource } from '#main/printing/index.ts'
import { salesOrderPapers } from '#main/sales-orders/papers.ts'
import type { PageDocument } from '#shared/printing/page-document.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import { type Asking, askingCore } from '../asking.ts'
import { openBenchPrinter } from '../bench-printer.ts'
import { type Figure, single } from '../figure.ts'
import { artworksOf, sampleOrders } from '../sample-orders.ts'
import { timed, timingOf } from '../stopwatch.ts'
import { someOrders } from './one-order.ts'

const slipKind = 'fulfilment.packingSlip'
const confirmationKind = 'sales-orders.orderConfirmation'
const batch = 100
const longest = 40

/** Papers drawn in this thread, as the chores' thread draws them: fonts parsed before anybody waits. */
export async function drawPapers(app: App, raw: Driver): Promise<readonly Figure[]> {
  const slips = someOrders(raw, batch).map((id) => pageOf(app, fulfilmentPapers, slipKind, id))
  const long = await longDocument(app)
  const draw = (documents: readonly PageDocument[]) =>
    app.services.chores.run<{ bytes: Uint8Array }>('printing.drawPdf', { documents, pictures: new Map() })
  await app.services.chores.run('printing.warm', null)
  const { bytes } = await draw(slips)
  return [
    {
      key: 'slip.one',
      work: 'draw a packing slip as PDF, warm',
      unit: 'ms',
      aim: { p50: 35 },
      measured: await timed(40, (round) => draw(slips.slice(round + 10, round + 11)), 3),
    },
    {
      key: 'document.long',
      work: `draw a document of ${longest} lines with prices as PDF, warm`,
      unit: 'ms',
      aim: { p50: 35 },
      measured: await timed(40, () => draw([long]), 3),
    },
    {
      key: 'slip.hundred',
      work: '100 packing slips in one file',
      unit: 'ms',
      aim: { p50: 600 },
      measured: await timed(5, () => draw(slips), 1),
    },
    {
      key: 'slip.hundred.size',
      work: 'the size of that file',
      unit: 'kB',
      aim: { p50: 200 },
      measured: single(bytes.length / 1000),
    },
  ]
}

/** As an invoice will be: forty lines, each with its price, and the sums. */
async function longDocument(app: App): Promise<PageDocument> {
  const core = askingCore(app)
  const [input] = sampleOrders(4, 10, await artworksOf(core), longest)
  if (input === undefined) throw new Error('the generator made no order')
  const { id } = await core.command('salesOrder.take', input)
  return pageOf(app, salesOrderPapers, confirmationKind, id)
}

function pageOf(app: App, sources: readonly PaperSource[], kind: string, documentId: string): PageDocument {
  const source = sources.find((each) => each.kind === kind)
  if (source === undefined) throw new Error(`nobody offers the paper ${kind}`)
  const wish = {
    documentId,
    lineIds: null,
    form: 'page',
    medium: null,
    codes: [],
    designFor: () => null,
    today: '',
  } as const
  const built = source.compose(app.services)(wish, app.services.read)
  const [paper] = built.ok ? built.value : []
  if (paper?.document.form !== 'page') throw new Error(`${kind} is no page`)
  return paper.document
}

export async function slipAtClient(client: Asking, raw: Driver): Promise<Figure> {
  const ids = someOrders(raw, 30)
  return {
    key: 'slip.client',
    work: 'packing slip as PDF asked for, drawn and kept in the file store, at the client',
    unit: 'ms',
    aim: {},
    measured: await timed(
      20,
      (round) => client.local('paper.pdf', { kind: slipKind, documentId: ids.at(round) ?? '' }),
      5,
    ),
  }
}

/** What a print leaves to be written down is written before the next key is pressed: people are not faster. */
const betweenClicks = 40

/** From the press of a key in the client to the first byte of paper at a receipt printer that is asked how it is before. */
export async function firstByteAtPrinter(client: Asking, raw: Driver): Promise<Figure> {
  const printer = await openBenchPrinter()
  const { id: printerId } = await client.local('printer.add', {
    profile: {
      language: 'escpos',
      name: `Bench ${Date.now()}`,
      transport: { by: 'tcp', host: printer.host, port: printer.port },
      ...escposModels.epsonTm80,
    },
  })
  const samples: number[] = []
  try {
    for (const [place, documentId] of someOrders(raw, 110).entries()) {
      const paper = printer.nextPaper()
      const begin = performance.now()
      await client.command('paper.print', { papers: [{ kind: slipKind, documentId, printerId }] })
      const moment = await paper.firstByte
      await paper.done
      if (place >= 10) samples.push(moment - begin)
      await new Promise((resolve) => setTimeout(resolve, betweenClicks))
    }
  } finally {
    await client.local('printer.remove', { id: printerId }).catch(() => undefined)
    await printer.close()
  }
  return {
    key: 'print.firstByte',
    work: 'click to first byte at a TCP printer on this machine, status asked before',
    unit: 'ms',
    aim: { p95: 15 },
    measured: timingOf(samples),
  }
}
