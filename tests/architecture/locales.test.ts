import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { differences, emptySentences, languages, meanings, missingForms, readLocales } from './locale-files.ts'
import { textsOf, usedTexts } from './used-texts.ts'

const root = resolve(import.meta.dirname, '../..')
const files = readLocales(resolve(root, 'resources/locales'))
const english = files.filter((each) => each.language === 'en')

describe('the texts in five languages', () => {
  test('every namespace exists in every language', () => {
    const names = [...new Set(files.map((each) => each.namespace))].sort()
    expect(names.length).toBeGreaterThan(0)
    for (const language of languages) {
      const present = files.filter((each) => each.language === language).map((each) => each.namespace)
      expect({ language, namespaces: present.sort() }).toEqual({ language, namespaces: names })
    }
  })

  test('each language has the same keys and names the same things as English', () => {
    const found = files.flatMap((file) => {
      const model = english.find((each) => each.namespace === file.namespace)
      return model ? differences(model, file) : []
    })
    expect(found).toEqual([])
  })

  test('no sentence is empty', () => {
    expect(files.flatMap(emptySentences)).toEqual([])
  })

  test('every sentence with a count has all plural forms of its language', () => {
    expect(files.flatMap(missingForms)).toEqual([])
  })

  test('every text that the program names exists', () => {
    const keys = new Map(english.map((file) => [file.namespace, meanings(file)]))
    const missing = usedTexts(root)
      .filter((each) => !each.namespaces.some((name) => keys.get(name)?.has(each.key)))
      .map((each) => `${each.file}: ${each.namespaces.join('|')}:${each.key}`)
    expect(missing).toEqual([])
  })
})

describe('the checks themselves', () => {
  const file = (language: (typeof languages)[number], entries: Record<string, string>) => ({
    language,
    namespace: 'stock',
    entries: new Map(Object.entries(entries)),
  })

  test('a missing key, a foreign key and a changed placeholder are found', () => {
    const model = file('en', { title: 'Stock', short: '{{count}} short of {{product}}' })
    expect(differences(model, file('nl', { short: '{{count}} te weinig van {{artikel}}', extra: 'meer' }))).toEqual([
      'nl/stock: title is missing',
      'nl/stock: extra is not in English',
      'nl/stock: short mentions "artikel count" where English mentions "count product"',
    ])
  })

  test('a Polish sentence without its form for "few" is found', () => {
    expect(missingForms(file('pl', { pieces_one: 'sztuka', pieces_many: 'sztuk', pieces_other: 'sztuki' }))).toEqual([
      'pl/stock: pieces_few',
    ])
  })

  test('keys are looked up where the file opens them', () => {
    const source = "const { t } = useTranslation('stock')\nt('title')\nt('ui:save')\nt(computed)\nsplit('x')"
    expect(textsOf('src-renderer/sales-orders/page.tsx', source)).toEqual([
      { file: 'src-renderer/sales-orders/page.tsx', key: 'title', namespaces: ['stock'] },
      { file: 'src-renderer/sales-orders/page.tsx', key: 'save', namespaces: ['ui'] },
    ])
    expect(textsOf('src-renderer/stock/page.tsx', "t('title')")).toEqual([
      { file: 'src-renderer/stock/page.tsx', key: 'title', namespaces: ['stock'] },
    ])
  })
})
