import type { Id } from '#shared/kernel/ids.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

export type PaymentId = Id<'Payment'>

/** Ways in which money is received on an order. Cash is off until a shop's country rules for tills are met (reliability 0.11). */
export const receivedBy = ['pin', 'cash', 'transfer', 'online'] as const
export type ReceivedBy = (typeof receivedBy)[number]

export interface ReceiptFacts {
  readonly status: string
  readonly open: number
  readonly amount: number
  readonly method: ReceivedBy
  readonly cashAllowed: boolean
}

/** PY1, PY2: what may be received: more than nothing, not more than is open, on an order that stands. */
export function checkReceipt({ status, open, amount, method, cashAllowed }: ReceiptFacts): Result<number> {
  if (status === 'draft') return refused('payment.orderIsDraft')
  if (status === 'cancelled') return refused('payment.orderIsCancelled')
  if (amount <= 0) return refused('payment.notPositive')
  if (amount > open) return refused('payment.moreThanOpen', { amount, open })
  if (method === 'cash' && !cashAllowed) return refused('payment.cashNotAllowed')
  return accepted(amount)
}

export type PaymentPart = 'deposit' | 'part' | 'rest' | 'whole'

/** PY3: what a payment is called: the first that leaves something open is the deposit, the one that closes it the rest. */
export function paymentPart(paidBefore: number, amount: number, payable: number): PaymentPart {
  if (paidBefore + amount >= payable) return paidBefore === 0 ? 'whole' : 'rest'
  return paidBefore === 0 ? 'deposit' : 'part'
}
