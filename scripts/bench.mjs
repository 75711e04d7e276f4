// `npm run bench`: how fast the core is on this computer, against raw SQLite where that tells something; `npm run bench:sync`:
// what several stations on one cloud cost.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, fail, projectNode, root } from './bootstrap.mjs'

const [first, ...more] = process.argv.slice(2)
const isSync = first === 'sync'
const words = isSync ? more : process.argv.slice(2)
const bench = join(root, isSync ? 'tests/bench/sync/main.ts' : 'tests/bench/main.ts')

ensureInstalled()
if (!existsSync(bench)) fail('There is nothing to measure yet: tests/bench/main.ts is missing.')
const { status } = spawnSync(projectNode(), [bench, ...words], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
