import type { z } from 'zod'
import type { PatchOf } from '#shared/kernel/change/entity.ts'
import { positionBetween } from '#shared/kernel/fractional-position.ts'
import { given } from '#shared/kernel/given.ts'
import type { Language } from '#shared/kernel/language.ts'
import { wholeInBasisPoints } from '#shared/kernel/percent.ts'
import { accepted, type FieldProblem, type Result, refused } from '#shared/kernel/result.ts'
import { checkVatNumber, refuseVatNumber, vatNumberFieldProblem } from '#shared/settings/vat-number.ts'
import type { PartyVatNumber } from './party.ts'
import type { addressInput, contactInput, partyFields } from './party-fields.ts'
import { countryOf } from './party-rows.ts'
import { readPhoneText } from './phone-number.ts'
import type { Party, partyEntity } from './replication.ts'

type Fields = { readonly [K in keyof typeof partyFields]: z.output<(typeof partyFields)[K]> }
/** A form's fields after parsing. The code is settled by the command, which alone knows who has which. */
export type PartyForm = Omit<Partial<Fields>, 'code'> & { readonly name?: string | undefined }
export type PartyPatch = PatchOf<typeof partyEntity>

export interface PartyHouse {
  /** ISO 3166-1 of the company, for parties without an address. */
  readonly country: string
  readonly language: Language
  /** Whether the person may give everything away: 100 % discount (CAT-07, reliability 12). */
  readonly mayGiveAll: boolean
}

interface Reading {
  readonly problems: FieldProblem[]
  readonly house: PartyHouse
  /** Of the party as it will be. */
  readonly country: string
}

/**
 * What of a form may be kept, over the party as it stands (a new one is the empty party): rows in their places, phones as
 * E.164, the VAT number checked. All problems are said at once, each at its field.
 */
export function readPartyForm(form: PartyForm, before: Party, house: PartyHouse): Result<PartyPatch> {
  const problems: FieldProblem[] = []
  const addresses = readAddresses(form.addresses ?? [], before, problems)
  const country = countryOf(withRows(before, addresses), house.country)
  const reading: Reading = { problems, house, country }
  const contacts = readContacts(form.contacts ?? [], before, reading)
  const phone = form.phone === undefined ? undefined : readPhoneAt('phone', form.phone, reading)
  const vat = readVat(form, before, reading)
  if (form.discount === wholeInBasisPoints && before.discount !== form.discount && !house.mayGiveAll)
    problems.push({ field: 'discount', code: 'discount.fullNeedsRight', params: { permission: 'discount.full' } })
  const [first, ...others] = problems
  if (first !== undefined) {
    if (others.length === 0 && vat !== undefined && !vat.ok) return refuseVatNumber('vatNumber', vat.problem)
    if (others.length === 0 && first.code === 'discount.fullNeedsRight')
      return refused('permission.missing', { permission: 'discount.full' }, problems)
    return refused('party.invalid', { count: problems.length }, problems)
  }
  return accepted({
    ...given({
      name: form.name,
      kind: form.kind,
      isCustomer: form.isCustomer,
      isSupplier: form.isSupplier,
      email: form.email,
      language: form.language,
      paymentTermDays: form.paymentTermDays,
      discount: form.discount,
      pricesIncludeVat: form.pricesIncludeVat,
      note: form.note,
    }),
    ...(phone === undefined ? {} : { phone }),
    ...(vat?.ok ? { vatNumber: vat.number } : {}),
    ...contacts,
    ...addresses,
  })
}

type VatReading =
  | { readonly ok: true; readonly number: PartyVatNumber | null }
  | { readonly ok: false; readonly problem: Parameters<typeof refuseVatNumber>[1] }

/** PA7: a number that passes is kept as papers show it; one that does not only with the mark that it is not verified. */
function readVat(form: PartyForm, before: Party, { problems, country }: Reading): VatReading | undefined {
  const typed = form.vatNumber
  if (typed === undefined || typed === before.vatNumber?.number) return undefined
  if (typed === '') return { ok: true, number: null }
  const check = checkVatNumber(typed, country)
  if (check.ok) return { ok: true, number: { number: check.number, country: check.country, checked: check.checked } }
  if (form.saveUnverifiedVat) return { ok: true, number: { number: typed, country, checked: 'unverified' } }
  problems.push(vatNumberFieldProblem('vatNumber', check.problem))
  return check
}

