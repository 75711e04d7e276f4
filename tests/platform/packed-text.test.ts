import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packText, unpackText } from '#main/platform/changes/packed-text.ts'

test('any text comes back as it was, short or long', () => {
  const sign = fc.constantFrom('a', '"', '\\', '\n', '\u0000', 'ł', '€', '漢', '😀')
  const text = fc
    .tuple(fc.string({ unit: sign, maxLength: 40 }), fc.nat(200))
    .map(([part, times]) => part.repeat(times))
  fc.assert(fc.property(text, (each) => unpackText(packText(each)) === each))
})

test('a short text stays readable in the database, a long one takes less than half', () => {
  expect(packText('{"status":["draft","confirmed"]}')).toBe('{"status":["draft","confirmed"]}')
  const lines = Array.from({ length: 40 }, (_, place) => ({ sku: 'TK-STD', unit: 'C62', place }))
  const text = JSON.stringify({ lines })
  expect(packText(text).length).toBeLessThan(text.length / 2)
})

test('text packed with words that this version does not know is refused, not guessed at', () => {
  const packed = packText('lines '.repeat(400))
  if (typeof packed === 'string') throw new Error('a long text was not packed')
  packed[0] = 250
  expect(() => unpackText(packed)).toThrow('edition 250')
})

test('what an earlier release has packed can be read for good', () => {
  const kept = Buffer.from('AKtGKgFw5/3a2lF12MrE0XDBXleMhstouIDaDKPpYLinAwA=', 'base64')
  expect(unpackText(kept)).toBe(JSON.stringify({ customer: { code: 'K', country: 'NL' } }).repeat(40))
})
