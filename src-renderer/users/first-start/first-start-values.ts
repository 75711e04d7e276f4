import { z } from 'zod'
import type { InputFor } from '#shared/contract.ts'
import { languages } from '#shared/kernel/language.ts'

/** What the first start asks. Secrets are asked too and never kept. */
const keptForm = z.object({
  language: z.enum(languages),
  country: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  name: z.string(),
  vatNumber: z.string(),
  registrationNumber: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
  bankAccount: z.string(),
  pricesIncludeVat: z.boolean(),
  logo: z.string().nullable(),
  person: z.string(),
  personEmail: z.string(),
})

export type FirstStartValues = z.output<typeof keptForm>

export interface FirstSecrets {
  readonly password: string
  readonly pin: string
}

const STORED = 'counterproof.firstStart'

/** Nothing is lost by leaving in the middle: there is no person yet whose drafts the station could keep. */
export function keepValues(values: FirstStartValues): void {
  localStorage.setItem(STORED, JSON.stringify(values))
}

export function forgetValues(): void {
  localStorage.removeItem(STORED)
}

export function keptValues(otherwise: FirstStartValues): FirstStartValues {
  try {
    return keptForm.parse(JSON.parse(localStorage.getItem(STORED) ?? ''))
  } catch {
    return otherwise
  }
}

export function setUpInput(values: FirstStartValues): InputFor<'company.setUp'> {
  const { language, country, currency, timeZone, name, phone, email, registrationNumber, bankAccount } = values
  return {
    company: {
      ...{ language, country, currency, timeZone, name, phone, email, registrationNumber, bankAccount },
      address: { street: values.street, extra: '', postcode: values.postcode, city: values.city, country },
      pricesIncludeVat: values.pricesIncludeVat,
      logo: values.logo,
      ...(values.vatNumber.trim() === '' ? {} : { vatNumbers: [values.vatNumber] }),
    },
    administrator: { name: values.person, email: values.personEmail, language },
  }
}

export function secretsInput({ password, pin }: FirstSecrets): InputFor<'credential.setFirst'> {
  return { password, ...(pin === '' ? {} : { pin }) }
}
