// Adds to package-lock.json the optional platform packages that a partial registry mirror left out.
//
// npm drops an optional dependency it cannot find from the lock file, and `npm ci` then refuses the lock as incomplete.
// An entry with version, os, cpu and `optional` is enough: it is skipped where it does not fit and installed where it does.
// Run after every change of dependencies: `npm install --package-lock-only && node scripts/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'

const lockPath = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockPath, 'utf8'))

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openbsd', 'wasm32']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x']

/** os and cpu from a platform package's name, as `@biomejs/cli-linux-x64-musl` has them. */
function platformOf(name) {
  const words = name.split('/').pop().split('-')
  const cpu = processors.find((each) => words.includes(each))
  const os = systems.find((each) => words.includes(each))
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(os ? { os: [os] } : {}) }
}

let added = 0
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`
    if (lock.packages[path]) continue
    lock.packages[path] = { version, ...platformOf(name), optional: true }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added`)
