import { comparePlaces } from '#shared/kernel/fractional-position.ts'
import type { PartyAddress } from './party.ts'
import type { Party } from './replication.ts'

export interface PartyContactRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly role: string
  readonly isMain: boolean
}

export interface PartyAddressRow {
  readonly id: string
  readonly address: PartyAddress
  readonly isInvoice: boolean
  readonly isDelivery: boolean
}

/** Rows in their order, without removed ones. */
function standing<R extends { readonly position: string; readonly removed: boolean }>(
  rows: Readonly<Record<string, R>>,
): (R & { readonly id: string })[] {
  return Object.entries(rows)
    .map(([id, row]) => ({ ...row, id }))
    .filter((row) => !row.removed)
    .sort(comparePlaces)
}

/** The row pointed at while it stands, else the first. */
function chosen(pointer: string | null, rows: readonly { readonly id: string }[]): string | undefined {
  return rows.some((row) => row.id === pointer) ? (pointer ?? undefined) : rows[0]?.id
}

/** PA5: one contact is the main one. */
export function contactsOf(party: Party): readonly PartyContactRow[] {
  const rows = standing(party.contacts)
  const main = chosen(party.mainContactId, rows)
  return rows.map(({ id, name, email, phone, role }) => ({ id, name, email, phone, role, isMain: id === main }))
}

/** PA6: one address is for invoices, one for deliveries; they may be the same. */
export function addressesOf(party: Party): readonly PartyAddressRow[] {
  const rows = standing(party.addresses).flatMap(({ id, address }) => (address === null ? [] : [{ id, address }]))
  const invoice = chosen(party.invoiceAddressId, rows)
  const delivery = chosen(party.deliveryAddressId, rows)
  return rows.map((row) => ({ ...row, isInvoice: row.id === invoice, isDelivery: row.id === delivery }))
}

export function mainContactOf(party: Party): PartyContactRow | undefined {
  return contactsOf(party).find((each) => each.isMain)
}

export function invoiceAddressOf(party: Party): PartyAddress | undefined {
  return addressesOf(party).find((each) => each.isInvoice)?.address
}

export function deliveryAddressOf(party: Party): PartyAddress | undefined {
  return addressesOf(party).find((each) => each.isDelivery)?.address
}

/** Where the party is at home: its phone and VAT number are read as written there. */
export function countryOf(party: Party, companyCountry: string): string {
  return invoiceAddressOf(party)?.country || companyCountry
}
