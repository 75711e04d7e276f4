import type { InputFor } from '#shared/contract.ts'
import type { Role } from '#shared/users/role-profiles.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './create-test-app.ts'

export interface TestShop extends TestApp {
  /** The first administrator, who acts unless a test says otherwise. */
  readonly administratorId: string
  readonly companyId: string
}

/** What the test shop says about itself. */
export const testCompany: InputFor<'company.setUp'>['company'] = {
  name: 'Drukkerij De Kade',
  country: 'NL',
  language: 'nl',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  vatNumbers: ['NL123456782B90'],
  address: { street: 'Houtkade 12', extra: '', postcode: '1013 AB', city: 'Amsterdam', country: 'NL' },
  phone: '+31201234567',
  email: 'balie@dekade.example',
  website: 'dekade.example',
  registrationNumber: '12345678',
  bankAccount: 'NL02ABNA0123456789',
}

/** A shop that has been set up: Drukkerij De Kade in Amsterdam, its administrator Marit acting. */
export async function createTestShop(
  options: TestAppOptions & { readonly company?: Partial<InputFor<'company.setUp'>['company']> } = {},
): Promise<TestShop> {
  const app = createTestApp(options)
  const { companyId, userId } = await app.command('company.setUp', {
    company: { ...testCompany, ...options.company },
    administrator: { name: 'Marit Visser', email: 'marit@dekade.example' },
  })
  app.actAs(userId)
  return { ...app, administratorId: userId, companyId }
}

const names: Readonly<Record<Role, string>> = {
  administrator: 'Joost Bakker',
  counter: 'Noor de Wit',
  warehouse: 'Piotr Nowak',
}

/** Adds somebody of a role and lets them act; the administrator must be acting. */
export async function withPerson(app: TestApp, role: Role, name: string = names[role]): Promise<string> {
  const { id } = await app.command('user.add', { name, role })
  app.actAs(id)
  return id
}
