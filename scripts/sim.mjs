// `npm run sim -- --minutes N`: lives of a shop of several stations from ever new seeds, for so long (sync SPEC, docs/testing.md).
// A seed that fails is printed; COUNTERPROOF_SEEDS=S-S npx vitest run --project simulation replays it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, projectNode, root } from './bootstrap.mjs'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, from: { type: 'string', default: '1001' } },
})
const minutes = Number(values.minutes)
let from = Number(values.from)
if (!(minutes > 0) || !Number.isSafeInteger(from) || from < 1) {
  process.stderr.write('npm run sim -- --minutes N [--from SEED]\n')
  process.exit(2)
}
ensureInstalled()
const portion = 400
const end = performance.now() + minutes * 60_000
while (performance.now() < end) {
  const until = from + portion - 1
  process.stdout.write(`seeds ${from} to ${until}\n`)
  const { status } = spawnSync(
    projectNode(),
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'simulation', '--reporter=dot'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, COUNTERPROOF_SEEDS: `${from}-${until}` } },
  )
  if (status !== 0) process.exit(status ?? 1)
  from = until + 1
}
process.stdout.write(`all well up to seed ${from - 1}\n`)
