import type { Currency } from '#shared/kernel/currency.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { comparePlaces } from '#shared/kernel/fractional-position.ts'
import { lineAmount } from '#shared/kernel/money.ts'
import { type OrderTotals, orderTotals } from '#shared/pricing/order-totals.ts'
import type { SalesOrder, SalesOrderLine } from './replication.ts'
import type { OrderLineItem } from './sales-order.ts'

/** A line that stands: not removed, and with something on it. */
export interface StandingLine {
  readonly id: string
  readonly item: OrderLineItem
  readonly line: SalesOrderLine
  readonly amount: number
}

/** The order's lines as they stand, in their places, each with its amount. */
export function standingLines(order: Pick<SalesOrder, 'lines' | 'currency'>): readonly StandingLine[] {
  const currency = currencyOf(order.currency)
  return Object.entries(order.lines)
    .flatMap(([id, line]) =>
      line.removed || line.item === null
        ? []
        : [{ id, line, item: line.item, position: line.position, amount: amountOf(line.item, currency) }],
    )
    .sort(comparePlaces)
    .map(({ position: _, ...line }) => line)
}

/** Quantity times unit price, rounded once (write-path Values). */
export function amountOf(item: Pick<OrderLineItem, 'quantity' | 'unitPrice'>, currency: Currency): number {
  return lineAmount(item.quantity.sets * item.quantity.each, item.unitPrice, currency)
}

/** SO6: what an order comes to: VAT per rate on the sum of rounded lines, charges beside them. Derived, never kept. */
export function salesOrderTotals(
  order: Pick<SalesOrder, 'lines' | 'currency' | 'pricesIncludeVat' | 'deliveryCharge' | 'rush'>,
): OrderTotals {
  const lines = standingLines(order)
  const charges =
    order.deliveryCharge === null
      ? []
      : [{ id: 'delivery', amount: order.deliveryCharge.amount, vat: order.deliveryCharge.vat }]
  const first = lines[0]
  if (order.rush?.kind === 'amount' && first !== undefined)
    charges.push({ id: 'rush', amount: order.rush.amount, vat: first.item.vat })
  const totals = orderTotals({
    includesVat: order.pricesIncludeVat,
    lines: lines.map(({ id, item, amount }) => ({ id, amount, vat: item.vat, isDiscounted: true })),
    charges,
    discount: null,
  })
  if (!totals.ok) throw new Error(`an order that was accepted adds up to too much: ${totals.refusal.code}`)
  return totals.value
}

function currencyOf(text: string): Currency {
  if (!isCurrency(text)) throw new Error(`${text} is no currency`)
  return text
}

/** SO7: what the list calls an order: its first line, and how many more. */
export function orderTitle(lines: readonly StandingLine[]): string {
  const [first, ...others] = lines
  if (first === undefined) return ''
  return others.length === 0 ? first.item.title : `${first.item.title}, + ${others.length}`
}
