import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

interface Title {
  readonly file: string
  readonly text: string
}

/** What is written in front of a test or a group of tests, in every file of tests but this one. */
function titlesOf(file: string, source: string): Title[] {
  return [...source.matchAll(/(?:test|it|describe)(?:\.\w+(?:\([^)]*\))?)?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gsu)].map(
    (match) => ({ file, text: match[2] ?? '' }),
  )
}

const titles = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:test|e2e|torture|sim)\.tsx?$/u.test(file) && file !== 'architecture/rules-are-quoted.test.ts')
  .flatMap((file) => titlesOf(`tests/${file}`, readFileSync(join(root, 'tests', file), 'utf8')))

const isQuoted = (tag: string, where?: string): boolean =>
  titles.some(({ file, text }) => text.includes(`[${tag}]`) && (where === undefined || file === where))

/** Rules of the write path that nothing of one station can show yet. */
const declaredForLater: Readonly<Record<string, string>> = {
  W18: 'what time brings is done by the holder of a lease, and leases are given by the cloud',
}

/** Each line of the values that the write path is made of, by words its test must have. */
const values: Readonly<Record<string, readonly RegExp[]>> = {
  ids: [/UUIDv7/u, /clock is 16 hex digits/u],
  numbers: [/gapless/u, /number pattern/u],
  amounts: [/whole numbers, never floats/u, /474\.00 per 500/u, /thousandths/u, /size whichever way/u],
  lines: [/7 x 0\.075/u, /21 % of 0\.50/u, /takes VAT out/u, /shares sum to the total/u],
  time: [/business day is that of the zone/u, /shape of dates, instants/u],
  texts: [/stable and free of controls/u, /ISO|E\.164/u, /falls? back/u],
}

/** Of the catalogue of bad inputs, what the parts that exist can meet. */
const dealtWith = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 23, 24, 25, 26, 27, 28, 29, 30, 31],
  ...[47, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 100, 103, 105],
]

describe('every rule of the write path is quoted by a test', () => {
  test.each(Array.from({ length: 20 }, (_, index) => `W${index + 1}`))('%s', (rule) => {
    expect([rule, isQuoted(rule)]).toEqual([rule, !(rule in declaredForLater)])
  })

  test.each(Object.entries(values))('the values: %s', (_, wanted) => {
    const quoted = titles.filter(({ text }) => text.includes('[Values]')).map(({ text }) => text)
    expect(wanted.filter((words) => !quoted.some((text) => words.test(text)))).toEqual([])
  })
})

describe('the bad inputs that are dealt with', () => {
  const table = readFileSync(join(root, 'docs/bad-inputs.md'), 'utf8')
  const rows = [...table.matchAll(/^\| (\d+) \| .*\| (.+) \|$/gmu)].map((row) => ({
    item: row[1] ?? '',
    files: [...(row[2] ?? '').matchAll(/`(tests\/[^`]+)`/gu)].map((file) => file[1] ?? ''),
  }))

  test('each has a row with its tests', () => {
    expect(rows.map(({ item }) => Number(item))).toEqual(dealtWith)
    expect(rows.filter((row) => row.files.length === 0)).toEqual([])
  })

  test.each(rows)('item $item is quoted by the tests that its row names', ({ item, files }) => {
    expect(files.filter((file) => !isQuoted(`bad input ${item}`, file))).toEqual([])
  })
})

test('the reading of titles itself finds a title however it is written', () => {
  const source = `
test('[W1] one', () => {})
it.each(rows)("[W2] two's", fn)
describe(\`[W3] three\`, fn)
test.skipIf(x)(
  '[W4] four', fn)
const words = 'test [W5]'`
  expect(titlesOf('x', source).map(({ text }) => text)).toEqual(['[W1] one', "[W2] two's", '[W3] three', '[W4] four'])
})
