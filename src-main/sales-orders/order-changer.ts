import type { z } from 'zod'
import type { CommandContext, Services } from '#main/platform/bus/module.ts'
import type { PatchOf } from '#shared/kernel/change/entity.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { salesOrderContract } from '#shared/sales-orders/contract.ts'
import type { LineInput, LineWhat } from '#shared/sales-orders/line-input.ts'
import { type SalesOrder, salesOrderEntity } from '#shared/sales-orders/replication.ts'
import type { OrderLineItem } from '#shared/sales-orders/sales-order.ts'
import { checkArtworkAgain, checkConfirm, checkPromise } from '#shared/sales-orders/sales-order-rules.ts'
import { orderBuilder } from './order-builder.ts'

export type OrderChange = Omit<z.output<(typeof salesOrderContract)['salesOrder.change']['input']>, 'id' | 'reason'>

/**
 * What a change comes to over an order as it stands: lines priced in the core, with all that follows from another customer,
 * place or treatment. Asked by the order's own page and by whoever types a third version where two had met.
 */
export function orderChanger(services: Pick<Services, 'db' | 'translate'>) {
  const builder = orderBuilder(services)
  return (order: SalesOrder, input: OrderChange, context: CommandContext): Result<PatchOf<typeof salesOrderEntity>> => {
    const { read, today } = context
    if (order.status === 'closed' || order.status === 'cancelled')
      return refused('salesOrder.notOpen', { status: order.status })
    const company = builder.company()
    if (!company.ok) return company
    const { customer: asked, deliveryAmount, vatTreatment: askedTreatment, ...plain } = input.head
    const customer = asked === undefined ? accepted(order.customer) : builder.customer(asked, context)
    if (!customer.ok) return customer
    const promise = checkPromise(plain.promised ?? null, order.orderedOn)
    if (!promise.ok) return promise
    const delivery = plain.delivery ?? order.delivery
    const deliveryAddress = plain.deliveryAddress ?? order.deliveryAddress
    const movesPlace = asked !== undefined || plain.delivery !== undefined || plain.deliveryAddress !== undefined
    const facts = {
      customer: customer.value,
      pricesIncludeVat: plain.pricesIncludeVat ?? order.pricesIncludeVat,
      rush: plain.rush === undefined ? order.rush : plain.rush,
      currency: order.currency,
      vatTreatment:
        askedTreatment ??
        (askedTreatment === null || movesPlace
          ? builder.vatTreatment(customer.value, delivery, deliveryAddress.country)
          : order.vatTreatment),
    }
    const repriced = decidesPrices(facts, order) ? untouched(order, input) : []
    const lines = builder.lines([...input.put, ...repriced], facts, context, input.warningsSeen)
    if (!lines.ok) return lines
    const unknown = [...input.remove, ...input.restore].find((id) => order.lines[id] === undefined)
    if (unknown !== undefined) return refused('notFound.sales_order_line', { id: unknown })
    const charge = builder.charge(
      deliveryAmount === undefined ? (order.deliveryCharge?.amount ?? null) : deliveryAmount,
      facts,
      today,
    )
    if (!charge.ok) return charge
    const before = order.origin === null ? undefined : read(salesOrderEntity, order.origin.salesOrderId)
    if (order.origin !== null && before !== undefined) {
      const artwork = checkArtworkAgain(order.origin.how, Object.values(lines.value), before)
      if (!artwork.ok) return artwork
    }
    const patch: PatchOf<typeof salesOrderEntity> = {
      ...given(plain),
      ...facts,
      deliveryCharge: charge.value,
      lines: {
        ...lines.value,
        ...Object.fromEntries(input.remove.map((id) => [id, { removed: true }])),
        ...Object.fromEntries(input.restore.map((id) => [id, { removed: false }])),
      },
    }
    if (order.status === 'confirmed') {
      const ready = checkConfirm({
        lines: mergedLines(order, patch.lines ?? {}),
        currency: order.currency,
        delivery,
        deliveryAddress,
      })
      if (!ready.ok) return ready
    }
    return accepted(patch)
  }
}

/** Leaves out what the form did not say. */
function given<T extends object>(head: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const [key, value] of Object.entries(head)) if (value !== undefined) Object.assign(said, { [key]: value })
  return said
}

type Facts = Pick<SalesOrder, 'customer' | 'pricesIncludeVat' | 'rush' | 'vatTreatment'>

/** Whether what decides prices has changed, so that lines nobody touched are priced anew. */
function decidesPrices(facts: Facts, order: SalesOrder): boolean {
  return (
    facts.customer.discount !== order.customer.discount ||
    facts.customer.language !== order.customer.language ||
    facts.pricesIncludeVat !== order.pricesIncludeVat ||
    facts.vatTreatment !== order.vatTreatment ||
    JSON.stringify(facts.rush) !== JSON.stringify(order.rush)
  )
}

/** The order's other lines as a form would send them. */
function untouched(
  order: SalesOrder,
  input: { readonly put: readonly LineInput[]; readonly remove: readonly string[] },
): readonly LineInput[] {
  return Object.entries(order.lines).flatMap(([id, line]) => {
    const isNamed = input.put.some((each) => each.id === id) || input.remove.some((each) => each === id)
    if (line.item === null || line.removed || isNamed) return []
    const { artwork, origin, note, position } = line
    return [{ id: id as LineInput['id'], what: whatOf(line.item), shownAmount: null, artwork, origin, note, position }]
  })
}

/** What a form would say of a line as the order keeps it. */
export function whatOf(item: OrderLineItem): LineWhat {
  const { quantity, configuration, override } = item
  if (item.productId !== null) return { kind: 'product', productId: item.productId, configuration, quantity, override }
  return {
    kind: 'free_text',
    title: item.title,
    details: item.details,
    quantity,
    unit: item.unit,
    unitPrice: item.unitPrice,
    vatLevel: item.vatLevel,
  }
}

function mergedLines(
  order: SalesOrder,
  put: Readonly<Record<string, Partial<SalesOrder['lines'][string]>>>,
): SalesOrder['lines'] {
  const merged: Record<string, SalesOrder['lines'][string]> = { ...order.lines }
  const empty = { item: null, artwork: null, origin: null, note: '', position: '', removed: false }
  for (const [id, line] of Object.entries(put)) merged[id] = { ...(merged[id] ?? empty), ...line }
  return merged
}
