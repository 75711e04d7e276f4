import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  availableValues,
  choose,
  completeConfiguration,
  configurationProblems,
  pagesOf,
  sizeOf,
} from '#shared/catalog/configuration.ts'
import type { ConfigurableProduct } from '#shared/catalog/product.ts'
import type { Configuration, OptionRule } from '#shared/catalog/product-options.ts'
import { brochure, businessCards, choiceOption, value } from './sample-products.ts'

function codes(product: ConfigurableProduct, configuration: Configuration) {
  return configurationProblems(product, configuration).map(({ field, code }) => `${field}: ${code}`)
}

describe('configuration', () => {
  const whole = { size: '85x55', paper: '350', finish: 'none' }

  it('[CT3] names every option that is missing, unknown or has a value the product has not', () => {
    expect(codes(businessCards, whole)).toEqual([])
    expect(codes(businessCards, { size: 'a3', paper: 16, glue: 'yes' })).toEqual([
      'size: configuration.unknownValue',
      'paper: configuration.unknownValue',
      'finish: configuration.missing',
      'glue: configuration.unknownOption',
    ])
  })

  it('[CT4] takes a size of its own within the limits, either way round', () => {
    const at = (width: number, height: number) =>
      configurationProblems(businessCards, { ...whole, size: { width, height } })
    expect(at(900, 500)).toEqual([])
    expect(at(500, 900)).toEqual([])
    expect(at(1001, 500)).toEqual([
      {
        field: 'size',
        code: 'configuration.sizeOutOfRange',
        params: { minWidth: 40, maxWidth: 100, minHeight: 40, maxHeight: 70 },
      },
    ])
    expect(codes(brochure, { ...completeConfiguration(brochure, {}), size: { width: 1000, height: 1000 } })).toEqual([
      'size: configuration.unknownValue',
    ])
  })

  it('[CT4] takes page counts by the step and within the limits', () => {
    const at = (pages: number) => codes(brochure, { ...completeConfiguration(brochure, {}), pages })
    expect(at(36)).toEqual([])
    expect(at(18)).toEqual(['pages: configuration.pagesStep'])
    expect(at(4)).toEqual(['pages: configuration.pagesOutOfRange'])
    expect(at(16.5)).toEqual(['pages: configuration.pagesOutOfRange'])
  })

  it('[CT5] refuses values that do not go together, and options that do not exist beside the others', () => {
    expect(codes(businessCards, { ...whole, paper: '400', finish: 'matt' })).toEqual([
      'finish: configuration.notTogether',
    ])
    const stapled = { ...completeConfiguration(brochure, {}), pages: 52, binding: 'stapled' }
    expect(codes(brochure, stapled)).toEqual(['binding: configuration.notTogether'])
    expect(codes(brochure, { ...stapled, binding: 'glued', finish: 'matt' })).toEqual([
      'finish: configuration.notApplicable',
    ])
  })

  it('[CT5] shows every value and says which cannot be chosen now', () => {
    const finish = businessCards.options[2]
    if (finish === undefined) throw new Error('the sample has three options')
    expect(availableValues(businessCards, { ...whole, paper: '400' }, finish)).toEqual([
      { code: 'none', isAllowed: true },
      { code: 'matt', isAllowed: false },
    ])
    const [size, pages] = brochure.options
    if (size === undefined || pages === undefined) throw new Error('the sample has sizes and pages')
    expect(availableValues(brochure, {}, pages).map(({ code }) => code)).toEqual(['8', '12', '16', '20', '24', '32'])
    expect(availableValues(brochure, {}, size).map(({ code }) => code)).toEqual(['a5', 'a4'])
  })

  it('[CT6] fills in defaults that go together and leaves what was chosen', () => {
    expect(completeConfiguration(businessCards, { paper: '400' })).toEqual({
      size: '85x55',
      paper: '400',
      finish: 'none',
    })
    expect(completeConfiguration(brochure, { pages: 56 })).toEqual({
      size: 'a5',
      pages: 56,
      inside: '115',
      cover: 'as_inside',
      binding: 'glued',
    })
    expect(completeConfiguration(brochure, { cover: '250' })).toMatchObject({ finish: 'none', binding: 'stapled' })
    expect(completeConfiguration(businessCards, { paper: '400', finish: 'matt' })).toMatchObject({ finish: 'matt' })
  })

  it('[CT6] leaves an option without default open', () => {
    const product: ConfigurableProduct = {
      options: [{ ...choiceOption('paper', 'Paper', [value('a', 'A')]), defaultValue: null }],
      optionRules: [],
    }
    expect(completeConfiguration(product, {})).toEqual({})
    expect(codes(product, {})).toEqual(['paper: configuration.missing'])
  })

  it('[CT7] a choice carries along what no longer fits, and says what followed', () => {
    const before = completeConfiguration(businessCards, { finish: 'matt' })
    expect(choose(businessCards, before, 'paper', '400')).toEqual({
      configuration: { size: '85x55', paper: '400', finish: 'none' },
      followed: ['finish'],
    })
    const covered = completeConfiguration(brochure, { cover: '250', finish: 'matt' })
    const uncovered = choose(brochure, covered, 'cover', 'as_inside')
    expect(uncovered.followed).toEqual(['finish'])
    expect(uncovered.configuration).not.toHaveProperty('finish')
    expect(choose(businessCards, before, 'size', { width: 800, height: 500 })).toEqual({
      configuration: { ...before, size: { width: 800, height: 500 } },
      followed: [],
    })
  })

  it('[CT3] finds size and pages wherever they are chosen', () => {
    expect(sizeOf(brochure, { size: 'a4' })).toMatchObject({ width: 2100, height: 2970 })
    expect(sizeOf(brochure, { size: { width: 10, height: 20 } })).toEqual({ width: 10, height: 20 })
    expect(sizeOf(brochure, { size: 'a9' })).toBeNull()
    expect(pagesOf(brochure, { pages: 24 })).toBe(24)
    expect(pagesOf(businessCards, {})).toBeNull()
  })

  it('[CT6] what is whole stays whole, also where rules lean on each other in a circle', () => {
    const options = ['a', 'c', 'd'].map((code) => choiceOption(code, code, [value('x', 'x')]))
    const when = (option: string) => ({ kind: 'values' as const, option, anyOf: ['x'] })
    const optionRules: OptionRule[] = [
      { option: 'a', values: null, effect: 'excluded_when', conditions: [when('d')] },
      { option: 'c', values: null, effect: 'only_if', conditions: [when('d')] },
      { option: 'd', values: null, effect: 'only_if', conditions: [when('c'), when('a')] },
    ]
    const product = { options, optionRules }
    const complete = completeConfiguration(product, {})
    expect(complete).toEqual({ a: 'x' })
    expect(completeConfiguration(product, complete)).toEqual(complete)
  })

  it('[CT6] completing settles for any rules, keeps what was chosen, and completing again changes nothing', () => {
    const optionCodes = ['a', 'b', 'c', 'd']
    const valueCodes = ['x', 'y', 'z']
    const option = fc.constantFrom(...optionCodes)
    const values = fc.uniqueArray(fc.constantFrom(...valueCodes), { minLength: 1, maxLength: 2 })
    const rule: fc.Arbitrary<OptionRule> = fc.record({
      option,
      values: fc.oneof(values, fc.constant(null)),
      effect: fc.constantFrom('only_if' as const, 'excluded_when' as const),
      conditions: fc.array(fc.record({ kind: fc.constant('values' as const), option, anyOf: values }), {
        minLength: 1,
        maxLength: 2,
      }),
    })
    const options = optionCodes.map((code) =>
      choiceOption(
        code,
        code,
        valueCodes.map((each) => value(each, each)),
      ),
    )
    const chosen = fc.dictionary(option, fc.constantFrom(...valueCodes), { maxKeys: 2 })
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), chosen, (optionRules, choices) => {
        const product = { options, optionRules }
        const complete = completeConfiguration(product, choices)
        expect(complete).toMatchObject(choices)
        expect(Object.keys(complete).every((code) => optionCodes.includes(code))).toBe(true)
        if (configurationProblems(product, complete).length === 0) {
          expect(completeConfiguration(product, complete)).toEqual(complete)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
