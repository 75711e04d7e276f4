import type { Database as Driver } from 'better-sqlite3'
import type { App } from '#main/app/create-app.ts'
import { fulfilmentPapers } from '#main/fulfilment/module.ts'
import type { PageDocument } from '#shared/printing/page-document.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import type { Asking } from '../asking.ts'
import { openBenchPrinter } from '../bench-printer.ts'
import type { Figure } from '../figure.ts'
import { timed, timingOf } from '../stopwatch.ts'
import { someOrders } from './one-order.ts'

const kind = 'fulfilment.packingSlip'
const batch = 100

/** Packing slips drawn in this thread, as the chores' thread draws them: fonts parsed before anybody waits. */
export async function drawSlips(app: App, raw: Driver): Promise<readonly Figure[]> {
  const source = fulfilmentPapers.find((each) => each.kind === kind)
  if (source === undefined) throw new Error(`nobody offers the paper ${kind}`)
  const build = source.compose(app.services)
  const slips = someOrders(raw, batch).map((documentId) => {
    const wish = {
      documentId,
      lineIds: null,
      form: 'page',
      medium: null,
      codes: [],
      designFor: () => null,
      today: '',
    } as const
    const built = build(wish, app.services.read)
    const [slip] = built.ok ? built.value : []
    if (slip?.document.form !== 'page') throw new Error('a packing slip is no page')
    return slip.document
  })
  const draw = (documents: readonly PageDocument[]) =>
    app.services.chores.run('printing.drawPdf', { documents, pictures: new Map() })
  await app.services.chores.run('printing.warm', null)
  await draw(slips)
  return [
    {
      key: 'slip.one',
      work: 'draw a packing slip as PDF, warm',
      unit: 'ms',
      aim: { p50: 40 },
      measured: await timed(40, (round) => draw(slips.slice(round + 10, round + 11)), 3),
    },
    {
      key: 'slip.hundred',
      work: '100 packing slips in one file',
      unit: 'ms',
      aim: { p50: 1000 },
      measured: await timed(5, () => draw(slips), 1),
    },
  ]
}

export async function slipAtClient(client: Asking, raw: Driver): Promise<Figure> {
  const ids = someOrders(raw, 30)
  return {
    key: 'slip.client',
    work: 'packing slip as PDF asked for, drawn and kept in the file store, at the client',
    unit: 'ms',
    aim: {},
    measured: await timed(20, (round) => client.local('paper.pdf', { kind, documentId: ids.at(round) ?? '' }), 5),
  }
}

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
    for (const [place, documentId] of someOrders(raw, 60).entries()) {
      const paper = printer.nextPaper()
      const begin = performance.now()
      await client.command('paper.print', { papers: [{ kind, documentId, printerId }] })
      const moment = await paper.firstByte
      await paper.done
      if (place >= 10) samples.push(moment - begin)
    }
  } finally {
    await client.local('printer.remove', { id: printerId }).catch(() => undefined)
    await printer.close()
  }
  return {
    key: 'print.firstByte',
    work: 'click to first byte at a TCP printer, status asked before',
    unit: 'ms',
    aim: { p95: 50 },
    measured: timingOf(samples),
  }
}
