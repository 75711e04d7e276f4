import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { paymentsContract } from '#shared/payments/contract.ts'
import { paymentEntity } from '#shared/payments/replication.ts'
import { orderMoneyReader } from '../order-money.ts'

export const reversePayment = defineCommand(paymentsContract['payment.reverse'], ({ db }) => {
  const moneyOf = orderMoneyReader(db)
  const reversal = db.read<{ id: string }>('select id from payments where reverses = ?')
  return ({ id, paymentId, reason }, { tx, read, now, today, viewer, because }) => {
    const payment = read(paymentEntity, paymentId)
    if (payment === undefined) return refused('notFound.payment', { id: paymentId })
    if (payment.reverses !== null) return refused('payment.isReversal')
    if (reversal.get(paymentId) !== undefined) return refused('payment.alreadyReversed')
    const money = moneyOf(payment.salesOrderId)
    if (money === undefined) return refused('notFound.sales_order', { id: payment.salesOrderId })
    because(reason)
    tx.post(paymentEntity, id, {
      ...payment,
      amount: -payment.amount,
      receivedAt: now,
      receivedOn: today,
      receivedBy: viewer.userId ?? '',
      reverses: paymentId,
      reason,
    })
    const paid = money.paid - payment.amount
    return accepted({ id, paid, open: Math.max(0, money.payable - paid) })
  }
})
