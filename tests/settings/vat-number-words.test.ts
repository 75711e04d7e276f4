import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '#shared/kernel/local-text.ts'
import { checkVatNumber, refuseVatNumber } from '#shared/settings/vat-number.ts'

/** What the screen says of a number typed into the field of a party's country: on top, and under the field. */
function wordsFor(language: Language, typed: string, country: string): readonly [string, string] {
  const file = new URL(`../../resources/locales/${language}/parties.json`, import.meta.url)
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    ns: ['parties'],
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { parties: JSON.parse(readFileSync(file, 'utf8')) } },
  })
  const check = checkVatNumber(typed, country)
  if (check.ok) throw new Error(`${typed} is right`)
  const refusal = refuseVatNumber('vatNumber', check.problem)
  if (refusal.ok) throw new Error('a problem is refused')
  const { code, params, problems } = refusal.refusal
  const [field] = problems ?? []
  return [
    i18n.t(`parties:refusal.${code}`, { ...params }),
    i18n.t(`parties:problem.${field?.code}`, { ...field?.params }),
  ]
}

describe('words for VAT numbers', () => {
  it('[VN3] says how many digits there are and how many there must be, in each language', () => {
    expect(languages.map((language) => wordsFor(language, 'PL 7792 4330 185', 'PL'))).toEqual([
      ['The VAT number has 11 digits, a Polish one has 10 after PL.', 'One digit too many. Example: PL 1234563218'],
      [
        'Het btw-nummer heeft 11 cijfers, een Pools nummer heeft er 10 na PL.',
        'Eén cijfer te veel. Voorbeeld: PL 1234563218',
      ],
      [
        'Le numéro de TVA comporte 11 chiffres, un numéro polonais en a 10 après PL.',
        'Un chiffre de trop. Exemple : PL 1234563218',
      ],
      ['Die USt-IdNr. hat 11 Ziffern, eine polnische hat 10 nach PL.', 'Eine Ziffer zu viel. Beispiel: PL 1234563218'],
      ['Liczba cyfr w numerze VAT: 11; polski numer ma po PL 10.', 'O jedną cyfrę za dużo. Przykład: PL 1234563218'],
    ])
  })

  it('[VN3] has a sentence of its own for every other problem', () => {
    const typed = [
      ['PL 12', 'PL'],
      ['NL 12', 'NL'],
      ['NL 123456782B9012', 'NL'],
      ['IT 12', 'IT'],
      ['IT 123456789012', 'IT'],
      ['CZ 12', 'CZ'],
      ['DE 12345678S', 'DE'],
      ['DE 123456789', 'DE'],
      ['', 'DE'],
    ] as const
    for (const language of languages) {
      const sentences = typed.flatMap(([number, country]) => wordsFor(language, number, country))
      expect(sentences.filter((each) => each.includes('vatNumber.') || each.includes('{{'))).toEqual([])
      expect(new Set(sentences).size).toBeGreaterThan(12)
    }
  })
})
