import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, sameJson } from '#shared/kernel/canonical-json.ts'

const value = fc.jsonValue({ maxDepth: 4 })

/** The same value with its keys in another order and members that are not there. */
function turned(source: unknown): unknown {
  if (Array.isArray(source)) return source.map(turned)
  if (typeof source !== 'object' || source === null) return source
  const members = Object.entries(source).map(([name, member]) => [name, turned(member)] as const)
  return Object.fromEntries([...members.reverse(), ['not there', undefined]])
}

test('[W5] canonical text parses back to the same value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(value, (each) => {
      const text = canonicalJson(each)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(each)))
      expect(canonicalJson(turned(each))).toBe(text)
    }),
  )
})

test('keys are in the order of their code units at every depth', () => {
  expect(canonicalJson({ b: 1, a: { é: 1, z: [{ d: 1, c: 2 }] }, B: 3, none: undefined })).toBe(
    '{"B":3,"a":{"z":[{"c":2,"d":1}],"é":1},"b":1}',
  )
})

test('two values are the same exactly when their canonical texts are', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(sameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other))
      expect(sameJson(one, turned(one))).toBe(true)
    }),
  )
})

test('what differs in one place only is another value', () => {
  const line = { title: 'Flyers', steps: [{ code: 'tier', amount: 14_800 }], override: null }
  for (const other of [
    { ...line, title: 'Folders' },
    { ...line, steps: [] },
    { ...line, steps: [{ code: 'tier', amount: 14_801 }] },
    { ...line, steps: { 0: { code: 'tier', amount: 14_800 } } },
    { ...line, override: 0 },
    { ...line, more: null },
    { title: line.title, steps: line.steps },
  ]) {
    expect(sameJson(line, other)).toBe(false)
    expect(sameJson(other, line)).toBe(false)
  }
  expect(sameJson(line, structuredClone(line))).toBe(true)
})

test('what JSON cannot say is refused', () => {
  expect(() => canonicalJson({ amount: Number.NaN })).toThrow('no JSON form')
  expect(() => canonicalJson([1n])).toThrow('no JSON form')
})
