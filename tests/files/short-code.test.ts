import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileExtension } from '#shared/files/file-name.ts'
import { readShortCode, shortCodeOf } from '#shared/files/short-code.ts'

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })

test('[FI4] the code comes from the hash alone and is never changed again: papers carry it', () => {
  expect(shortCodeOf('0'.repeat(64))).toBe('22-2222')
  expect(shortCodeOf('f'.repeat(64))).toBe('ZZ-ZZZZ')
  expect(shortCodeOf(`e3b0c442${'98fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'}`)).toBe('WG-SEAJ')
  expect(() => shortCodeOf('K7-9HD3')).toThrow(RangeError)
})

test('[FI4] a code is found again however it is typed, and holds nothing that is taken for something else', () => {
  fc.assert(
    fc.property(hash, (each) => {
      const code = shortCodeOf(each)
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{4}$/)
      expect(readShortCode(code)).toBe(code)
      expect(readShortCode(` ${code.toLowerCase().replace('-', ' – ')}`)).toBe(code)
    }),
  )
  expect(['', 'K7-9HD', 'K7-9HD33', 'K0-9HD3', 'KI-9HD3'].map(readShortCode)).toEqual([null, null, null, null, null])
})

test('[FI4] codes of different files differ: thirty bits are spread evenly', () => {
  const codes = new Set<string>()
  for (let at = 0; at < 20_000; at += 1)
    codes.add(shortCodeOf(((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0').padEnd(64, '0')))
  expect(codes.size).toBe(20_000)
})

test('[FI3] a name ends where systems that drop dots and blanks let it end', () => {
  expect(['a.PDF', 'a.pdf. ', 'a.pdf.exe', '.htaccess', 'a', 'a.b c', 'a.pdf:ads', ''].map(fileExtension)).toEqual([
    'pdf',
    'pdf',
    'exe',
    'htaccess',
    '',
    '',
    '',
    '',
  ])
})
