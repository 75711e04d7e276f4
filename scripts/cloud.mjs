// `npm run cloud`: installs what is missing and runs the sync cloud from its sources, on an embedded database in a folder, or on
// PostgreSQL where DATABASE_URL names one. `npm run cloud -- --json` is for scripts: one line of JSON on stdout, nothing else.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, projectNode, root } from './bootstrap.mjs'
import { stayWith } from './stay-with.mjs'

ensureInstalled()
stayWith(
  spawn(
    projectNode(),
    ['--disable-warning=ExperimentalWarning', join(root, 'src-cloud/server/main.ts'), ...process.argv.slice(2)],
    // The channel tells the program when this script is gone, however it went.
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  ),
)
