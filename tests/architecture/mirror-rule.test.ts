import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { featureOrder } from '#shared/feature-order.ts'

const root = resolve(import.meta.dirname, '../..')

/** Folders of a layer that hold no feature: the closed list of the architecture. */
const machinery: Readonly<Record<string, readonly string[]>> = {
  'src-shared': ['kernel'],
  'src-main': ['app', 'electron', 'headless', 'platform'],
  'src-renderer': ['app', 'client', 'ui'],
  'src-cloud': ['server', 'database', 'accounts', 'sync'],
  tests: [
    'architecture',
    'bench',
    'contracts',
    'fixtures',
    'migrations',
    'simulation',
    'support',
    'torture',
    // Tests of the machinery above stand under its own name.
    'app',
    'client',
    'cloud',
    'electron',
    'headless',
    'kernel',
    'platform',
    'scripts',
    'ui',
  ],
}

const features: ReadonlySet<string> = new Set(featureOrder)
const foldersOf = (layer: string) =>
  existsSync(join(root, layer))
    ? readdirSync(join(root, layer), { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []))
    : []

test('every folder of a layer is a feature of the feature order or on the closed list', () => {
  const strangers = Object.entries(machinery).flatMap(([layer, known]) =>
    foldersOf(layer)
      .filter((name) => !features.has(name) && !known.includes(name))
      .map((name) => `${layer}/${name}`),
  )
  expect(strangers).toEqual([])
})

test('every feature of the core has tests under its name', () => {
  const tested = new Set(foldersOf('tests'))
  expect(foldersOf('src-main').filter((name) => features.has(name) && !tested.has(name))).toEqual([])
})

test('every feature states its rules in a README of its shared folder', () => {
  const silent = foldersOf('src-shared').filter(
    (name) => features.has(name) && !existsSync(join(root, 'src-shared', name, 'README.md')),
  )
  expect(silent).toEqual([])
})

test('no source file is longer than 400 lines, and the desktop shell stays within 800 in all', () => {
  const lengths = ['src-shared', 'src-main', 'src-renderer', 'src-cloud'].flatMap((layer) =>
    existsSync(join(root, layer))
      ? readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
          .filter((path) => /\.tsx?$/.test(path))
          .map((path) => ({
            path: `${layer}/${path.replaceAll('\\', '/')}`,
            lines: readFileSync(join(root, layer, path), 'utf8').split('\n').length - 1,
          }))
      : [],
  )
  expect(lengths.filter((each) => each.lines > 400)).toEqual([])
  const shell = lengths.filter((each) => each.path.startsWith('src-main/electron/'))
  expect(shell.reduce((sum, each) => sum + each.lines, 0)).toBeLessThanOrEqual(800)
})
