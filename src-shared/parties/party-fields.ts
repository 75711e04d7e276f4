import { z } from 'zod'
import { noteField } from '#shared/kernel/card-number.ts'
import { readEmail } from '#shared/kernel/contact.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { languages } from '#shared/kernel/language.ts'
import { requiredText, textField } from '#shared/kernel/text.ts'
import { countrySchema } from '#shared/kernel/value-schemas.ts'
import { registrableKinds } from './party.ts'

const contactId = idOf<'PartyContact'>()
const addressId = idOf<'PartyAddress'>()

/** '' stands for none. */
const emailOrNone = z.string().transform((raw, context) => {
  if (raw.trim() === '') return ''
  const reading = readEmail(raw)
  if (reading.ok) return reading.email
  context.addIssue({ code: 'custom', message: reading.code })
  return z.NEVER
})
/** As dialled in the party's country; read as E.164 where that country is known. */
const phoneText = textField({ max: 60 })
const country = z.string().trim().toUpperCase().pipe(countrySchema)

const contactFields = { name: textField(), email: emailOrNone, phone: phoneText, role: textField({ max: 100 }) }
const addressFields = {
  label: textField({ max: 100 }).default(''),
  street: textField().default(''),
  extra: textField().default(''),
  postcode: textField({ max: 20 }).default(''),
  city: textField({ max: 100 }).default(''),
  country,
}

/**
 * Rows are named by ids that the caller makes. An id that is not there yet is added at the end; one that is there takes
 * the fields that are given; `removed` takes it away (or back).
 */
/** The whole address: its parts only make sense together. */
export const partyAddressInput = z.strictObject(addressFields)
export const contactInput = z.strictObject({
  id: contactId,
  name: contactFields.name.optional(),
  email: contactFields.email.optional(),
  phone: contactFields.phone.optional(),
  role: contactFields.role.optional(),
  isMain: z.boolean().optional(),
  removed: z.boolean().optional(),
})
export const addressInput = z.strictObject({
  id: addressId,
  address: partyAddressInput.optional(),
  isInvoice: z.boolean().optional(),
  isDelivery: z.boolean().optional(),
  removed: z.boolean().optional(),
})

/** What registering and changing share. A field that is left out keeps its value, or takes its default. */
export const partyFields = {
  kind: z.enum(registrableKinds).optional(),
  isCustomer: z.boolean().optional(),
  isSupplier: z.boolean().optional(),
  code: textField({ max: 30 }).optional(),
  phone: phoneText.optional(),
  email: emailOrNone.optional(),
  language: z.enum(languages).optional(),
  /** As typed; '' for none. */
  vatNumber: textField({ max: 40 }).optional(),
  /** Keeps a VAT number that does not pass, marked as not verified. */
  saveUnverifiedVat: z.boolean().default(false),
  paymentTermDays: z.int().min(0, 'paymentTerm.range').max(365, 'paymentTerm.range').nullable().optional(),
  /** Basis points; 100 % needs the right `discount.full`. */
  discount: z.int().min(0, 'discount.range').max(10_000, 'discount.range').optional(),
  pricesIncludeVat: z.boolean().optional(),
  note: noteField({ max: 2000, multiline: true }).optional(),
  contacts: z.array(contactInput).max(50, 'party.tooManyContacts').optional(),
  addresses: z.array(addressInput).max(50, 'party.tooManyAddresses').optional(),
} as const

export const partyName = requiredText()
