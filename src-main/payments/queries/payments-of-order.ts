import type { z } from 'zod'
import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { paymentsContract } from '#shared/payments/contract.ts'
import { receivedBy } from '#shared/payments/payment.ts'
import { cashSwitch } from '../cash-switch.ts'
import { orderMoneyReader } from '../order-money.ts'

type Shown = z.output<(typeof paymentsContract)['payment.ofOrder']['output']>['payments'][number]
type Row = Omit<Shown, 'isReversed'> & { isReversed: number }

export const paymentsOfOrder = defineQuery(paymentsContract['payment.ofOrder'], ({ db }) => {
  const moneyOf = orderMoneyReader(db)
  const cashAllowed = cashSwitch(db)
  const list = db.read<Row>(
    `select p.id, p.amount, p.method, p.reference, p.part, p.received_at as receivedAt, coalesce(u.name, '') as receivedByName, p.reverses, p.reason,
       exists (select 1 from payments r where r.reverses = p.id) as isReversed
     from payments p left join users u on u.id = p.received_by where p.sales_order_id = ? order by p.received_at, p.id`,
  )
  return ({ salesOrderId }) => {
    const money = moneyOf(salesOrderId)
    if (money === undefined) return refused('notFound.sales_order', { id: salesOrderId })
    const { currency, payable, paid, open } = money
    const methods = receivedBy.filter((method) => method !== 'cash' || cashAllowed())
    return accepted({
      currency,
      payable,
      paid,
      open,
      methods,
      payments: list.all(salesOrderId).map((row) => ({ ...row, isReversed: row.isReversed === 1 })),
    })
  }
})
