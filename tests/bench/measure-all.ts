import { askingCore } from './asking.ts'
import type { BenchArguments } from './bench-arguments.ts'
import { openBenchCore } from './bench-core.ts'
import type { BenchDatabase } from './bench-database.ts'
import { connectClient, startBenchHost } from './bench-host.ts'
import { type Figure, type Missing, single } from './figure.ts'
import { commandsBesideDrawing } from './figures/beside-drawing.ts'
import { labelsOnTheWire } from './figures/labels.ts'
import { counts, deepPages, listsAtClient, listsInCore } from './figures/lists.ts'
import { openOrderAtClient, openOrderInCore } from './figures/one-order.ts'
import { drawPapers, firstByteAtPrinter, slipAtClient } from './figures/papers.ts'
import { screens } from './figures/screens.ts'
import { searchesAtClient } from './figures/searches.ts'
import { takeOrdersAtClient, takeOrdersInCore } from './figures/take-orders.ts'
import { openRaw } from './raw-database.ts'
import { artworksOf, sampleOrders } from './sample-orders.ts'

type Keep = (figure: Figure) => void
type Miss = (missing: Missing) => void

/** Group by group: what needs the data folder to itself comes one after the other. */
export async function measureAll(wish: BenchArguments, database: BenchDatabase, keep: Keep, miss: Miss): Promise<void> {
  for (const figure of fillingFigures(database)) keep(figure)
  const groups: Record<string, () => Promise<readonly Figure[]>> = {
    core: () => inCore(wish, database),
    client: () => atClient(wish, database),
    papers: () => onPaper(wish, database),
  }
  if (wish.only.has('screens'))
    groups.screens = async () => {
      const { figures, missing } = await screens(database)
      for (const each of missing) miss(each)
      return figures
    }
  for (const [group, measure] of Object.entries(groups)) {
    if (!wish.only.has(group)) continue
    process.stderr.write(`measuring: ${group}\n`)
    try {
      for (const figure of await measure()) keep(figure)
    } catch (problem) {
      miss({ key: group, work: `the group "${group}"`, problem: String(problem) })
    }
  }
}

/** The aims are those of a million orders; fewer may take their share. */
function fillingFigures({ filling }: BenchDatabase): readonly Figure[] {
  const share = filling.orders / 1_000_000
  return [
    {
      key: 'fill.time',
      work: `fill ${filling.orders.toLocaleString('en')} orders of 3 lines`,
      unit: 's',
      aim: { p50: 600 * share },
      measured: single(filling.seconds),
    },
    {
      key: 'fill.size',
      work: 'the database on disk',
      unit: 'GB',
      aim: { p50: 10 * share },
      measured: single(filling.bytes / 1e9),
    },
  ]
}

async function inCore(wish: BenchArguments, database: BenchDatabase): Promise<readonly Figure[]> {
  const app = openBenchCore(database.folder)
  const raw = openRaw(database.path)
  try {
    const core = askingCore(app)
    const orders = sampleOrders(320, wish.customers, await artworksOf(core))
    return [
      await takeOrdersInCore(database, core, orders),
      ...(await listsInCore(core, raw)),
      ...(await deepPages(core, raw)),
      await counts(core, raw),
      await openOrderInCore(core, raw),
    ]
  } finally {
    raw.close()
    await app.close()
  }
}

async function atClient(wish: BenchArguments, database: BenchDatabase): Promise<readonly Figure[]> {
  const host = await startBenchHost(database.folder)
  const client = connectClient(host)
  const raw = openRaw(database.path)
  try {
    const orders = sampleOrders(200, wish.customers, await artworksOf(client))
    return [
      await takeOrdersAtClient(client, orders),
      ...(await listsAtClient(client)),
      ...(await searchesAtClient(client, raw)),
      ...(await openOrderAtClient(client, raw, host)),
    ]
  } finally {
    client.close()
    raw.close()
    await host.close()
  }
}

async function onPaper(wish: BenchArguments, database: BenchDatabase): Promise<readonly Figure[]> {
  const raw = openRaw(database.path)
  try {
    const app = openBenchCore(database.folder)
    const drawn = await drawPapers(app, raw).finally(() => app.close())
    const host = await startBenchHost(database.folder)
    const client = connectClient(host)
    try {
      return [
        ...drawn,
        await slipAtClient(client, raw),
        await firstByteAtPrinter(client, raw),
        ...(await labelsOnTheWire(client, wish.customers)),
        await commandsBesideDrawing(client, raw, wish.customers),
      ]
    } finally {
      client.close()
      await host.close()
    }
  } finally {
    raw.close()
  }
}
