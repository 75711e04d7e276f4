import { type Language, languages } from '#shared/kernel/language.ts'
import { grantsOf, isRole, type Role } from '#shared/users/role-profiles.ts'
import type { Person } from './person.ts'

export interface PersonValues {
  readonly name: string
  readonly role: Role
  readonly email: string
  readonly language: Language
  /** What the person may do in the end; its differences from the role are what is kept. */
  readonly grants: ReadonlySet<string>
  readonly pin: string
  readonly password: string
}

export function personValues(person: Person | null, houseLanguage: Language): PersonValues {
  const role = person !== null && isRole(person.role) ? person.role : 'counter'
  return {
    name: person?.name ?? '',
    role,
    email: person?.email ?? '',
    language: languages.find((each) => each === person?.language) ?? houseLanguage,
    grants: grantsOf(role, person?.given, person?.withheld),
    pin: '',
    password: '',
  }
}

/** Another role brings its own grants; differences made for the old one mean nothing in the new. */
export function withRole(values: PersonValues, role: Role): PersonValues {
  return { ...values, role, grants: grantsOf(role) }
}

export function withGrant(values: PersonValues, grant: string, isHeld: boolean): PersonValues {
  const grants = new Set(values.grants)
  if (isHeld) grants.add(grant)
  else grants.delete(grant)
  return { ...values, grants }
}

export interface GrantDifferences {
  readonly given: string[]
  readonly withheld: string[]
}

export function differences({ role, grants }: PersonValues): GrantDifferences {
  if (role === 'administrator') return { given: [], withheld: [] }
  const ofRole = grantsOf(role)
  return {
    given: [...grants].filter((grant) => !ofRole.has(grant)).sort(),
    withheld: [...ofRole].filter((grant) => !grants.has(grant)).sort(),
  }
}
