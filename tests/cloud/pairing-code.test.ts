import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { placeOfCode, stationCode } from '#cloud/accounts/station-code.ts'
import { parseCloudArguments } from '#cloud/server/arguments.ts'
import { defaultDataFolder } from '#cloud/server/default-data-folder.ts'
import { codeAlphabet, newPairingCode, readPairingCode } from '#shared/sync/pairing-code.ts'

test('[Y18] codes are eight letters that nobody mistakes, each letter as likely as any', () => {
  const codes = Array.from({ length: 2_000 }, () => newPairingCode(randomBytes))
  expect(codes.filter((code) => !/^[2-9A-HJKMNP-Z]{8}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
  const counts = [...codeAlphabet].map((letter) => codes.join('').split(letter).length - 1)
  const even = (codes.length * 8) / codeAlphabet.length
  expect(Math.min(...counts)).toBeGreaterThan(even * 0.7)
  expect(Math.max(...counts)).toBeLessThan(even * 1.3)
})

test('[Y18] a code is read however it is typed, and nothing else is one', () => {
  expect(['abcd-2345', ' ABCD 2345', 'A B C D 2 3 4 5'].map(readPairingCode)).toEqual(Array(3).fill('ABCD2345'))
  expect(['', 'ABCD234', 'ABCD23456', 'ABCD234O', 'ABCD2341', 'ÀBCD2345'].map(readPairingCode)).toEqual(
    Array(6).fill(null),
  )
})

test('[Y18] station codes go from A over Z to AA, and on', () => {
  expect([1, 2, 26, 27, 52, 53, 702, 703].map(stationCode)).toEqual(['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect(new Set(Array.from({ length: 1_000 }, (_, index) => stationCode(index + 1))).size).toBe(1_000)
  for (const nth of [1, 2, 26, 27, 52, 53, 702, 703, 18_278]) expect(placeOfCode(stationCode(nth))).toBe(nth)
})

test('the program’s words', () => {
  const usual = {
    dataFolder: undefined,
    host: '127.0.0.1',
    port: 4790,
    json: false,
    restored: false,
    oldestClient: null,
  }
  expect(parseCloudArguments([])).toEqual({ ok: true, value: usual })
  const words = [
    '--data',
    'd',
    '--files',
    'f',
    '--host',
    '::1',
    '--port',
    '0',
    '--json',
    '--restored',
    '--oldest-client',
    '1.2.0',
  ]
  const value = {
    dataFolder: 'd',
    filesFolder: 'f',
    host: '::1',
    port: 0,
    json: true,
    restored: true,
    oldestClient: '1.2.0',
  }
  expect(parseCloudArguments(words)).toEqual({ ok: true, value })
  const wrong = [
    ['--port', '70000'],
    ['--port', 'x'],
    ['--data', ''],
    ['--host', ''],
    ['--nothing'],
    ['word'],
    ['--oldest-client', 'new'],
  ]
  expect(wrong.map((each) => parseCloudArguments(each).ok)).toEqual(wrong.map(() => false))
})

test('the embedded database has a folder of its own', () => {
  const folder = (platform: NodeJS.Platform, environment = {}) =>
    defaultDataFolder({ platform, home: 'home', environment })
  expect(folder('linux').replaceAll('\\', '/')).toBe('home/.local/share/counterproof-cloud')
  expect(folder('darwin')).toContain('Counterproof Cloud')
  expect(folder('win32', { LOCALAPPDATA: 'local' })).toContain('local')
})
