import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { base64Of, sha256Of } from '#renderer/client/file-bytes.ts'
import { newUuid } from '#renderer/client/new-uuid.ts'
import { localeFilesOf } from '#renderer/client/texts/locale-files.ts'
import { systemLanguage } from '#renderer/client/texts/texts.ts'
import { uuidPattern } from '#shared/kernel/ids.ts'
import { languages } from '#shared/kernel/language.ts'

afterEach(() => vi.unstubAllGlobals())

test('bytes become the base64 that everybody else makes of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    }),
    { numRuns: 30 },
  )
})

test('a file is named by its SHA-256 where the page may make one, and by nobody where it may not', async () => {
  const file = new Blob(['ink on paper'])
  vi.stubGlobal('isSecureContext', true)
  expect(await sha256Of(file)).toBe(createHash('sha256').update('ink on paper').digest('hex'))
  vi.stubGlobal('isSecureContext', false)
  expect(await sha256Of(file)).toBeNull()
})

test('ids are UUIDv7 and sort by the time they were made', () => {
  vi.useFakeTimers()
  const made = [1, 2, 3].map((day) => {
    vi.setSystemTime(new Date(`2026-11-0${day}T10:00:00Z`))
    return newUuid()
  })
  vi.useRealTimers()
  expect(made.every((id) => uuidPattern.test(id) && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true)
  expect(made.toSorted()).toEqual(made)
})

test('a language file is its namespace, and a million takes the ordinary plural where there is no other', () => {
  expect(
    localeFilesOf({ '../../locales/fr/stock.json': { sheets_one: 'une feuille', sheets_other: '{{count}} feuilles' } }),
  ).toEqual({
    stock: { sheets_one: 'une feuille', sheets_many: '{{count}} feuilles', sheets_other: '{{count}} feuilles' },
  })
})

test('the system’s wish decides the first language; one nobody speaks here is passed over', () => {
  expect([['sv-SE', 'pl-PL', 'de'], ['nl-BE'], ['sv'], []].map((wishes) => systemLanguage(wishes, languages))).toEqual([
    'pl',
    'nl',
    'en',
    'en',
  ])
})
