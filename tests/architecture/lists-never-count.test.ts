import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../src-main')
const counting = /\bcount\s*\(|\boffset\b/iu

/** Code without its comments, where either word may be explained. */
const codeOf = (path: string): string =>
  readFileSync(join(main, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/^\s*\/\/.*$/gmu, '')

const queriesOf = (feature: string): string[] =>
  readdirSync(join(main, feature, 'queries')).map((file) => `${feature}/queries/${file}`)

test('[W13] no list and no search of orders, customers, products or people counts its rows or skips over them', () => {
  const files = [
    ...['sales-orders', 'parties', 'catalog', 'users', 'files'].flatMap(queriesOf),
    'platform/database/text-search.ts',
  ]
  expect(files.length).toBeGreaterThan(15)
  expect(files.filter((file) => counting.test(codeOf(file)))).toEqual([])
})

test('[W13] the look at the sources itself finds both words', () => {
  expect(['select count(*) from x', 'select COUNT (1)', 'limit 5 offset 10'].map((sql) => counting.test(sql))).toEqual([
    true,
    true,
    true,
  ])
  expect(counting.test('select counter from counters where discount = 1')).toBe(false)
})
