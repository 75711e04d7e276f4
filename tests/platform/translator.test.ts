import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { languageFor } from '#main/platform/translate/language-for.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'

const languages = ['en', 'nl', 'fr', 'de', 'pl']

function translatorOf(texts: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const folder = mkdtempSync(join(tmpdir(), 'locales-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const language of languages) {
    mkdirSync(join(folder, language))
    for (const [namespace, words] of Object.entries(texts[language] ?? {})) {
      writeFileSync(join(folder, language, `${namespace}.json`), JSON.stringify(words))
    }
  }
  return createTranslator(folder)
}

describe('wording outside the screens', () => {
  test('counts in the plural forms of each language, a French million too', () => {
    const pieces = (one: string, other: string, more = {}) => ({
      stock: { pieces_one: `{{count}} ${one}`, pieces_other: `{{count}} ${other}`, ...more },
    })
    const { translate } = translatorOf({
      en: pieces('piece', 'pieces'),
      fr: pieces('pièce', 'pièces'),
      pl: pieces('sztuka', 'sztuki', { pieces_few: '{{count}} sztuki', pieces_many: '{{count}} sztuk' }),
    })
    const say = (language: string, count: number) => translate(language, 'stock', 'pieces', { count })
    expect([say('en', 1), say('fr', 0), say('fr', 1_000_000), say('pl', 2), say('pl', 5), say('nl', 3)]).toEqual([
      '1 piece',
      '0 pièce',
      '1000000 pièces',
      '2 sztuki',
      '5 sztuk',
      '3 pieces',
    ])
  })

  test('a refusal is worded wherever its feature keeps the sentence, without its figures being taken for markup', () => {
    const { wordRefusal, wordProblem } = translatorOf({
      en: {
        headless: { unknown: { refusal: 'Not possible ({{code}}).', problem: 'Not right ({{code}}).' } },
        stock: {
          refusal: { stock: { short: '{{product}} is short by {{missing}}.' } },
          problem: { text: { tooLong: 'At most {{maximum}}.' } },
        },
      },
    })
    const refusal = { code: 'stock.short', params: { product: '<b>A4</b> {{missing}}', missing: 3 } }
    expect([
      wordRefusal('en', refusal),
      wordRefusal('de', refusal),
      wordRefusal('en', { code: 'no.such' }),
      wordProblem('en', { field: 'name', code: 'text.tooLong', params: { maximum: 200 } }),
      wordProblem('en', { field: 'name', code: 'no.such' }),
    ]).toEqual([
      '<b>A4</b> {{missing}} is short by 3.',
      '<b>A4</b> {{missing}} is short by 3.',
      'Not possible (no.such).',
      'At most 200.',
      'Not right (no.such).',
    ])
  })
})

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['nl', 'nl'],
  ['de-AT', 'de'],
  ['PL', 'pl'],
  ['pt, fr;q=0.8', 'fr'],
  ['en;q=0.1, nl;q=0.9', 'nl'],
  ['fr;q=0, nl', 'nl'],
  ['nl, de', 'nl'],
  ['xx;q=nonsense, de', 'de'],
])('Accept-Language %j means %s', (header, language) => {
  expect(languageFor(header)).toBe(language)
})
