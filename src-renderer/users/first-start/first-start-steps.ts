export const firstStartSteps = ['place', 'company', 'people', 'code', 'ready'] as const
export type FirstStartStep = (typeof firstStartSteps)[number]

/** Beginnings of the names of each step's fields, to know which step a refusal belongs to. */
export const stepFields: Readonly<Record<FirstStartStep, readonly string[]>> = {
  place: ['company.language', 'company.country', 'company.currency', 'company.timeZone'],
  company: [
    'company.name',
    'company.vatNumbers',
    'company.registrationNumber',
    'company.address',
    'company.phone',
    'company.email',
    'company.bankAccount',
    'company.logo',
    'company.pricesIncludeVat',
  ],
  people: ['administrator'],
  code: [],
  ready: [],
}

export function stepOfField(field: string): FirstStartStep | undefined {
  return firstStartSteps.find((step) => stepFields[step].some((beginning) => field.startsWith(beginning)))
}

/** A person's estimate, in minutes, from the beginning of each step. */
export const minutesLeft: Readonly<Record<FirstStartStep, number>> = {
  place: 4,
  company: 3,
  people: 2,
  code: 1,
  ready: 0,
}
