import { describe, expect, it } from 'vitest'
import { completeConfiguration } from '#shared/catalog/configuration.ts'
import { lineTitle } from '#shared/catalog/line-title.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import type { Language } from '#shared/kernel/local-text.ts'
import { wholeQuantity } from '#shared/kernel/quantity.ts'
import { brochure, businessCards } from './sample-products.ts'
import { say } from './words.ts'

function titleOf(product: Product, configuration: Configuration, pieces: number, language: Language, sets = 1) {
  const quantity = { sets, each: wholeQuantity(pieces) }
  return lineTitle(product, configuration, quantity, { language, company: 'nl', say: say(language) })
}

describe('title of a line', () => {
  const cards = completeConfiguration(businessCards, {})

  it('[CT12] begins with the quantity and counts as each language counts', () => {
    const titles = (['en', 'nl', 'fr', 'de', 'pl'] as const).map(
      (language) => titleOf(businessCards, cards, 1000, language).title,
    )
    expect(titles.map((title) => title.replaceAll(/\s/g, ' '))).toEqual([
      '1,000 business cards 85×55, 350 g',
      '1.000 visitekaartjes 85×55, 350 g',
      '1 000 cartes de visite 85×55, 350 g',
      '1.000 Visitenkarten 85×55, 350 g',
      '1000 wizytówek 85×55, 350 g',
    ])
    expect(titleOf(businessCards, cards, 1, 'en').title).toBe('1 business card 85×55, 350 g')
    expect(titleOf(businessCards, cards, 3, 'pl').title).toBe('3 wizytówki 85×55, 350 g')
    expect(titleOf(businessCards, cards, 500, 'en', 3).title).toBe('3 × 500 business cards 85×55, 350 g')
  })

  it('[CT12] says the product alone where the quantity has its own column, and the rest as details', () => {
    const matt = { ...cards, finish: 'matt', size: { width: 855, height: 500 } }
    expect(titleOf(businessCards, matt, 500, 'de')).toEqual({
      title: '500 Visitenkarten 85,5×50, 350 g',
      product: 'Visitenkarten 85,5×50, 350 g',
      details: 'matt laminated',
    })
  })

  it('[CT12] leaves unsaid what is not worth a word and counts the pages', () => {
    const configuration = completeConfiguration(brochure, { inside: '150', cover: '250', finish: 'none' })
    expect(titleOf(brochure, configuration, 500, 'en')).toEqual({
      title: '500 × Brochure A5, 16 pp, Inside 150 g silk, Cover 250 g, stapled',
      product: 'Brochure A5, 16 pp, Inside 150 g silk, Cover 250 g, stapled',
      details: '',
    })
  })

  it('[CT12] keeps the unit of what is not counted in pieces', () => {
    const hours = { names: { en: 'DTP work', nl: 'DTP-werk' }, countedNames: {}, unit: 'HUR', options: [] } as const
    const title = (language: Language) =>
      lineTitle(hours, {}, { sets: 1, each: 1500 }, { language, company: 'nl', say: say(language) }).title
    expect([title('en'), title('nl'), title('pl')].map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
      '1.5 h DTP work',
      '1,5 uur DTP-werk',
      '1,5 godz. – DTP-werk',
    ])
  })
})