function readPhoneAt(field: string, typed: string, { problems, country }: Reading): string | undefined {
  const phone = readPhoneText(typed, country)
  if (phone.ok) return phone.phone
  problems.push({ field, code: phone.code, params: { country } })
  return undefined
}

function readContacts(rows: readonly z.output<typeof contactInput>[], before: Party, reading: Reading): PartyPatch {
  const places = placesAfter(before.contacts)
  const contacts: Record<string, NonNullable<PartyPatch['contacts']>[string]> = {}
  let main: string | null | undefined
  for (const [at, row] of rows.entries()) {
    const { id, isMain, phone, ...fields } = row
    const known = before.contacts[id]
    // Taking away what was never there: the row was added and removed in the same form.
    if (known === undefined && row.removed) continue
    const read = phone === undefined ? undefined : readPhoneAt(`contacts.${at}.phone`, phone, reading)
    if (known === undefined && !row.name && !row.email && !phone)
      reading.problems.push({ field: `contacts.${at}.name`, code: 'contact.empty' })
    contacts[id] = given({ ...fields, phone: read, position: known === undefined ? places.next() : undefined })
    if (isMain !== undefined) main = pointer(isMain, id, before.mainContactId, main)
  }
  return { ...(rows.length > 0 ? { contacts } : {}), ...(main === undefined ? {} : { mainContactId: main }) }
}

function readAddresses(
  rows: readonly z.output<typeof addressInput>[],
  before: Party,
  problems: FieldProblem[],
): PartyPatch {
  const places = placesAfter(before.addresses)
  const addresses: Record<string, NonNullable<PartyPatch['addresses']>[string]> = {}
  let invoice: string | null | undefined
  let delivery: string | null | undefined
  for (const [at, { id, address, isInvoice, isDelivery, removed }] of rows.entries()) {
    const known = before.addresses[id]
    if (known === undefined && removed) continue
    const isEmpty =
      address === undefined ? known === undefined : `${address.street}${address.postcode}${address.city}` === ''
    if (isEmpty) problems.push({ field: `addresses.${at}.address.street`, code: 'address.empty' })
    addresses[id] = given({ address, removed, position: known === undefined ? places.next() : undefined })
    if (isInvoice !== undefined) invoice = pointer(isInvoice, id, before.invoiceAddressId, invoice)
    if (isDelivery !== undefined) delivery = pointer(isDelivery, id, before.deliveryAddressId, delivery)
  }
  return {
    ...(rows.length > 0 ? { addresses } : {}),
    ...(invoice === undefined ? {} : { invoiceAddressId: invoice }),
    ...(delivery === undefined ? {} : { deliveryAddressId: delivery }),
  }
}

/** A mark set points at the row; one taken off only clears a pointer that points there. */
function pointer(isSet: boolean, id: string, before: string | null, sofar: string | null | undefined) {
  if (isSet) return id
  return before === id && sofar === undefined ? null : sofar
}

function placesAfter(rows: Readonly<Record<string, { readonly position: string }>>): { next(): string } {
  let last = Object.values(rows).reduce<string | null>(
    (highest, { position }) => (position !== '' && (highest === null || position > highest) ? position : highest),
    null,
  )
  return {
    next: () => {
      last = positionBetween(last, null)
      return last
    },
  }
}

/** The party with the addresses of a patch over its own. */
function withRows(before: Party, patch: PartyPatch): Party {
  const addresses = { ...before.addresses }
  for (const [id, row] of Object.entries(patch.addresses ?? {})) {
    const known = addresses[id] ?? { address: null, position: '', removed: false }
    addresses[id] = { ...known, ...row }
  }
  return { ...before, addresses, invoiceAddressId: patch.invoiceAddressId ?? before.invoiceAddressId }
}
