// `npm run bench`: how fast the core is on this computer, against raw SQLite where that tells something.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, fail, projectNode, root } from './bootstrap.mjs'

const bench = join(root, 'tests/bench/main.ts')

ensureInstalled()
if (!existsSync(bench)) fail('There is nothing to measure yet: tests/bench/main.ts is missing.')
const { status } = spawnSync(projectNode(), [bench, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
