import type { ReadableDb } from '#main/platform/database/handles.ts'

export interface OrderMoney {
  readonly status: string
  readonly currency: string
  readonly payable: number
  readonly paid: number
  readonly open: number
}

/** What an order comes to, what was received and what is open. */
export function orderMoneyReader(db: ReadableDb): (salesOrderId: string) => OrderMoney | undefined {
  const find = db.read<{ status: string; currency: string; gross_amount: number; paid_amount: number }>(
    'select status, currency, gross_amount, paid_amount from sales_orders where id = ?',
  )
  return (salesOrderId) => {
    const row = find.get(salesOrderId)
    if (row === undefined) return undefined
    return {
      status: row.status,
      currency: row.currency,
      payable: row.gross_amount,
      paid: row.paid_amount,
      open: Math.max(0, row.gross_amount - row.paid_amount),
    }
  }
}
