import type { AddressValues, ContactValues, PartyValues } from './party-values.ts'

/** Rows of the customer form taken away and put back at their place, with the marks that pointed at them. */
export function withoutContact(values: PartyValues, id: string): PartyValues {
  const contacts = values.contacts.filter((row) => row.id !== id)
  return { ...values, contacts, mainContactId: pointer(values.mainContactId, id, contacts) }
}

export function withContactBack(values: PartyValues, row: ContactValues, at: number, before: PartyValues): PartyValues {
  return { ...values, contacts: values.contacts.toSpliced(at, 0, row), mainContactId: before.mainContactId }
}

export function withoutAddress(values: PartyValues, id: string): PartyValues {
  const addresses = values.addresses.filter((row) => row.id !== id)
  return {
    ...values,
    addresses,
    invoiceAddressId: pointer(values.invoiceAddressId, id, addresses),
    deliveryAddressId: pointer(values.deliveryAddressId, id, addresses),
  }
}

export function withAddressBack(values: PartyValues, row: AddressValues, at: number, before: PartyValues): PartyValues {
  return {
    ...values,
    addresses: values.addresses.toSpliced(at, 0, row),
    invoiceAddressId: before.invoiceAddressId,
    deliveryAddressId: before.deliveryAddressId,
  }
}

/** One row with some of its fields changed. */
export function withRow<R extends { readonly id: string }>(rows: readonly R[], id: string, part: Partial<R>): R[] {
  return rows.map((row) => (row.id === id ? { ...row, ...part } : row))
}

/** The name of a row's field: its place among the rows that are sent, so that a refusal finds it. */
export function pathOf(
  list: 'contacts' | 'addresses',
  sent: readonly { readonly id: string }[],
  id: string,
  field: string,
): string {
  const place = sent.findIndex((row) => row.id === id)
  return `${list}.${place < 0 ? id : place}.${field}`
}

function pointer(now: string | null, gone: string, left: readonly { readonly id: string }[]): string | null {
  return now === gone ? (left[0]?.id ?? null) : now
}
