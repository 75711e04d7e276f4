// `npm run bench`: what the aims of the product cost on this computer, beside raw SQLite on the same data.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments } from './bench-arguments.ts'
import { projectFolder } from './bench-core.ts'
import { benchDatabase } from './bench-database.ts'
import type { Figure, Missing } from './figure.ts'
import { measureAll } from './measure-all.ts'
import { readThrough } from './read-through.ts'
import { performancePage, syncPartOf, withSyncPart } from './report/performance-page.ts'
import { asText, linesOf } from './report/table.ts'
import { thisMachine } from './report/this-machine.ts'

const wish = readArguments(process.argv.slice(2))
const machine = thisMachine(projectFolder)
const database = await benchDatabase(wish)
readThrough(database.path)
const figures: Figure[] = []
const missing: Missing[] = []
await measureAll(
  wish,
  database,
  (figure) => figures.push(figure),
  (what) => missing.push(what),
)

const at = new Date().toISOString()
const lines = linesOf(figures, missing)
process.stdout.write(`${asText(lines)}\n`)
const cache = join(projectFolder, '.cache', 'bench')
mkdirSync(cache, { recursive: true })
writeFileSync(
  join(cache, 'result.json'),
  `${JSON.stringify({ at, wish: { ...wish, only: [...wish.only] }, machine, filling: database.filling, figures, missing }, null, 2)}\n`,
)
if (wish.writesDocs) {
  const path = join(projectFolder, 'docs', 'performance.md')
  const kept = existsSync(path) ? syncPartOf(readFileSync(path, 'utf8')) : ''
  const page = performancePage(lines, machine, database.filling, at)
  writeFileSync(path, kept === '' ? page : withSyncPart(page, kept))
}
process.exitCode = missing.length > 0 ? 1 : 0
