import { ledger, postingEntity, type WrittenBy } from '#shared/kernel/change/entity.ts'
import type { PaymentPart, ReceivedBy } from './payment.ts'

const paymentWriters: WrittenBy = {
  'payment.receive': ['payment.receive'],
  'payment.reverse': ['payment.reverse'],
}

/** One payment received on an order, or one taken back (a negative amount that names it). Written once. */
export const paymentEntity = postingEntity('payment', paymentWriters, {
  salesOrderId: ledger(''),
  amount: ledger(0),
  currency: ledger('EUR'),
  method: ledger<ReceivedBy>('pin'),
  reference: ledger(''),
  part: ledger<PaymentPart>('whole'),
  receivedAt: ledger(''),
  receivedOn: ledger(''),
  receivedBy: ledger(''),
  /** The payment that this one takes back. */
  reverses: ledger<string | null>(null),
  reason: ledger(''),
})
