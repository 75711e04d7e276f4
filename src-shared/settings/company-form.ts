import { z } from 'zod'
import { emailField } from '#shared/kernel/contact.ts'
import { languages } from '#shared/kernel/language.ts'
import { requiredText, textField } from '#shared/kernel/text.ts'
import { countrySchema, currencySchema, timeZoneSchema } from '#shared/kernel/value-schemas.ts'

/** What the shop says about itself, as it enters and as it comes back. */
export const languageField = z.enum(languages)
/** SHA-256 of a file in the store. */
export const fileHashField = z.string().regex(/^[0-9a-f]{64}$/, 'file.unknown')
export const optionalEmailField = z.union([z.literal(''), emailField])

export const postalAddressField = z.strictObject({
  street: textField({ max: 120 }),
  extra: textField({ max: 120 }),
  postcode: textField({ max: 16 }),
  city: textField({ max: 80 }),
  country: z.union([z.literal(''), countrySchema]),
})

export const companyFields = z.strictObject({
  name: requiredText({ max: 120 }),
  country: countrySchema,
  language: languageField,
  currency: currencySchema,
  timeZone: timeZoneSchema,
  vatNumbers: z.array(textField({ max: 40 })).max(12),
  address: postalAddressField,
  phone: textField({ max: 40 }),
  email: optionalEmailField,
  website: textField({ max: 200 }),
  registrationNumber: textField({ max: 60 }),
  bankAccount: textField({ max: 60 }),
  logo: fileHashField.nullable(),
  numberPatterns: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(40)),
  pricesIncludeVat: z.boolean(),
})

export const postalAddressOutput = z.object({
  street: z.string(),
  extra: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
})

export const companyOutput = z.object({
  id: z.string(),
  name: z.string(),
  address: postalAddressOutput,
  country: z.string(),
  language: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  vatNumbers: z.array(z.string()).readonly(),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  registrationNumber: z.string(),
  bankAccount: z.string(),
  logo: z.string().nullable(),
  numberPatterns: z.record(z.string(), z.string()),
  pricesIncludeVat: z.boolean(),
})

/** Dotted words: `vatRates`, `salesOrder.quietHours`. */
export const settingKey = z
  .string()
  .max(120)
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, 'setting.keyMalformed')

const valueLimit = 64 * 1024

/** Any JSON up to 64 KiB. */
export const settingValue = z.json().refine((value) => JSON.stringify(value).length <= valueLimit, {
  error: 'setting.tooLarge',
})
