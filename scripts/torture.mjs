// `npm run torture`: kills, races and damage in short; `-- --full` runs the counts that close an issue (fewer cases, never
// weaker ones, are what `npm test` runs) and keeps their figures in docs/reliability.md.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, projectNode, root } from './bootstrap.mjs'

const words = process.argv.slice(2)
const isFull = words.includes('--full')
const figures = join(root, '.cache', 'torture-report.jsonl')

ensureInstalled()
rmSync(figures, { force: true })
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  projectNode(),
  [vitest, 'run', '--project', 'torture', ...words.filter((each) => each !== '--full')],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, COUNTERPROOF_TORTURE: isFull ? 'full' : 'short' },
  },
)
process.exitCode = status ?? 1

// A run of chosen files would replace the figures of the whole.
if (isFull && words.length === 1 && existsSync(figures)) {
  const rows = readFileSync(figures, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const computer = `${type()}, ${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${spawnSync(projectNode(), ['--version'], { encoding: 'utf8' }).stdout.trim()}`
  const cell = (value) => String(value).replaceAll('|', '\\|')
  const table = rows.map(({ what, figures: counted }) => {
    const text = Object.entries(counted).map(([name, value]) => `${name} ${value}`)
    return `| ${cell(what)} | ${cell(text.join(', '))} |`
  })
  const page = join(root, 'docs/reliability.md')
  const before = existsSync(page) ? readFileSync(page, 'utf8') : ''
  // What other runs have shown stands below, and is theirs to write.
  const others = before.indexOf('\n## ')
  writeFileSync(
    page,
    `# What was tortured, and what came of it

Written by \`npm run torture -- --full\` on ${new Date().toISOString().slice(0, 10)}: ${computer}.
Outcome: ${status === 0 ? 'every case passed' : '**some cases failed**'}. What no test here can show stands in [not-proven.md](not-proven.md).

| test | figures |
| --- | --- |
${table.join('\n')}
${others < 0 ? '' : before.slice(others)}`,
  )
}
