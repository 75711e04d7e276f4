import { type CommandContext, defineCommand } from '#main/platform/bus/module.ts'
import type { ParsedInputOf } from '#shared/kernel/contract.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import type { OrderOrigin } from '#shared/sales-orders/sales-order.ts'
import {
  checkArtworkAgain,
  checkConfirm,
  checkPromise,
  type RepeatedLine,
} from '#shared/sales-orders/sales-order-rules.ts'
import { type OrderBuilder, orderBuilder } from '../order-builder.ts'

export const takeSalesOrder = defineCommand(salesOrderContract['salesOrder.take'], (services) =>
  takeOrder(orderBuilder(services)),
)

/** The decision itself, for the command and for the demo shop, which fills years of orders with the same rules. */
export function takeOrder(builder: OrderBuilder) {
  return (
    input: ParsedInputOf<(typeof salesOrderContract)['salesOrder.take']>,
    context: CommandContext,
  ): Result<{ id: string; number: string | null }> => {
    const { tx, now, today } = context
    const company = builder.company()
    if (!company.ok) return company
    const customer = builder.customer(input.customer, context)
    if (!customer.ok) return customer
    const promise = checkPromise(input.promised, today)
    if (!promise.ok) return promise
    const vatTreatment =
      input.vatTreatment ?? builder.vatTreatment(customer.value, input.delivery, input.deliveryAddress.country)
    const facts = {
      customer: customer.value,
      pricesIncludeVat: input.pricesIncludeVat,
      vatTreatment,
      rush: input.rush,
      currency: company.value.currency,
    }
    const lines = builder.lines(input.lines, facts, context, input.warningsSeen)
    if (!lines.ok) return lines
    const charge = builder.charge(input.deliveryAmount, facts, today)
    if (!charge.ok) return charge
    const origin = originOf(input.origin, Object.values(lines.value), context)
    if (!origin.ok) return origin
    const {
      contact,
      invoiceAddress,
      deliveryAddress,
      delivery,
      promised,
      customerReference,
      instructions,
      plannedPayment,
      paidBefore,
      source,
    } = input
    tx.create(salesOrderEntity, input.id, {
      status: 'draft',
      ...facts,
      contact,
      invoiceAddress,
      deliveryAddress,
      delivery,
      deliveryCharge: charge.value,
      promised,
      customerReference,
      instructions,
      plannedPayment,
      paidBefore,
      source,
      origin: origin.value,
      takenBy: context.viewer.userId ?? '',
      takenAt: now,
      orderedOn: today,
      lines: lines.value,
    })
    if (!input.confirm) return accepted({ id: input.id, number: null })
    const ready = checkConfirm({ lines: lines.value, currency: facts.currency, delivery, deliveryAddress })
    if (!ready.ok) return ready
    // The move stands by itself: should it ever be refused, what was typed stays (sync 3.6).
    tx.nextGroup()
    const number = context.number('sales_order')
    tx.move(salesOrderEntity, input.id, 'status', 'draft', 'confirmed', { number, confirmedAt: now })
    return accepted({ id: input.id, number: number.text })
  }
}

function originOf(
  input: { readonly how: OrderOrigin['how']; readonly salesOrderId: string } | null,
  lines: readonly RepeatedLine[],
  { read }: CommandContext,
): Result<OrderOrigin | null> {
  if (input === null) return accepted(null)
  const before = read(salesOrderEntity, input.salesOrderId)
  if (before === undefined) return refused('notFound.sales_order', { id: input.salesOrderId })
  const artwork = checkArtworkAgain(input.how, lines, before)
  if (!artwork.ok) return artwork
  return accepted({ how: input.how, salesOrderId: input.salesOrderId, number: before.number?.text ?? '' })
}
