import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { refusalWords } from '#renderer/client/word-refusal.ts'
import { formatFor } from '#shared/kernel/format.ts'

async function dutch() {
  const texts = createInstance()
  await texts.init({
    lng: 'nl',
    resources: {
      nl: {
        app: {
          unknown: { refusal: 'Dit kan nu niet ({{code}}).', problem: 'Klopt niet ({{code}}).' },
          refusal: { wire: { busy: 'Te druk.' } },
          trouble: { fault: 'Fout in het programma.', unreachable: 'Geen antwoord.' },
        },
        stock: {
          refusal: {
            wire: { busy: 'Van een ander.' },
            stock: {
              insufficient_one: 'Er is er één te weinig.',
              insufficient_other: 'Er zijn er {{count}} te weinig.',
            },
          },
        },
        payments: {
          refusal: { payment: { tooMuch: 'Er staat nog {{openAmount}} open sinds {{on}}.' } },
          problem: { amount: { tooSmall: 'Minstens {{least}}.' } },
        },
      },
    },
    interpolation: { escapeValue: false },
  })
  return refusalWords(texts, formatFor('nl'))
}

test('[SC4] a refusal is worded from the texts of the feature that refuses, with plurals', async () => {
  const words = await dutch()
  expect([1, 3].map((count) => words.refusal({ code: 'stock.insufficient', params: { count } }))).toEqual([
    'Er is er één te weinig.',
    'Er zijn er 3 te weinig.',
  ])
})

test('[SC4] amounts come raw with their currency and dates as digits; both are written in the screen’s language', async () => {
  const words = await dutch()
  const params = { openAmount: 40656, currency: 'EUR', on: '2026-11-24' }
  expect(words.refusal({ code: 'payment.tooMuch', params }).replaceAll('\u00A0', ' ')).toBe(
    'Er staat nog € 406,56 open sinds 24 november 2026.',
  )
  expect(words.field({ code: 'amount.tooSmall', params: { least: 1500 } })).toBe('Minstens 1.500.')
})

test('the shell’s own sentence goes before a feature’s', async () => {
  const words = await dutch()
  expect(words.refusal({ code: 'wire.busy' })).toBe('Te druk.')
})

test('a code without a sentence is said as it is, never shown as a key', async () => {
  const words = await dutch()
  expect([words.refusal({ code: 'no.words' }), words.field({ code: 'no.words' })]).toEqual([
    'Dit kan nu niet (no.words).',
    'Klopt niet (no.words).',
  ])
})

test('a fault and a lost answer have sentences of their own', async () => {
  const words = await dutch()
  expect([words.problem({ kind: 'fault', reference: 'x' }), words.problem({ kind: 'unreachable' })]).toEqual([
    'Fout in het programma.',
    'Geen antwoord.',
  ])
})
