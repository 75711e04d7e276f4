import type { z } from 'zod'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import type { salesOrderRow } from '#shared/sales-orders/contract.ts'

/** A row of `sales_orders` as SQLite gives it. */
export interface OrderRow {
  id: string
  number: string | null
  number_key: string
  stage: z.output<typeof salesOrderRow>['stage']
  list_group: string
  hold_reason: string
  party_id: string | null
  customer_code: string
  customer_name: string
  title: string
  product_name: string
  ordered_on: string
  taken_at: string
  promised_on: string | null
  promised_at: string | null
  promised_key: string
  payment_status: z.output<typeof salesOrderRow>['paymentStatus']
  planned_payment: z.output<typeof salesOrderRow>['plannedPayment']
  source: z.output<typeof salesOrderRow>['source']
  preview_hash: string | null
  currency: string
  net_amount: number
  gross_amount: number
  paid_amount: number
}

export const orderColumns = `id, number, number_key, stage, list_group, hold_reason, party_id, customer_code, customer_name, title, product_name,
  ordered_on, taken_at, promised_on, promised_at, promised_key, payment_status, planned_payment, source, preview_hash, currency,
  net_amount, gross_amount, paid_amount`

/** A row as its viewer may see it: without `price.see` the money is not there at all (W12). */
export function shownRow(row: OrderRow, viewer: Viewer): z.output<typeof salesOrderRow> {
  const open = Math.max(0, row.gross_amount - row.paid_amount)
  return {
    id: row.id,
    number: row.number,
    stage: row.stage,
    holdReason: row.hold_reason,
    partyId: row.party_id,
    customerCode: row.customer_code,
    customerName: row.customer_name,
    title: row.title,
    productName: row.product_name,
    orderedOn: row.ordered_on,
    takenAt: row.taken_at,
    promisedOn: row.promised_on,
    promisedAt: row.promised_at,
    paymentStatus: row.payment_status,
    plannedPayment: row.planned_payment,
    source: row.source,
    previewHash: row.preview_hash,
    currency: row.currency,
    ...(may(viewer, 'price.see')
      ? { money: { net: row.net_amount, gross: row.gross_amount, paid: row.paid_amount, open } }
      : {}),
  }
}
