import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { paymentsContract } from '#shared/payments/contract.ts'
import { checkReceipt, paymentPart } from '#shared/payments/payment.ts'
import { paymentEntity } from '#shared/payments/replication.ts'
import { cashSwitch } from '../cash-switch.ts'
import { orderMoneyReader } from '../order-money.ts'

export const receivePayment = defineCommand(paymentsContract['payment.receive'], ({ db }) => {
  const moneyOf = orderMoneyReader(db)
  const cashAllowed = cashSwitch(db)
  return ({ id, salesOrderId, method, amount, reference }, { tx, now, today, viewer }) => {
    const money = moneyOf(salesOrderId)
    if (money === undefined) return refused('notFound.sales_order', { id: salesOrderId })
    const { status, open, paid, payable, currency } = money
    const receipt = checkReceipt({ status, open, amount, method, cashAllowed: cashAllowed() })
    if (!receipt.ok) return receipt
    tx.post(paymentEntity, id, {
      salesOrderId,
      amount,
      currency,
      method,
      reference,
      part: paymentPart(paid, amount, payable),
      receivedAt: now,
      receivedOn: today,
      receivedBy: viewer.userId ?? '',
    })
    return accepted({ id, paid: paid + amount, open: open - amount })
  }
})
