import { expect, test } from 'vitest'
import { type MoneyStep, paymentFindings } from '#shared/payments/payment-findings.ts'

const order = (change: string, status: string, gross = 1210): MoneyStep<string> => ({
  change,
  order: { status, gross },
  paid: 0,
})
const paid = (change: string, amount: number, status: string, gross = 1210): MoneyStep<string> => ({
  change,
  order: { status, gross },
  paid: amount,
})
const taken = order('taken', 'confirmed')

test('[PY8] money on a cancelled order is found, whichever of the two came first, with all that belongs to it', () => {
  expect(
    paymentFindings([
      taken,
      order('cancel', 'cancelled'),
      paid('pin', 500, 'cancelled'),
      paid('cash', 10, 'cancelled'),
    ]),
  ).toEqual([{ kind: 'payment.onCancelledOrder', cause: 'pin', changes: ['cancel', 'pin', 'cash'] }])
  expect(paymentFindings([taken, paid('pin', 500, 'confirmed'), order('cancel', 'cancelled')])).toEqual([
    { kind: 'payment.onCancelledOrder', cause: 'cancel', changes: ['cancel', 'pin'] },
  ])
})

test('[PY8] it is over when the money is given back or the order restored, and another one when it comes again', () => {
  const met = [taken, order('cancel', 'cancelled'), paid('pin', 500, 'cancelled')]
  expect(paymentFindings([...met, paid('back', -500, 'cancelled')])).toEqual([])
  expect(paymentFindings([...met, order('restore', 'confirmed')])).toEqual([])
  expect(paymentFindings([...met, order('restore', 'confirmed'), order('again', 'cancelled')])).toMatchObject([
    { cause: 'again' },
  ])
})

test('[PY9] payments that come to more than the order are found; a price that is lowered afterwards is none', () => {
  const twice = [taken, paid('pin', 1210, 'confirmed'), paid('transfer', 1210, 'confirmed')]
  expect(paymentFindings(twice)).toEqual([
    { kind: 'payment.moreThanTotal', cause: 'transfer', changes: ['pin', 'transfer'] },
  ])
  expect(paymentFindings([...twice, paid('back', -1210, 'confirmed')])).toEqual([])
  expect(paymentFindings([taken, paid('pin', 1210, 'confirmed'), order('cheaper', 'confirmed', 1000)])).toEqual([])
  expect(paymentFindings([taken, paid('pin', 500, 'confirmed'), paid('cash', 710, 'confirmed')])).toEqual([])
})
