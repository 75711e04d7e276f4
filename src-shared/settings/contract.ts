import { z } from 'zod'
import { contract, query } from '#shared/kernel/contract.ts'

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

export const settingsContract = contract(
  query('company.get', {
    input: z.strictObject({}),
    output: companyOutput.nullable(),
    permission: 'company.see',
    touches: ['company'],
    summary: 'The shop itself: name, country, language, currency, time zone, VAT numbers; null before the first start.',
  }),
)
