import { expect, test } from 'vitest'
import { understandLine } from '#renderer/sales-orders/entry/understood-line.ts'

const pieces = (count: number, sets = 1) => ({ sets, each: count * 1000 })

test.each([
  ['500 business cards', 'business cards', pieces(500), null],
  ['2x500 business cards 85x55', 'business cards', pieces(500, 2), { width: 850, height: 550 }],
  ['2 x 500 business cards', 'business cards', pieces(500, 2), null],
  ['stickers 8,5 x 5,5 cm', 'stickers', null, { width: 850, height: 550 }],
  ['1 000 flyers A5', 'flyers', pieces(1000), { width: 1480, height: 2100 }],
  ['100 posters A2', 'posters', pieces(100), { width: 4200, height: 5940 }],
  ['business cards', 'business cards', null, null],
  // A code or a name that is a number is looked up as it is.
  ['500', '500', null, null],
  ['8710000000017', '8710000000017', null, null],
  ['A5', 'A5', null, null],
  ['', '', null, null],
])('[SOE3] reads "%s" as a quantity, words and a size', (typed, words, quantity, size) => {
  expect(understandLine(typed, 'nl')).toEqual({ words, quantity, size })
})
