import { z } from 'zod'
import type { InputFor, OutputFor } from '#shared/contract.ts'
import { languages } from '#shared/kernel/language.ts'

/** What the company page lets a person type; VAT numbers as one line each. */
export const companyForm = z.object({
  name: z.string(),
  country: z.string(),
  language: z.enum(languages),
  currency: z.string(),
  timeZone: z.string(),
  vatNumbers: z.array(z.string()),
  street: z.string(),
  extra: z.string(),
  postcode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  registrationNumber: z.string(),
  bankAccount: z.string(),
  logo: z.string().nullable(),
  pricesIncludeVat: z.boolean(),
})

export type CompanyValues = z.output<typeof companyForm>
type Company = NonNullable<OutputFor<'company.get'>>

export function companyValues(company: Company): CompanyValues {
  const { address } = company
  return {
    ...companyForm.parse({ ...company, ...address, country: company.country }),
    vatNumbers: [...company.vatNumbers, ''],
  }
}

export function companyInput(values: CompanyValues): InputFor<'company.change'> {
  const { street, extra, postcode, city, vatNumbers, ...others } = values
  return {
    ...others,
    address: { street, extra, postcode, city, country: values.country },
    // The empty line at the end is there to be typed into.
    vatNumbers: vatNumbers.filter((number) => number.trim() !== ''),
  }
}

/** There is always one empty line to add another number. */
export function withVatNumber(numbers: readonly string[], place: number, typed: string): string[] {
  const changed = numbers.map((number, at) => (at === place ? typed : number))
  return changed.at(-1)?.trim() === '' ? changed : [...changed, '']
}
