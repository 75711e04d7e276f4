import { useState } from 'react'
import { type CommandHandle, useClient, useCommand, useFormat } from '#renderer/client/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { type Currency, isCurrency } from '#shared/kernel/currency.ts'
import type { ReceivedBy } from '#shared/payments/payment.ts'
import { type PaymentOutcome, padKey, paymentOutcome } from './payment-entry.ts'
import { typedAmount } from './typed-amount.ts'

export type OrderPayments = OutputFor<'payment.ofOrder'>
export type AmountField = 'toPay' | 'received'

export interface Received {
  readonly paymentId: string
  readonly amount: number
  readonly change: number
  readonly open: number
  readonly method: ReceivedBy
}

export interface PaymentForm {
  readonly currency: Currency
  readonly methods: readonly ReceivedBy[]
  readonly method: ReceivedBy
  readonly setMethod: (method: ReceivedBy) => void
  readonly text: Readonly<Record<AmountField, string>>
  readonly type: (field: AmountField, text: string) => void
  readonly field: AmountField
  readonly setField: (field: AmountField) => void
  readonly press: (key: string) => void
  readonly reference: string
  readonly setReference: (text: string) => void
  readonly outcome: PaymentOutcome
  readonly toPay: number | null
  readonly receive: () => Promise<void>
  readonly received: Received | null
  /** The next part, by another method. */
  readonly goOn: () => void
  readonly command: CommandHandle<'payment.receive'>
}

/** What stands on the payment screen and what Enter will book. Nothing is booked before. */
export function usePaymentForm(orderId: string, payments: OrderPayments, planned: ReceivedBy | null): PaymentForm {
  const { newId } = useClient()
  const format = useFormat()
  const command = useCommand('payment.receive')
  const currency = isCurrency(payments.currency) ? payments.currency : 'EUR'
  const { methods, open } = payments
  const first = methods.find((each) => each === planned) ?? methods[0] ?? 'pin'
  const [method, setMethod] = useState<ReceivedBy>(first)
  const [typed, setTyped] = useState<Partial<Record<AmountField, string>>>({})
  const [field, setField] = useState<AmountField>(first === 'cash' ? 'received' : 'toPay')
  const [reference, setReference] = useState('')
  const [received, setReceived] = useState<Received | null>(null)
  // Made once per payment: pressing twice, or again after a lost answer, books one payment.
  const [paymentId, setPaymentId] = useState(newId)

  const text = { toPay: typed.toPay ?? format.amountToEdit(open, currency), received: typed.received ?? '' }
  const toPay = typedAmount(text.toPay, format.language, currency)
  const outcome = paymentOutcome({
    method,
    toPay,
    received: typedAmount(text.received, format.language, currency),
    open,
  })
  const receive = async () => {
    if (outcome.amount === null || received !== null) return
    const booked = await command.run({
      id: paymentId,
      salesOrderId: orderId,
      method,
      amount: outcome.amount,
      reference,
    })
    if (!booked.ok) return
    setReceived({ paymentId, amount: outcome.amount, change: outcome.change, open: booked.value.open, method })
  }
  return {
    currency,
    methods,
    method,
    setMethod: (next) => {
      setMethod(next)
      setField(next === 'cash' ? 'received' : 'toPay')
    },
    text,
    type: (which, next) => setTyped({ ...typed, [which]: next }),
    field,
    setField,
    press: (key) => {
      // The suggested sum is replaced by the first digit, as a till does it.
      const from = typed[field] ?? (key === 'back' ? text[field] : '')
      setTyped({ ...typed, [field]: padKey(from, key) })
    },
    reference,
    setReference,
    outcome,
    toPay,
    receive,
    received,
    goOn: () => {
      setReceived(null)
      setTyped({})
      setReference('')
      setPaymentId(newId())
      command.forgive()
    },
    command,
  }
}
