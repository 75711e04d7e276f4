import { expect, test } from 'vitest'
import { matchedText, matchesAll } from '#renderer/app/palette/matched-text.ts'
import { readWish } from '#renderer/app/palette/palette-wish.ts'

const marked = (text: string, wish: string) =>
  matchedText(text, wish)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('')

test('what matched is marked whatever its accents and case', () => {
  expect([
    marked('Bakkerij van Dongen BV', 'dongen'),
    marked('Piekarnia Złoty Kłos', 'klos zloty'),
    marked('Straße am Fluß', 'strasse'),
    marked('Fleuriste Anémone', 'anemone'),
    marked('26-A04831', '4831'),
  ]).toEqual([
    'Bakkerij van [Dongen] BV',
    'Piekarnia [Złoty] [Kłos]',
    '[Straße] am Fluß',
    'Fleuriste [Anémone]',
    '26-A0[4831]',
  ])
})

test('nothing typed marks nothing, and signs are looked for literally', () => {
  expect([marked('500 brochures', ''), marked('a.c abc', 'a.c')]).toEqual(['500 brochures', '[a.c] abc'])
})

test('every word must be found for an action to fit', () => {
  expect([matchesAll('Go to Settings', 'set go'), matchesAll('Go to Settings', 'set orders')]).toEqual([true, false])
})

test('a prefix narrows to one kind of thing and is no part of what is searched', () => {
  expect(['dongen', '#4831', '@ van', '>'].map(readWish)).toEqual([
    { prefix: null, text: 'dongen' },
    { prefix: '#', text: '4831' },
    { prefix: '@', text: 'van' },
    { prefix: '>', text: '' },
  ])
})
