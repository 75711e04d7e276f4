// What every script needs first: the packages of the lock file installed and the program built from the present source.
// Plain JavaScript for Node 20 with nothing installed. Speaks on stderr only, so that stdout stays the caller's.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
const at = (...parts) => join(root, ...parts)

export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function fail(line) {
  say(line)
  process.exit(1)
}

/** Node 24 of this project: an ordinary optional package per platform, so that the lock file pins it. */
export function projectNode() {
  const names = [
    `node-${process.platform.replace('win32', 'win')}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ]
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = names.map((name) => at('node_modules', name, 'bin', file)).find((path) => existsSync(path))
  if (own) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `Node 24 is not among the packages for ${process.platform}-${process.arch}; install Node 24 and try again.`,
  )
}

/** Runs a tool of this project to its end; its stdout goes to stderr. Returns whether it went well. */
export function run(program, words, options = {}) {
  const outcome = spawnSync(program, words, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  return outcome.status === 0
}

/** Whether what is installed is what the lock file says; npm keeps its own list of what it installed. */
export function isInstalled() {
  const list = at('node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    const found = present[path]
    // Packages for other platforms are in the lock file and nowhere else.
    if (!found) return optional === true
    return found.version === version && existsSync(at(path))
  })
}

/** Installs if need be; whether the packages are now those of the lock file. */
export function install() {
  if (isInstalled()) return true
  return withLock('install', () => {
    if (isInstalled()) return true
    say('Installing the packages of package-lock.json (once, and after each change of it) ...')
    // A running program cannot be replaced on Windows, and this script may run on the Node that is one of the packages.
    const verb = process.platform === 'win32' && existsSync(at('node_modules')) ? 'install' : 'ci'
    // The project's own settings silence npm for the sake of stdout; here its problems are to be seen.
    const words = [verb, '--loglevel=error', '--no-audit', '--no-fund']
    const npm = process.env.npm_execpath
    return npm?.endsWith('.js')
      ? run(process.env.npm_node_execpath ?? process.execPath, [npm, ...words])
      : run('npm', words, { shell: process.platform === 'win32' })
  })
}

export function ensureInstalled() {
  if (!install()) fail('npm could not install the packages; its reason stands above.')
}

const sources = [
  'src-shared',
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** A digest of everything the build is made from. Content, not times: a checkout changes times without changing source. */
function sourceDigest() {
  const digest = createHash('sha256')
  const add = (path) =>
    digest
      .update(`${path}\0`)
      .update(readFileSync(at(path)))
      .update('\0')
  for (const source of sources) {
    if (!existsSync(at(source))) continue
    if (statSync(at(source)).isFile()) add(source)
    else {
      const files = readdirSync(at(source), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name).slice(root.length + 1))
      for (const file of files.sort()) add(file)
    }
  }
  return digest.digest('hex')
}

const stamp = at('out', '.built-from')

export function isBuilt(digest = sourceDigest()) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** Builds if need be; whether the program now is built from the present source. */
export function build() {
  if (isBuilt()) return true
  return withLock('build', () => {
    const digest = sourceDigest()
    if (isBuilt(digest)) return true
    say('Building the program ...')
    // Built beside and put in place whole: a program that is running from out/ never sees half of it.
    const fresh = at('.cache', `build-${process.pid}`)
    const tool = at('node_modules/electron-vite/bin/electron-vite.js')
    if (!run(projectNode(), [tool, 'build', '--logLevel', 'warn', '--outDir', fresh])) {
      rmSync(fresh, { recursive: true, force: true })
      return false
    }
    writeFileSync(join(fresh, '.built-from'), digest)
    const old = at('.cache', `old-${process.pid}`)
    if (existsSync(at('out'))) renameSync(at('out'), old)
    renameSync(fresh, at('out'))
    rmSync(old, { recursive: true, force: true })
    return true
  })
}

export function ensureBuilt() {
  if (!build()) fail('The program could not be built; the reason stands above.')
}

/** Two scripts at once: the second waits and then finds the work done. A lock older than ten minutes is left over. */
function withLock(name, work) {
  const lock = at('.cache', `${name}.lock`)
  mkdirSync(at('.cache'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > 600_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return work()
  } finally {
    release()
    process.off('exit', release)
  }
}
