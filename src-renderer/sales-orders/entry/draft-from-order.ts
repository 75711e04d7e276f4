import { z } from 'zod'
import type { OutputFor } from '#shared/contract.ts'
import { positionsBetween } from '#shared/kernel/fractional-position.ts'
import type { NewId } from '#shared/kernel/ids.ts'
import { type DraftLine, draftWhatSchema, type OrderDraft, orderDraftSchema } from './order-draft.ts'

export type OrderAnswer = OutputFor<'salesOrder.get'>
export type AgainAnswer = OutputFor<'salesOrder.again'>

/** An order as a draft of itself, for changing it: lines keep their ids. */
export function draftOfOrder(order: OrderAnswer): OrderDraft {
  const draft = {
    customer: customerOf(order),
    contact: order.contact,
    invoiceAddress: order.invoiceAddress,
    deliveryAddress: order.deliveryAddress,
    delivery: order.delivery,
    deliveryAmount: order.money?.deliveryAmount ?? null,
    promised: order.promised,
    rush: order.rush ?? null,
    customerReference: order.customerReference,
    instructions: order.instructions,
    pricesIncludeVat: order.pricesIncludeVat,
    vatTreatment: order.vatTreatment,
    plannedPayment: order.plannedPayment,
    paidBefore: order.paidBefore,
    source: order.source,
    origin: order.origin,
    lines: order.lines.map((line) => draftLineOf(line)),
  }
  return orderDraftSchema.parse(draft)
}

/**
 * What a reprint, a duplicate or a new order begins with. Lines are new ones that name the line they repeat; a day that was
 * promised then says nothing about now, prices are today's, and who owes the VAT follows from today's customer.
 */
export function draftAgain({ order, origin }: AgainAnswer, newId: NewId): OrderDraft {
  const draft = draftOfOrder(order)
  const places = positionsBetween(null, null, draft.lines.length)
  return {
    ...draft,
    promised: null,
    rush: null,
    vatTreatment: null,
    customerReference: '',
    source: 'counter',
    origin,
    lines: draft.lines.map((line, index) => ({
      ...line,
      id: newId(),
      what: line.what.kind === 'product' ? { ...line.what, override: null } : line.what,
      origin: line.id,
      position: places[index] ?? line.position,
    })),
  }
}

function customerOf({ customer }: OrderAnswer): OrderDraft['customer'] {
  return customer.partyId === null
    ? { kind: 'walk_in', name: customer.name }
    : { kind: 'party', partyId: customer.partyId, name: customer.name }
}

function draftLineOf(line: OrderAnswer['lines'][number]): DraftLine {
  const { id, artwork, origin, note, position } = line
  return { id, what: whatOf(line), quantityText: '', artwork, origin, note, position }
}

function whatOf(line: OrderAnswer['lines'][number]): DraftLine['what'] {
  const { configuration, quantity, unit, money } = line
  return draftWhatSchema.parse(
    line.kind === 'free_text' || line.productId === null
      ? {
          kind: 'free_text',
          title: line.name,
          details: line.details,
          quantity,
          unit,
          unitPrice: money?.unitPrice ?? { amount: 0, base: 1 },
          vatLevel: money?.vatLevel ?? 'standard',
        }
      : { kind: 'product', productId: line.productId, configuration, quantity, override: overrideOf(money?.override) },
  )
}

/** The wire carries the override as plain JSON; one in a form this program does not know is none. */
const knownOverride = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('unit_price'),
    price: z.object({ amount: z.number(), base: z.number() }),
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal('amount'), amount: z.number(), reason: z.string().nullable() }),
  z.object({ kind: z.literal('discount'), rate: z.number(), reason: z.string() }),
])

function overrideOf(override: unknown) {
  const parsed = knownOverride.safeParse(override)
  return parsed.success ? parsed.data : null
}
