import { expect, test } from 'vitest'
import {
  isNarrowed,
  isProductFilter,
  noProductFilter,
  productListInput,
} from '#renderer/catalog/list/product-filter.ts'
import { tryPrice } from '#renderer/catalog/trial/price-trial.ts'
import { conditionWords, type OptionSayer, ruleWords, valueName } from '#renderer/catalog/words/option-words.ts'
import { productContract } from '#shared/contract.ts'
import { textIn } from '#shared/kernel/local-text.ts'
import { brochure, businessCards } from './sample-products.ts'

const sayer: OptionSayer = {
  language: 'en',
  text: (texts) => textIn(texts, 'en', 'en'),
  say: (key, params) => `${key.replace('screen.', '')}(${Object.values(params ?? {}).join('|')})`,
}

test('[CT6] what is tried begins with the product’s own choices and the middle of its tiers', () => {
  const { configuration, quantity, priced, problems, tiers } = tryPrice(brochure, { chosen: {}, quantity: null })
  expect(problems).toEqual([])
  expect(Object.keys(configuration).length).toBeGreaterThan(0)
  expect(tiers.some(({ each }) => each === quantity.each)).toBe(true)
  expect(priced?.amount).toBe(tiers.find(({ isChosen }) => isChosen)?.amount)
})

test('choices of options and values that are gone meanwhile are let go', () => {
  const first = tryPrice(businessCards, { chosen: {}, quantity: null })
  const stale = { gone: 'x', ...Object.fromEntries(businessCards.options.map(({ code }) => [code, 'no-such-value'])) }
  expect(tryPrice(businessCards, { chosen: stale, quantity: null })).toEqual(first)
})

test('a product without prices says so instead of showing nothing', () => {
  const { priced, refusal } = tryPrice({ ...businessCards, priceTable: null }, { chosen: {}, quantity: null })
  expect({ priced, code: refusal?.code }).toEqual({ priced: null, code: 'price.missing' })
})

test('conditions and rules read as sentences, values by the names of the shop', () => {
  const option = businessCards.options.find(({ kind }) => kind === 'choice')
  if (option?.kind !== 'choice') throw new Error('the cards have a choice')
  const [value] = option.values
  const code = value?.code ?? ''
  const name = valueName(option, code, sayer)
  const conditions = [{ kind: 'values', option: option.code, anyOf: [code] }] as const
  expect(name).toBe(textIn(value?.names ?? {}, 'en', 'en'))
  const is = `condition.is(${textIn(option.names, 'en', 'en')}|${name})`
  expect(conditionWords(conditions, businessCards.options, sayer)).toBe(is)
  const rule = { option: option.code, values: [code], effect: 'only_if', conditions } as const
  expect(ruleWords(rule, businessCards.options, sayer)).toBe(`rule.only_if(${name}|${is})`)
  const pages = (from: number | null, to: number | null) =>
    conditionWords([{ kind: 'pages', option: 'pages', from, to }], brochure.options, sayer)
  expect([pages(8, 16), pages(16, 16), pages(null, 48)]).toEqual([
    'condition.is(Pages|condition.between(8|16))',
    'condition.is(Pages|16)',
    'condition.is(Pages|condition.to(48))',
  ])
  // Conditions on something that is no longer there say nothing rather than a code.
  expect(conditionWords([{ kind: 'values', option: 'gone', anyOf: ['x'] }], businessCards.options, sayer)).toBe('')
})

test('the list asks for what its filter and head say', () => {
  const filter = { ...noProductFilter, search: '  kaart ', kind: 'service' } as const
  const input = productListInput(filter, { columnId: 'sku', direction: 'desc' })
  expect(input).toMatchObject({ search: 'kaart', kind: 'service', sort: 'sku', descending: true })
  expect(productContract['product.list'].input.safeParse(input).success).toBe(true)
  expect(productListInput(noProductFilter, null)).toMatchObject({ sort: 'name', descending: false })
  expect([
    isNarrowed(noProductFilter),
    isNarrowed({ ...noProductFilter, withArchived: true }),
    isNarrowed(filter),
  ]).toEqual([false, false, true])
  expect([isProductFilter(filter), isProductFilter({ ...filter, kind: 'nonsense' }), isProductFilter(null)]).toEqual([
    true,
    false,
    false,
  ])
})
