import { type Currency, currencyExponent } from '#shared/kernel/currency.ts'
import type { ReceivedBy } from '#shared/payments/payment.ts'

/** What the payment screen computes at every key: what is to pay, what is given back, what stays open. */
export interface PaymentEntry {
  readonly method: ReceivedBy
  /** What of the order this payment is for, in minor units; null while it means nothing. */
  readonly toPay: number | null
  /** What the customer hands over; only cash knows more than is to pay. */
  readonly received: number | null
  readonly open: number
}

export interface PaymentOutcome {
  /** What is booked; null: nothing can be yet. */
  readonly amount: number | null
  readonly change: number
  /** How much of what is to pay is not on the counter yet. */
  readonly missing: number
  readonly openAfter: number
  readonly problem: 'missing' | 'notPositive' | 'moreThanOpen' | 'tooLittle' | null
}

export function paymentOutcome({ method, toPay, received, open }: PaymentEntry): PaymentOutcome {
  const none = { amount: null, change: 0, missing: 0, openAfter: open }
  if (toPay === null) return { ...none, problem: 'missing' }
  if (toPay <= 0) return { ...none, problem: 'notPositive' }
  if (toPay > open) return { ...none, problem: 'moreThanOpen' }
  if (method !== 'cash') return { ...none, amount: toPay, openAfter: open - toPay, problem: null }
  if (received === null) return { ...none, missing: toPay, problem: 'missing' }
  if (received < toPay) return { ...none, missing: toPay - received, problem: 'tooLittle' }
  return { amount: toPay, change: received - toPay, missing: 0, openAfter: open - toPay, problem: null }
}

/** Notes and coins in major units, largest first; other currencies get no suggestions. */
const notes: Readonly<Partial<Record<Currency, readonly number[]>>> = {
  EUR: [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  PLN: [500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  GBP: [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  CHF: [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05],
}

function minorNotes(currency: Currency): readonly number[] {
  const scale = 10 ** currencyExponent(currency)
  return (notes[currency] ?? []).map((value) => Math.round(value * scale))
}

/** The likely amounts a customer hands over for a sum: the sum itself, then rounded up to notes, each more than the last. */
export function quickAmounts(toPay: number, currency: Currency): readonly number[] {
  if (toPay <= 0) return []
  const unit = 10 ** currencyExponent(currency)
  const steps = [5, 10, 20, 50, 100].map((value) => value * unit)
  const rounded = steps.map((step) => Math.ceil(toPay / step) * step)
  return [...new Set([toPay, ...rounded])].sort((a, b) => a - b).slice(0, 5)
}

/** The notes and coins of the change, largest first, so that nobody counts in the head. */
export function changeInCoins(change: number, currency: Currency): readonly number[] {
  const coins: number[] = []
  let left = change
  for (const note of minorNotes(currency)) {
    while (left >= note) {
      coins.push(note)
      left -= note
    }
  }
  return left === 0 ? coins : []
}

/** What a key of the pad makes of the amount as typed: it types like the keyboard does, so that both can be mixed. */
export function padKey(text: string, key: string): string {
  if (key === 'back') return text.slice(0, -1)
  const isSecondSign = !/^\d+$/u.test(key) && /[.,]/u.test(text)
  return isSecondSign || text.length + key.length > 16 ? text : text + key
}
