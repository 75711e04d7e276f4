import { emailKey } from '#shared/kernel/contact.ts'
import { ownMailDomain } from './mail-domain.ts'
import { partyCodeKey, partyNameKey } from './party-name-key.ts'
import { contactsOf } from './party-rows.ts'
import { phoneDigits } from './phone-number.ts'
import type { Party } from './replication.ts'

export type PartyKeyKind = 'code' | 'vatNumber' | 'email' | 'emailDomain' | 'phone' | 'name'
export interface PartyKey {
  readonly kind: PartyKeyKind
  readonly key: string
}

/** Shorter names are initials that many share. */
const shortestName = 3

export function vatNumberKey(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}

export function nameKeys(name: string): PartyKey[] {
  const key = partyNameKey(name)
  return key.length < shortestName ? [] : [{ kind: 'name', key }]
}

export function emailKeys(email: string): PartyKey[] {
  if (email === '') return []
  const domain = ownMailDomain(email)
  return [
    { kind: 'email', key: emailKey(email) },
    ...(domain === null ? [] : [{ kind: 'emailDomain', key: domain } as const]),
  ]
}

export function phoneKeys(phone: string): PartyKey[] {
  const key = phoneDigits(phone)
  return key === '' ? [] : [{ kind: 'phone', key }]
}

/** Everything that a party is recognised by, each once. */
export function keysOf(party: Party): readonly PartyKey[] {
  const contacts = contactsOf(party)
  const keys: PartyKey[] = [
    ...(party.code === '' ? [] : [{ kind: 'code', key: partyCodeKey(party.code) } as const]),
    ...(party.vatNumber === null ? [] : [{ kind: 'vatNumber', key: vatNumberKey(party.vatNumber.number) } as const]),
    ...nameKeys(party.name),
    ...[party.email, ...contacts.map((each) => each.email)].flatMap(emailKeys),
    ...[party.phone, ...contacts.map((each) => each.phone)].flatMap(phoneKeys),
  ]
  return [...new Map(keys.map((each) => [`${each.kind} ${each.key}`, each])).values()]
}
