// The import gate: runs dependency-cruiser over every layer and prints each forbidden import.
// `--base DIR` looks at another tree (the deliberately bad fixture of the tests), `--json` prints the findings as JSON.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { base: { type: 'string', default: root }, json: { type: 'boolean', default: false } },
})
const base = resolve(values.base)

const layers = ['src-shared', 'src-main', 'src-renderer', 'src-cloud', 'tests'].filter((each) =>
  existsSync(join(base, each)),
)

// The cruiser prints a warning about the TypeScript version although swc does the parsing; it is noise here.
const { cruise } = await import('dependency-cruiser')
const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))

const { output } = await cruise(layers, {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
  baseDir: base,
})

const findings = output.summary.violations
  .map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  .sort((a, b) => `${a.from} ${a.rule} ${a.to}`.localeCompare(`${b.from} ${b.rule} ${b.to}`, 'en'))

// A gate that saw nothing finds nothing: every source file on disk must be among the modules read.
const seen = new Set(output.modules.map((each) => each.source))
const unseen = layers
  .flatMap((layer) => readdirSync(join(base, layer), { recursive: true, withFileTypes: true }))
  .filter((each) => each.isFile() && /\.tsx?$/.test(each.name) && !each.name.endsWith('.d.ts'))
  .map((each) => relative(base, join(each.parentPath, each.name)).replaceAll('\\', '/'))
  .filter((path) => !seen.has(path) && !path.startsWith('tests/architecture/bad-fixture/'))

if (values.json) {
  process.stdout.write(`${JSON.stringify({ findings, unseen })}\n`)
} else {
  for (const { rule, from, to } of findings) process.stdout.write(`${rule}: ${from} -> ${to}\n`)
  for (const path of unseen) process.stdout.write(`not seen by the gate: ${path}\n`)
  process.stdout.write(`${seen.size} modules, ${findings.length} forbidden imports\n`)
}
process.exitCode = findings.length + unseen.length > 0 ? 1 : 0
