import { z } from 'zod'
import { configurationSchema } from '#shared/catalog/product-schema.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { isUnitCode, type UnitCode } from '#shared/kernel/quantity.ts'
import { artworkInput } from '#shared/sales-orders/line-input.ts'
import { deliveryKinds, orderSources, paymentMethods } from '#shared/sales-orders/sales-order.ts'
import { vatLevels } from '#shared/settings/vat-rates.ts'
import { vatTreatments } from '#shared/settings/vat-treatment.ts'

/**
 * An order while it is being typed, as the station keeps it (W16). Nothing here is checked but its form: what was typed
 * stays, and the core says what is wrong with it. The schema reads a draft back; what an earlier version of the program
 * kept in another form is not guessed at.
 */
const quantity = z.object({ sets: z.number(), each: z.number() })
const unitPrice = z.object({ amount: z.number(), base: z.number() })
const unit = z.custom<UnitCode>((code) => typeof code === 'string' && isUnitCode(code))
const address = z.object({
  street: z.string(),
  extra: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
})

const override = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit_price'), price: unitPrice, reason: z.string().nullable() }),
  z.object({ kind: z.literal('amount'), amount: z.number(), reason: z.string().nullable() }),
  z.object({ kind: z.literal('discount'), rate: z.number(), reason: z.string() }),
])

export const draftWhatSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    productId: idOf<'Product'>(),
    configuration: configurationSchema,
    quantity,
    override: override.nullable(),
  }),
  z.object({
    kind: z.literal('free_text'),
    title: z.string(),
    details: z.string(),
    quantity,
    unit,
    unitPrice,
    vatLevel: z.enum(vatLevels),
  }),
])

const draftLine = z.object({
  id: z.string(),
  what: draftWhatSchema,
  /** A quantity that is no tier, exactly as typed: `2x500`. */
  quantityText: z.string(),
  artwork: artworkInput.nullable(),
  origin: z.string().nullable(),
  note: z.string(),
  position: z.string(),
})

export const orderDraftSchema = z.object({
  customer: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('party'), partyId: z.string(), name: z.string() }),
      z.object({ kind: z.literal('walk_in'), name: z.string() }),
    ])
    .nullable(),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  invoiceAddress: address,
  deliveryAddress: address,
  delivery: z.enum(deliveryKinds),
  deliveryAmount: z.number().nullable(),
  promised: z.object({ on: z.string(), at: z.string().nullable() }).nullable(),
  rush: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('percent'), rate: z.number() }),
      z.object({ kind: z.literal('amount'), amount: z.number() }),
    ])
    .nullable(),
  customerReference: z.string(),
  instructions: z.string(),
  pricesIncludeVat: z.boolean(),
  vatTreatment: z.enum(vatTreatments).nullable(),
  plannedPayment: z.enum(paymentMethods).nullable(),
  paidBefore: z.boolean(),
  source: z.enum(orderSources),
  origin: z
    .object({ how: z.enum(['reprint', 'duplicate', 'new_order']), salesOrderId: z.string(), number: z.string() })
    .nullable(),
  lines: z.array(draftLine),
})

export type OrderDraft = z.output<typeof orderDraftSchema>
export type DraftLine = OrderDraft['lines'][number]
export type DraftWhat = DraftLine['what']
export type DraftProductWhat = Extract<DraftWhat, { kind: 'product' }>
export type DraftTextWhat = Extract<DraftWhat, { kind: 'free_text' }>
export type DraftCustomer = NonNullable<OrderDraft['customer']>
export type DraftAddress = OrderDraft['deliveryAddress']
export type DraftOverride = NonNullable<DraftProductWhat['override']>

export const noDraftAddress: DraftAddress = { street: '', extra: '', postcode: '', city: '', country: '' }

export function emptyDraft(pricesIncludeVat: boolean): OrderDraft {
  return {
    customer: null,
    contact: { name: '', phone: '', email: '' },
    invoiceAddress: noDraftAddress,
    deliveryAddress: noDraftAddress,
    delivery: 'pick_up',
    deliveryAmount: null,
    promised: null,
    rush: null,
    customerReference: '',
    instructions: '',
    pricesIncludeVat,
    vatTreatment: null,
    plannedPayment: null,
    paidBefore: false,
    source: 'counter',
    origin: null,
    lines: [],
  }
}

/** A draft as the station kept it; null when it has another form. */
export function readDraft(kept: unknown): OrderDraft | null {
  const parsed = orderDraftSchema.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** Whether anything was typed that somebody would miss. */
export function hasContent(draft: OrderDraft): boolean {
  return (
    draft.customer !== null ||
    draft.lines.length > 0 ||
    [draft.customerReference, draft.instructions, ...Object.values(draft.contact)].some((text) => text !== '')
  )
}
