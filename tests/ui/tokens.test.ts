import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ui = resolve(import.meta.dirname, '../../src-renderer/ui')
const css = readFileSync(join(ui, 'theme/tokens.css'), 'utf8')

type Scheme = 'light' | 'dark'

function colour(token: string, scheme: Scheme): string {
  const pair = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  const single = new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(css)
  const found = pair?.[scheme === 'light' ? 1 : 2] ?? single?.[1]
  if (found === undefined) throw new Error(`no token ${token}`)
  return found
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string, scheme: Scheme): number {
  const [dark = 0, light = 0] = [luminance(colour(a, scheme)), luminance(colour(b, scheme))].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const BEDS = ['desk', 'sheet', 'sunk', 'hover', 'accbg'] as const
const pairs = (inks: readonly string[], beds: readonly string[]) =>
  inks.flatMap((ink) => beds.map((bed) => [ink, bed] as const))

const TEXT = [
  ...pairs(['ink', 'ink2', 'ink3'], BEDS),
  ...pairs(['acc'], ['desk', 'sheet', 'accbg']),
  ...pairs(['ink'], ['magenta-bg', 'yellow-bg', 'red-bg', 'green-bg']),
  ...pairs(['magenta-text'], ['sheet', 'accbg', 'magenta-bg']),
  ...pairs(['red'], ['sheet', 'red-bg']),
  ['onsolid', 'solid'],
  ['onsolid', 'solid-hover'],
  ['onsolid2', 'solid'],
  ['on-refusal', 'refusal'],
  ['refusal-button', 'on-refusal'],
  ['yellow-text', 'yellow-bg'],
] as const

const SIGNS = [
  ...pairs(['cyan', 'magenta', 'red', 'green', 'ink3'], BEDS),
  ...pairs(['edge'], ['sheet', 'sunk', 'desk']),
  ...pairs(['yellow-trap'], [...BEDS, 'yellow-bg']),
  ...pairs(['acc'], BEDS),
  ['yellow-mark', 'yellow'],
] as const

describe.each(['light', 'dark'] as const)('the colours in the %s theme', (scheme) => {
  test.each(TEXT)('[UI2] %s can be read on %s', (ink, bed) => {
    expect(contrast(ink, bed, scheme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SIGNS)('[UI2] %s can be told from %s', (ink, bed) => {
    expect(contrast(ink, bed, scheme)).toBeGreaterThanOrEqual(3)
  })
})

test('no file outside the theme names a colour', () => {
  const literal = /#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(|: (?:white|black|red|blue|grey|gray)\b/i
  const files = readdirSync(ui, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|tsx)$/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('theme/'))
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter((path) => literal.test(readFileSync(join(ui, path), 'utf8')))).toEqual([])
})
