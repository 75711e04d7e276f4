import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** One line of a full run, gathered by `npm run torture -- --full` into docs/reliability.md. */
export function writeReport(what: string, figures: Readonly<Record<string, number | string>>): void {
  const folder = join(import.meta.dirname, '../../.cache')
  mkdirSync(folder, { recursive: true })
  appendFileSync(join(folder, 'torture-report.jsonl'), `${JSON.stringify({ what, figures })}\n`)
}
