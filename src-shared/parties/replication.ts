import { type DocumentOf, documentEntity, free, numbered, rows, type WrittenBy } from '#shared/kernel/change/entity.ts'
import { readDocument } from '#shared/kernel/change/fold.ts'
import type { Language } from '#shared/kernel/language.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { PartyAddress, PartyKind, PartyVatNumber } from './party.ts'

const partyWriters: WrittenBy = {
  'party.register': ['party.register'],
  'party.change': ['party.change'],
  'party.archive': ['party.archive'],
  'party.restore': ['party.archive'],
  'party.walkIn': ['party.walkIn'],
  'finding.resolve': ['party.change'],
}

/** A customer or supplier with its contacts and addresses: one document (W2). */
export const partyEntity = documentEntity('party', partyWriters, {
  kind: free<PartyKind>('business', { important: true }),
  isCustomer: free(true),
  isSupplier: free(false),
  name: free('', { important: true, personal: true }),
  /** What people call the party by; from the series or typed. */
  code: free('', { important: true }),
  /** The number of the series, if it gave the code; it stays when a person types another code later. */
  number: numbered(),
  /** E.164. */
  phone: free('', { important: true, personal: true }),
  email: free('', { important: true, personal: true }),
  /** Language of the party's papers. */
  language: free<Language>('en'),
  vatNumber: free<PartyVatNumber | null>(null, { composite: true, important: true }),
  paymentTermDays: free<number | null>(null, { important: true }),
  discount: free<BasisPoints>(0, { important: true }),
  pricesIncludeVat: free(false),
  /** For the people at the counter; on no paper. */
  note: free('', { important: true, personal: true }),
  archived: free(false),
  /** One pointer each, so that two stations cannot mark two rows. null or gone: the first that is there. */
  mainContactId: free<string | null>(null),
  invoiceAddressId: free<string | null>(null, { important: true }),
  deliveryAddressId: free<string | null>(null, { important: true }),
  contacts: rows({
    name: free('', { important: true, personal: true }),
    email: free('', { important: true, personal: true }),
    phone: free('', { important: true, personal: true }),
    role: free(''),
    position: free(''),
    removed: free(false, { important: true }),
  }),
  addresses: rows({
    address: free<PartyAddress | null>(null, { composite: true, important: true, personal: true }),
    position: free(''),
    removed: free(false, { important: true }),
  }),
})

export type Party = DocumentOf<typeof partyEntity>

/** What a party is before anything is said of it. */
export const noParty: Party = readDocument(partyEntity, {})
