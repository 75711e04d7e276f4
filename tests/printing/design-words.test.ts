import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { designWords } from '#renderer/printing/templates/design-words.ts'
import type { DesignPart } from '#shared/printing/templates/label-design.ts'
import { builtInDesign, type PaperDesign } from '#shared/printing/templates/paper-look.ts'

const i18n = createInstance()
const printing: Record<string, object> = JSON.parse(readFileSync('resources/locales/pl/printing.json', 'utf8'))
beforeAll(() => i18n.init({ lng: 'pl', resources: { pl: { printing } }, interpolation: { escapeValue: false } }))

const words = {
  say: (key: string, params = {}) => i18n.t(`printing:screen.${key}`, params),
  part: (part: DesignPart) => (part.part === 'text' ? part.content : part.part),
  language: 'pl',
} as const

test('[PR41] two looks of a paper differ in the words that a person reads beside each other', () => {
  const design: PaperDesign = {
    ...builtInDesign,
    logo: { from: 'none' },
    accent: '#00688f',
    texts: { greeting: { en: 'Dear customer', pl: 'Szanowni Państwo,\ndziękujemy za zamówienie i zaufanie.' } },
    sections: [
      { name: 'title', isShown: true },
      { name: 'barcode', isShown: false },
      { name: 'lines', isShown: true },
    ],
  }
  expect(designWords(design, words)).toEqual([
    'Logo: Brak',
    'Kolor tytułów: #00688f',
    'Wstęp: Szanowni Państwo, dziękujemy za zamówien …',
    'Bloki: Tytuł i numer, Pozycje',
  ])
  expect(designWords(builtInDesign, words)).toEqual(['Logo: Firmowe'])
})

test('[PR47] a label is its size and what stands on it', () => {
  const placed = { x: 20, y: 20, width: 300 }
  const text = { part: 'text', ...placed, size: 40, lines: 1, align: 'start', shrinkTo: 60, turn: 0 } as const
  const parts: DesignPart[] = [
    { ...text, id: 'a', content: '{name}' },
    { ...placed, id: 'b', part: 'box', height: 100, thickness: 3 },
    { ...text, id: 'c', content: '' },
  ]
  expect(designWords({ design: 'label', size: { width: 508, height: 254 }, parts }, words)).toEqual([
    '50,8 × 25,4 mm',
    '{name}',
    'box',
  ])
})
