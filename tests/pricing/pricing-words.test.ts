import { describe, expect, it } from 'vitest'
import { languages } from '#shared/kernel/local-text.ts'
import { fullDiscountRight } from '#shared/pricing/price-checks.ts'
import { priceStepText } from '#shared/pricing/price-step.ts'
import { vatCategories, vatLevels } from '#shared/settings/vat-rates.ts'
import { brochure, businessCards, en } from '#tests/catalog/sample-products.ts'
import { keysOf, say, sourceOf } from '#tests/catalog/words.ts'
import { each, line, priced, soldBy } from './sample-lines.ts'

const keys = keysOf('pricing')

/** String literals of a union type in the sources: `| 'tier'`. */
function membersOf(type: string): readonly string[] {
  const source = sourceOf('pricing', /^price-step/)
  const [, body] = source.match(new RegExp(`type ${type} =([^\\n]*(?:\\n {2}\\|[^\\n]*)*)`)) ?? []
  return [...(body ?? '').matchAll(/'(\w+)'/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

describe('words of prices', () => {
  it('[PC1] every step and subtotal has its words', () => {
    const steps = membersOf('PriceStepCode')
    const subtotals = membersOf('PriceSubtotalCode')
    expect(steps.length).toBeGreaterThan(20)
    expect(subtotals).toEqual(['listPrice', 'netPrice', 'grossPrice'])
    expect([...steps, ...subtotals].filter((code) => !keys.has(`step.${code}`))).toEqual([])
  })

  it('[PC1] every step that may carry a name has words for it', () => {
    const named = [
      'tier',
      'minimumRun',
      'between',
      'area',
      'areaMinimumCharge',
      'hours',
      'hoursMinimum',
      'unit',
      'unitPer',
    ]
    const missing = [...named, 'option', 'customerDiscount'].filter((code) => !keys.has(`step.${code}Named`))
    expect(missing).toEqual([])
  })

  it('[PC16] every refusal and warning has its sentence', () => {
    const source = sourceOf('pricing', /\.ts$/)
    const codes = [...new Set(source.match(/'(?:price|quantity|discount|rounding|rush|total)\.\w+'/g) ?? [])]
    const plain = codes.map((code) => code.slice(1, -1)).filter((code) => code !== fullDiscountRight)
    expect(plain.length).toBeGreaterThan(12)
    expect(plain.filter((code) => !keys.has(`refusal.${code}`) && !keys.has(`warning.${code}`))).toEqual([])
  })

  it('[PC17] every VAT category and level has a name', () => {
    const wanted = [
      ...vatCategories.map((category) => `vat.category.${category}`),
      ...vatLevels.map((level) => `vat.level.${level}`),
    ]
    expect(wanted.filter((key) => !keys.has(key))).toEqual([])
  })

  it('[PC1] reads as a clerk reads it', () => {
    const chosen = { inside: '150', cover: '250' }
    const customerDiscount = { rate: 800, names: en('Group Healthcare') }
    const rounding = { to: 50, direction: 'up' } as const
    const { steps } = priced(line(brochure, 500, chosen, { customerDiscount, rounding }))
    expect(steps.map((step) => priceStepText(step, 'en', 'nl', say('en')))).toEqual([
      'A5 16 pp, tier 500',
      'Inside 150 g silk',
      'Cover 250 g',
      'List price',
      'Group Healthcare, 8%',
      'Rounded up to 0.50',
      'Net price',
    ])
  })

  it('[PC1] reads in every language, with its own numbers', () => {
    const sets = { sets: 3, each: 1_500_000 }
    const first = (product: typeof businessCards, language: (typeof languages)[number]) => {
      const { steps } = priced(line(product, 1, {}, { quantity: sets }))
      const said = steps.slice(0, 2).map((step) => priceStepText(step, language, 'nl', say(language)))
      return said.map((text) => text.replaceAll(/\s/g, ' '))
    }
    expect(Object.fromEntries(languages.map((language) => [language, first(businessCards, language)]))).toEqual({
      en: ['Business cards, tier 1,000', '2 more sets of 1,500'],
      nl: ['Visitekaartjes, staffel 1.000', 'Nog 2 versies van 1.500'],
      fr: ['Visitekaartjes, palier 1 000', '2 séries supplémentaires de 1 500'],
      de: ['Visitekaartjes, Staffel 1.000', '2 weitere Sorten zu je 1.500'],
      pl: ['Visitekaartjes, próg 1000', 'Jeszcze 2 wzory po 1500'],
    })
    const pens = soldBy({ kind: 'unit', price: each(0.075) })
    expect(first(pens, 'de')[0]).toBe('1.500 zu je 0,075')
    expect(first(soldBy({ kind: 'unit', price: each(12, 100) }), 'fr')[0]).toBe('1 500 à 12,00 les 100')
  })
})
