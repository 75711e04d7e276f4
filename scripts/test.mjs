// `npm test`: everything that can be checked on this computer, from a fresh clone. Each suite says how long it took; what the
// computer lacks is named; the last line counts. Words after `--` choose suites by name: npm test -- unit lint
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, projectNode, root } from './bootstrap.mjs'

const print = (line) => process.stdout.write(`${line}\n`)
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8)

const installing = performance.now()
if (!install()) {
  print('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
const node = projectNode()
const tool = (path) => join(root, 'node_modules', path)
const environment = {
  ...process.env,
  // Tests are not run by npm: they ask for this Node by its place, not by a path that npm has arranged.
  PATH: `${tool('.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  COUNTERPROOF_TORTURE: process.env.COUNTERPROOF_TORTURE ?? 'short',
}

function runTool(words) {
  return spawnSync(node, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: environment }).status === 0
}

const none = { passed: 0, failed: 0, skipped: 0 }
const single = (isRight) => (isRight ? { ...none, passed: 1 } : { ...none, failed: 1 })

/** One project of vitest; its own report is the count, and a file that could not even be loaded is a failure. */
function runTests(project) {
  const report = join(root, '.cache', `tests-${project}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const words = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const isRight = runTool([tool('vitest/vitest.mjs'), ...words])
  if (!existsSync(report)) return single(isRight)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
  return {
    passed: numPassedTests,
    failed: isRight ? numFailedTests : Math.max(1, numFailedTests),
    skipped: numPendingTests + numTodoTests,
  }
}

const suites = [
  ['types', () => single(runTool([tool('typescript/bin/tsc'), '-b']))],
  ['lint', () => single(runTool([tool('@biomejs/biome/bin/biome'), 'check', '.']))],
  ['imports', () => single(runTool([join(root, 'scripts/import-gate.mjs')]))],
  ['unit', () => runTests('unit')],
  ['database', () => runTests('database')],
  ['simulation', () => runTests('simulation')],
  ['build', () => single(build())],
  ['e2e', () => runTests('e2e')],
  ['torture', () => runTests('torture')],
]

/** What some tests need and this computer may not have. */
function missing() {
  const programs = {
    chromium: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    'CUPS (cupsd, ippeveprinter, ipptool)': ['cupsd', 'ippeveprinter', 'ipptool'],
    'poppler (pdftoppm, pdftotext)': ['pdftoppm', 'pdftotext'],
    qpdf: ['qpdf'],
    zbarimg: ['zbarimg'],
  }
  const folders = [
    ...(process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':'),
    '/usr/sbin',
    '/usr/local/sbin',
  ]
  const has = (name) => folders.some((folder) => existsSync(join(folder, name)))
  const lacking = Object.entries(programs).flatMap(([name, files]) => {
    // Any browser does; of the others every program is used.
    const isThere = name === 'chromium' ? files.some(has) : files.every(has)
    return isThere ? [] : [name]
  })
  // Debian keeps the server's programs out of every path, by version.
  const debian = '/usr/lib/postgresql'
  if (!has('postgres') && !(existsSync(debian) && readdirSync(debian).length > 0))
    lacking.push('PostgreSQL (postgres, initdb)')
  if (!existsSync(join(root, 'node_modules/electron/path.txt')))
    lacking.push('the binary of Electron (docs/not-proven.md says what that leaves open)')
  return lacking
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((each) => !suites.some(([name]) => name === each))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no suite ${unknown.join(', ')}; the suites are ${suites.map(([name]) => name).join(', ')}.\n`,
  )
  process.exit(2)
}

const lines = [`${'install'.padEnd(11)}${seconds(installing)}`]
const total = { ...none }
for (const [name, runSuite] of suites) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  print(`\n== ${name}`)
  const started = performance.now()
  const outcome = runSuite()
  for (const kind of Object.keys(total)) total[kind] += outcome[kind]
  lines.push(
    `${name.padEnd(11)}${seconds(started)}   ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`,
  )
}

print(`\n${lines.join('\n')}`)
for (const each of missing()) print(`This computer lacks ${each}.`)
print(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
