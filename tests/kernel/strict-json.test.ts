import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'

function said(text: string): unknown {
  const parsed = parseStrictJson(text)
  return parsed.ok ? parsed.value : parsed.fault
}

describe('[K22] JSON from outside (reliability c 80)', () => {
  it('[K22] refuses what JSON.parse would read as something else than was sent', () => {
    expect(['{"a":1,"a":2}', '{"a":{"b":1,"c":[{"b":1,"b":2}]}}', '{"a":1,"\\u0061":2}'].map(said)).toEqual(
      Array(3).fill('duplicateKey'),
    )
    expect(
      ['{"__proto__":{}}', '{"a":[{"constructor":1}]}', '{"prototype":1}', '{"\\u005f_proto__":1}'].map(said),
    ).toEqual(Array(4).fill('forbiddenKey'))
    expect(['9007199254740992', '[-9007199254740993]', '1e400', '{"a":1e20}', '9007199254740993.0'].map(said)).toEqual(
      Array(5).fill('unsafeNumber'),
    )
    expect(
      ['{} x', '{}{}', '', '{a:1}', "{'a':1}", '[1,]', '\uFEFF{}', 'NaN', '01', '"\n"', '[1', '"a'].map(said),
    ).toEqual(Array(12).fill('syntax'))
  })

  it('[K22] takes nesting to 64 and no deeper', () => {
    const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`
    expect(parseStrictJson(nested(64)).ok).toBe(true)
    expect([said(nested(66)), said(nested(100_000))]).toEqual(['tooDeep', 'tooDeep'])
  })

  it('[K22] takes the same words as values, and the same key in different objects', () => {
    const text =
      '{"a":["__proto__","a","a",{"a":"constructor"}],"b":{"a":"}{,:[\\"\\\\"},"c":9007199254740991,"d":-0.5,"e":1.0}'
    expect(said(text)).toEqual(JSON.parse(text))
  })

  it('[K22] reads everything else exactly as JSON.parse does', () => {
    const forbidden = ['__proto__', 'constructor', 'prototype']
    const safe = (value: unknown): boolean =>
      !/unsafe/u.test(
        JSON.stringify(value, (key, each) =>
          forbidden.includes(key) || (Number.isInteger(each) && !Number.isSafeInteger(each)) ? 'unsafe' : each,
        ),
      )
    fc.assert(
      fc.property(fc.json({ maxDepth: 8, stringUnit: 'binary' }), (text) => {
        const value: unknown = JSON.parse(text)
        fc.pre(safe(value))
        expect(said(text)).toEqual(value)
      }),
    )
  })

  it('[K22] stays linear on megabytes made to hurt', () => {
    const hurtful = [
      `"${'\\n'.repeat(2_000_000)}"`,
      '"'.repeat(1_000_000),
      `"${'\\'.repeat(1_000_000)}`,
      '['.repeat(1_000_000),
      `[${'1'.repeat(1_000_000)}]`,
    ]
    const started = performance.now()
    expect(hurtful.map((text) => parseStrictJson(text).ok)).toEqual([true, false, false, false, false])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
