// `npm start`: installs what is missing, builds what is stale, and runs the program: in its window where Electron is
// present, else in the browser. `npm start -- --headless --json` is for scripts: one line of JSON on stdout, nothing else.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, projectNode, root, say } from './bootstrap.mjs'
import { stayWith } from './stay-with.mjs'

const words = process.argv.slice(2)
const electronFolder = join(root, 'node_modules', 'electron')

function electronBinary() {
  const note = join(electronFolder, 'path.txt')
  if (!existsSync(note)) return undefined
  const binary = join(electronFolder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/** One try of at most a minute per version; a computer without a way out is not made to wait at each start. */
function fetchElectron() {
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'))
  const memory = join(root, '.cache', 'electron-fetch.json')
  if (existsSync(memory) && JSON.parse(readFileSync(memory, 'utf8')).version === version) return undefined
  say('Fetching Electron (once, at most a minute) ...')
  spawnSync(projectNode(), [join(electronFolder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const binary = electronBinary()
  mkdirSync(join(root, '.cache'), { recursive: true })
  if (!binary) writeFileSync(memory, JSON.stringify({ version, outcome: 'not fetched' }))
  return binary
}

/** Why there is no window, or the program that shows it. */
function desktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { reason: 'There is no display here, so Counterproof runs in the browser.' }
  }
  const binary = electronBinary() ?? fetchElectron()
  return binary
    ? { binary }
    : {
        reason:
          'Electron is not on this computer (npx install-electron fetches it), so Counterproof runs in the browser.',
      }
}

ensureInstalled()
ensureBuilt()

const { binary, reason } = words.includes('--headless') ? {} : desktop()
if (reason) say(reason)

// The channel tells the headless program when this script is gone, however it went.
const child = binary
  ? spawn(binary, [root, ...words], { stdio: 'inherit' })
  : spawn(projectNode(), [join(root, 'out/main/headless.js'), ...words], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })

stayWith(child)
