import { z } from 'zod'
import type { OutputFor } from '#shared/contract.ts'
import type { Format } from '#shared/kernel/format.ts'
import { isLanguage, languages } from '#shared/kernel/language.ts'
import { registrableKinds } from '#shared/parties/party.ts'

/** What the customer form lets a person type, as typed: numbers stay text until they are sent. */
const contactValues = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  phone: z.string(),
  email: z.string(),
})

const addressValues = z.object({
  id: z.string(),
  label: z.string(),
  street: z.string(),
  extra: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
})

const partyValues = z.object({
  id: z.string(),
  kind: z.enum(registrableKinds),
  isCustomer: z.boolean(),
  isSupplier: z.boolean(),
  name: z.string(),
  code: z.string(),
  phone: z.string(),
  email: z.string(),
  language: z.enum(languages),
  vatNumber: z.string(),
  keepsUnverifiedVat: z.boolean(),
  paymentTerm: z.string(),
  discount: z.string(),
  /** null: as the kind of customer says. */
  pricesIncludeVat: z.boolean().nullable(),
  note: z.string(),
  contacts: z.array(contactValues),
  mainContactId: z.string().nullable(),
  addresses: z.array(addressValues),
  invoiceAddressId: z.string().nullable(),
  deliveryAddressId: z.string().nullable(),
})

export type ContactValues = z.output<typeof contactValues>
export type AddressValues = z.output<typeof addressValues>
export type PartyValues = z.output<typeof partyValues>
export type Party = OutputFor<'party.get'>

/** A form with what it was filled from: only what differs is sent, so that others' changes beside it stand (PA11). */
export const openedParty = z.object({
  /** The version it was filled from; null: a new party. */
  seen: z.number().nullable(),
  base: partyValues.nullable(),
  values: partyValues,
})
export type OpenedParty = z.output<typeof openedParty>

export interface NewPartyHouse {
  readonly country: string
  readonly language: string
}

export function newParty(newId: () => string, house: NewPartyHouse, typed = ''): OpenedParty {
  const contact = emptyContact(newId())
  const address = emptyAddress(newId(), house.country)
  return {
    seen: null,
    base: null,
    values: {
      id: newId(),
      kind: 'business',
      isCustomer: true,
      isSupplier: false,
      name: '',
      code: '',
      phone: '',
      email: '',
      ...begun(typed),
      language: isLanguage(house.language) ? house.language : 'en',
      vatNumber: '',
      keepsUnverifiedVat: false,
      paymentTerm: '',
      discount: '',
      pricesIncludeVat: null,
      note: '',
      contacts: [contact],
      mainContactId: contact.id,
      addresses: [address],
      invoiceAddressId: address.id,
      deliveryAddressId: address.id,
    },
  }
}

/** What was looked for is the beginning of the new one: an address, a number, or else a name. */
function begun(typed: string): Partial<Pick<PartyValues, 'name' | 'phone' | 'email'>> {
  const text = typed.trim().slice(0, 200)
  if (text.includes('@')) return { email: text }
  return /^[+\d][\d\s().\-/]{3,}$/u.test(text) ? { phone: text } : { name: text }
}

export function emptyContact(id: string): ContactValues {
  return { id, name: '', role: '', phone: '', email: '' }
}

export function emptyAddress(id: string, country: string): AddressValues {
  return { id, label: '', street: '', extra: '', postcode: '', city: '', country }
}

export function isBlankContact({ name, role, phone, email }: ContactValues): boolean {
  return [name, role, phone, email].every((text) => text.trim() === '')
}

/** The country is filled in by itself, so it alone makes no address. */
export function isBlankAddress({ label, street, extra, postcode, city }: AddressValues): boolean {
  return [label, street, extra, postcode, city].every((text) => text.trim() === '')
}

/** A kept party as the form shows it. */
export function openParty(party: Party, format: Format): OpenedParty {
  const values: PartyValues = {
    id: party.id,
    kind: party.kind === 'consumer' ? 'consumer' : 'business',
    isCustomer: party.isCustomer,
    isSupplier: party.isSupplier,
    name: party.name,
    code: party.code,
    phone: party.phone,
    email: party.email,
    language: isLanguage(party.language) ? party.language : 'en',
    vatNumber: party.vatNumber?.number ?? '',
    keepsUnverifiedVat: false,
    paymentTerm: party.paymentTermDays == null ? '' : format.quantityToEdit(party.paymentTermDays * 1000),
    discount: party.discount === undefined || party.discount === 0 ? '' : format.percentToEdit(party.discount),
    pricesIncludeVat: party.pricesIncludeVat ?? null,
    note: party.note,
    contacts: party.contacts.map(({ id, name, role, phone, email }) => ({ id, name, role, phone, email })),
    mainContactId: party.contacts.find(({ isMain }) => isMain)?.id ?? null,
    addresses: party.addresses.map(({ id, address }) => ({ id, ...address })),
    invoiceAddressId: party.addresses.find(({ isInvoice }) => isInvoice)?.id ?? null,
    deliveryAddressId: party.addresses.find(({ isDelivery }) => isDelivery)?.id ?? null,
  }
  return { seen: party.version, base: values, values }
}

/** Where the party is at home: its phone and VAT number are read as written there. */
export function countryOfValues(values: PartyValues, house: string): string {
  const invoice = values.addresses.find(({ id }) => id === values.invoiceAddressId) ?? values.addresses[0]
  return invoice?.country || house
}
