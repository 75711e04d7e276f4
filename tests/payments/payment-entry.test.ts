import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeInCoins, padKey, paymentOutcome, quickAmounts } from '#renderer/payments/payment-entry.ts'

describe('[PYS1] what is booked and what is given back', () => {
  test.each([
    [
      'a PIN payment is what is to pay',
      { method: 'pin', toPay: 40_656, received: null, open: 40_656 },
      { amount: 40_656, change: 0, openAfter: 0, problem: null },
    ],
    [
      'a part leaves the rest open',
      { method: 'pin', toPay: 10_000, received: null, open: 40_656 },
      { amount: 10_000, openAfter: 30_656, problem: null },
    ],
    [
      'cash gives change',
      { method: 'cash', toPay: 40_655, received: 42_000, open: 40_655 },
      { amount: 40_655, change: 1345, openAfter: 0, problem: null },
    ],
    [
      'too little cash says what is missing',
      { method: 'cash', toPay: 40_655, received: 40_000, open: 40_655 },
      { amount: null, missing: 655, problem: 'tooLittle' },
    ],
    [
      'more than is open is not taken',
      { method: 'pin', toPay: 50_000, received: null, open: 40_655 },
      { amount: null, problem: 'moreThanOpen' },
    ],
    [
      'nothing is not a payment',
      { method: 'pin', toPay: 0, received: null, open: 40_655 },
      { amount: null, problem: 'notPositive' },
    ],
    [
      'an amount that means nothing books nothing',
      { method: 'pin', toPay: null, received: null, open: 40_655 },
      { amount: null, openAfter: 40_655, problem: 'missing' },
    ],
  ] as const)('%s', (_, entry, outcome) => {
    expect(paymentOutcome(entry)).toMatchObject(outcome)
  })
})

describe('[PYS2] notes and coins', () => {
  test('likely amounts for a sum', () => {
    expect(quickAmounts(40_655, 'EUR')).toEqual([40_655, 41_000, 42_000, 45_000, 50_000])
    expect(quickAmounts(2000, 'EUR')).toEqual([2000, 5000, 10_000])
    expect(quickAmounts(0, 'EUR')).toEqual([])
  })
  test('the change of 13.45 in coins', () => {
    expect(changeInCoins(1345, 'EUR')).toEqual([1000, 200, 100, 20, 20, 5])
  })
  test('coins always add up to the change', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (change) => {
        expect(changeInCoins(change, 'EUR').reduce((sum, coin) => sum + coin, 0)).toBe(change)
      }),
    )
  })
})

test('[PYS3] the pad types like the keyboard', () => {
  const typed = ['4', '2', '0', ',', '5', ',', '0'].reduce(padKey, '')
  expect(typed).toBe('420,50')
  expect(padKey(typed, 'back')).toBe('420,5')
  expect(padKey('', 'back')).toBe('')
  expect(padKey('1'.repeat(16), '2')).toHaveLength(16)
})
