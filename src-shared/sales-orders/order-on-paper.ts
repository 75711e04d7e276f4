import { type Currency, isCurrency } from '../kernel/currency.ts'
import type { OrderTotals, VatTotal } from '../pricing/order-totals.ts'
import type { Shop } from '../printing/letterhead.ts'
import { joined, type PaperWords } from '../printing/paper-words.ts'
import type { SalesOrder } from './replication.ts'
import type { LineArtwork, OrderLineItem, Promised } from './sales-order.ts'
import type { StandingLine } from './sales-order-totals.ts'

/** An order with all that its papers say of it: confirmation, job ticket, packing slip, receipt, label. */
export interface OrderOnPaper {
  readonly order: SalesOrder
  readonly number: string
  readonly lines: readonly StandingLine[]
  readonly totals: OrderTotals
  readonly paid: number
  readonly open: number
  readonly shop: Shop
  readonly takenByName: string
}

export function currencyOnPaper({ order }: Pick<OrderOnPaper, 'order'>): Currency {
  if (!isCurrency(order.currency)) throw new Error(`${order.currency} is no currency`)
  return order.currency
}

/** "500", "5 × 250", "1.5 h". */
export function quantityOnPaper(
  { quantity, unit }: Pick<OrderLineItem, 'quantity' | 'unit'>,
  { say, format }: PaperWords,
): string {
  const each =
    unit === 'C62' ? format.quantity(quantity.each) : say(`catalog:amount.${unit}`, { count: quantity.each / 1000 })
  return quantity.sets === 1 ? each : `${format.count(quantity.sets)} × ${each}`
}

/** "24 November 2026, 16:00" */
export function promisedOnPaper(promised: Promised | null, { format }: PaperWords): string {
  return promised === null ? '' : joined(', ', format.dateOnPaper(promised.on), promised.at)
}

/** "K7-9HD3 v2": wherever artwork appears, this does. */
export function artworkCode(artwork: LineArtwork): string {
  return `${artwork.shortCode} v${artwork.version}`
}

/** The one the goods go to, with the address they go to; '' lines are left out by whoever prints them. */
export function receiverNames({ customer, contact }: Pick<SalesOrder, 'customer' | 'contact'>): string[] {
  return contact.name !== '' && contact.name !== customer.name ? [customer.name, contact.name] : [customer.name]
}

/** "VAT 21% of 480.00", or why there is none. */
export function vatLabel(vat: VatTotal, currency: Currency, { say, format }: PaperWords): string {
  const base = format.amount(vat.net, currency)
  const isRated = vat.category === 'standard' || vat.category === 'reduced' || vat.category === 'zero'
  return isRated
    ? say('sales-orders:paper.order.vatOf', { rate: format.percent(vat.rate), base })
    : say(`sales-orders:paper.order.vatCategory.${vat.category}`, { base })
}

/** Why no VAT is charged, as the customer's bookkeeper needs to read it; '' where some is. */
export function vatNote({ vatTreatment }: Pick<SalesOrder, 'vatTreatment'>, { say }: PaperWords): string {
  return vatTreatment === 'domestic' ? '' : say(`sales-orders:paper.order.vatNote.${vatTreatment}`)
}
