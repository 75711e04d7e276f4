import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { fillDemoShop } from '#main/demo-shop/module.ts'
import type { BenchArguments } from './bench-arguments.ts'
import { openBenchCore, projectFolder } from './bench-core.ts'

const fillingRecord = z.object({
  madeFrom: z.string(),
  orders: z.number(),
  customers: z.number(),
  seconds: z.number(),
  processorSeconds: z.number(),
  bytes: z.number(),
  load: z.number(),
  at: z.string(),
})

/** How the database came to be: kept beside it, for the figures of later runs. */
export type FillingRecord = z.output<typeof fillingRecord>

export interface BenchDatabase {
  readonly folder: string
  readonly path: string
  readonly filling: FillingRecord
}

/** The database of so many orders, filled now or kept from an earlier run with the same schema and generator. */
export async function benchDatabase(wish: BenchArguments): Promise<BenchDatabase> {
  const home = join(projectFolder, '.cache', 'bench', String(wish.orders))
  const folder = join(home, 'data')
  const path = join(folder, 'counterproof.db')
  const record = join(home, 'filling.json')
  const madeFrom = digestOfWhatShapesIt()
  const kept = existsSync(record) ? fillingRecord.safeParse(JSON.parse(readFileSync(record, 'utf8'))) : undefined
  const isUsable = kept?.success === true && kept.data.madeFrom === madeFrom && kept.data.customers === wish.customers
  if (isUsable && !wish.refills && existsSync(path)) return { folder, path, filling: kept.data }
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const filling = await fill(folder, path, wish, madeFrom)
  writeFileSync(record, `${JSON.stringify(filling, null, 2)}\n`)
  return { folder, path, filling }
}

async function fill(folder: string, path: string, wish: BenchArguments, madeFrom: string): Promise<FillingRecord> {
  const core = openBenchCore(folder)
  const begin = performance.now()
  const processor = process.cpuUsage()
  let saidAt = begin
  const progress = (done: number): void => {
    const now = performance.now()
    if (now - saidAt < 5000 && done < wish.orders) return
    saidAt = now
    const seconds = (now - begin) / 1000
    const left = (seconds / done) * (wish.orders - done)
    process.stderr.write(
      `filling: ${done} of ${wish.orders} orders, ${seconds.toFixed(0)} s, ${left.toFixed(0)} s to go\n`,
    )
  }
  try {
    await fillDemoShop(core.demoHost(), {
      customers: wish.customers,
      orders: wish.orders,
      lines: 3,
      until: Date.now(),
      progress,
    })
  } finally {
    await core.close()
  }
  const { user, system } = process.cpuUsage(processor)
  return {
    madeFrom,
    orders: wish.orders,
    customers: wish.customers,
    seconds: (performance.now() - begin) / 1000,
    processorSeconds: (user + system) / 1e6,
    bytes: statSync(path).size,
    load: loadavg()[0] ?? 0,
    at: new Date().toISOString(),
  }
}

/** Everything that decides what lies in the tables: schema, write path, generator, declarations and projections. */
function digestOfWhatShapesIt(): string {
  const digest = createHash('sha256')
  const files = ['src-main', 'src-shared'].flatMap((top) =>
    readdirSync(join(projectFolder, top), { recursive: true, encoding: 'utf8' })
      .map((name) => `${top}/${name.replaceAll('\\', '/')}`)
      .filter((name) =>
        /(\/database\/(migrations\/|search-key|text-search)|\/platform\/changes\/|\/demo-shop\/|\/(replication|projection)\.ts$).*$/.test(
          name,
        ),
      )
      .filter((name) => name.endsWith('.ts')),
  )
  for (const name of files.sort()) digest.update(`${name}\0`).update(readFileSync(join(projectFolder, name)))
  return digest.digest('hex')
}
