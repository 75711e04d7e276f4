import { z } from 'zod'
import { noteField } from '#shared/kernel/card-number.ts'
import { emailField } from '#shared/kernel/contact.ts'
import { isCalendarDate, isTimeOfDay } from '#shared/kernel/dates.ts'
import { textField } from '#shared/kernel/text.ts'
import { basisPointsSchema } from '#shared/settings/vat-rates.ts'
import { vatTreatments } from '#shared/settings/vat-treatment.ts'
import { deliveryKinds, orderSources, paymentMethods } from './sales-order.ts'

const date = z.string().refine(isCalendarDate, 'date.unknown')
const time = z.string().refine(isTimeOfDay, 'time.unknown')

const address = z.strictObject({
  street: textField({ max: 200 }),
  extra: textField({ max: 200 }),
  postcode: textField({ max: 20 }),
  city: textField({ max: 100 }),
  country: z.string().regex(/^([A-Z]{2})?$/, 'country.unknown'),
})

/** What a form says about an order beside its lines. */
export const orderHead = {
  customer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party'), partyId: z.string().regex(/^[0-9a-f-]{36}$/, 'id') }),
    /** A customer whose name nobody asked. */
    z.strictObject({ kind: z.literal('walk_in'), name: textField({ max: 200 }) }),
  ]),
  contact: z.strictObject({
    name: textField({ max: 200 }),
    phone: textField({ max: 40 }),
    email: z.union([z.literal(''), emailField]),
  }),
  invoiceAddress: address,
  deliveryAddress: address,
  delivery: z.enum(deliveryKinds),
  /** What delivery costs, net or gross as the order's prices are; null: nothing. */
  deliveryAmount: z.int().min(0).max(100_000_000).nullable(),
  promised: z.strictObject({ on: date, at: time.nullable() }).nullable(),
  rush: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('percent'), rate: basisPointsSchema }),
      z.strictObject({ kind: z.literal('amount'), amount: z.int().min(0).max(100_000_000) }),
    ])
    .nullable(),
  customerReference: textField({ max: 100 }),
  instructions: noteField({ max: 2000, multiline: true }),
  pricesIncludeVat: z.boolean(),
  /** Null: as follows from seller and customer. */
  vatTreatment: z.enum(vatTreatments).nullable(),
  plannedPayment: z.enum(paymentMethods).nullable(),
  paidBefore: z.boolean(),
  source: z.enum(orderSources),
} as const
