// `npm run bench:sync`: what several stations on one cloud cost, over loopback and a real PostgreSQL.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillDemoShop } from '#main/demo-shop/module.ts'
import { projectFolder } from '../bench-core.ts'
import type { Figure, Missing } from '../figure.ts'
import { syncPart, withSyncPart } from '../report/performance-page.ts'
import { asText, linesOf } from '../report/table.ts'
import { thisMachine } from '../report/this-machine.ts'
import { startBenchCloud } from './bench-cloud.ts'
import { joinStation, openStation } from './bench-station.ts'
import { singlePushes } from './push-figures.ts'
import { bootstrapStation, foundShop, liveLine, offlineAndBack } from './sync-figures.ts'

const { values } = parseArgs({
  options: { orders: { type: 'string', default: '45000' }, docs: { type: 'boolean', default: false } },
})
const orders = Number(values.orders)
if (!Number.isInteger(orders) || orders < 3000)
  throw new Error('At least 3,000 orders: npm run bench:sync -- [--orders N] [--docs]')

const machine = thisMachine(projectFolder)
const folder = mkdtempSync(join(tmpdir(), 'counterproof-bench-sync-'))
const cloud = await startBenchCloud()
const figures: Figure[] = []
const missing: Missing[] = []
const keep = (figure: Figure): void => {
  figures.push(figure)
  process.stderr.write(`${figure.key}: ${figure.measured.p50.toFixed(2)} ${figure.unit}\n`)
}
try {
  for (const figure of await singlePushes(cloud.url)) keep(figure)
  const home = { folder, cloudUrl: cloud.url }
  const founder = await foundShop(home, orders, keep)
  const joined = openStation(folder, 'b', { hasLoop: true, joins: await joinStation(folder, 'b', founder) })
  const { a, b } = await offlineAndBack(home, founder, joined, keep)
  const alone = openStation(folder, 'alone', { hasLoop: true })
  await fillDemoShop(alone.app.demoHost(), { customers: 100, orders: 2000, lines: 3, until: Date.now() })
  await liveLine(a, b, alone, keep)
  await alone.close()
  await b.close()
  await bootstrapStation(home, a, keep)
  await a.close()
} catch (problem) {
  missing.push({ key: 'sync', work: 'the rest', problem: String(problem) })
} finally {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
}
const lines = linesOf(figures, missing)
process.stdout.write(`${asText(lines)}\n`)
if (values.docs) {
  const page = join(projectFolder, 'docs', 'performance.md')
  writeFileSync(page, withSyncPart(readFileSync(page, 'utf8'), syncPart(lines, machine, new Date().toISOString())))
}
process.exitCode = missing.length > 0 ? 1 : 0
