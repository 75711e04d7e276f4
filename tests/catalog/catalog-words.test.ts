import { describe, expect, it } from 'vitest'
import { unitCodes } from '#shared/kernel/quantity.ts'
import { keysOf, sourceOf } from './words.ts'

/** Codes in a source that stand for a sentence: 'entity.reason'. */
function codesIn(source: string, entities: string): readonly string[] {
  const found = source.match(new RegExp(`'(?:${entities})\\.\\w+'`, 'g')) ?? []
  return [...new Set(found)].map((code) => code.slice(1, -1))
}

describe('words of the catalogue', () => {
  const keys = keysOf('catalog')

  it('[CT13] every problem and refusal has its sentence', () => {
    const source = sourceOf('catalog', /^(barcode|category|configuration|price-table|product)/)
    const problems = codesIn(source, 'configuration|option|product|barcode|unit|currency|file|price')
    const refusals = codesIn(source, 'category')
    expect(problems.length + refusals.length).toBeGreaterThan(30)
    const sentences = [...problems.map((code) => `problem.${code}`), ...refusals.map((code) => `refusal.${code}`)]
    expect(sentences.filter((key) => !keys.has(key))).toEqual([])
  })

  it('[CT13] every unit has a name and a way to write an amount', () => {
    const wanted = unitCodes.flatMap((unit) => [`unit.${unit}`, `amount.${unit}`])
    expect(wanted.filter((key) => !keys.has(key))).toEqual([])
  })
})
