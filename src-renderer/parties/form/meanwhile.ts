import { sameJson } from '#shared/kernel/canonical-json.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import type { AddressValues, ContactValues, OpenedParty, PartyValues } from './party-values.ts'

/** A field that somebody else changed while it was changed here: both say what they want it to be. */
export interface Disputed {
  /** `name`, `contacts.<id>.phone`. */
  readonly path: string
  readonly theirs: string
  readonly mine: string
}

/**
 * The form over the party as others left it meanwhile: what was not touched here is taken from them, what was touched
 * stays as typed (PA11, reliability 18). Saving again then keeps the own version knowingly.
 */
export function overMeanwhile({ base, values }: OpenedParty, fresh: OpenedParty): OpenedParty {
  const theirs = fresh.values
  if (base === null) return { ...fresh, values }
  const taken = Object.fromEntries(
    Object.entries(theirs).map(([name, value]) => {
      const mine: unknown = Reflect.get(values, name)
      return [name, sameJson(mine, Reflect.get(base, name)) ? value : mine]
    }),
  )
  return {
    ...fresh,
    values: {
      ...values,
      ...taken,
      contacts: overRows(base.contacts, values.contacts, theirs.contacts),
      addresses: overRows(base.addresses, values.addresses, theirs.addresses),
    },
  }
}

function overRows<R extends { readonly id: string }>(
  base: readonly R[],
  mine: readonly R[],
  theirs: readonly R[],
): R[] {
  const before = (id: string) => base.find((row) => row.id === id)
  const kept = theirs.flatMap((row) => {
    const own = mine.find(({ id }) => id === row.id)
    if (own === undefined) return before(row.id) === undefined ? [row] : []
    const fields = Object.entries(own).filter(([name, value]) => value !== Reflect.get(before(row.id) ?? {}, name))
    return [{ ...row, ...Object.fromEntries(fields) }]
  })
  return [...kept, ...mine.filter(({ id }) => !theirs.some((row) => row.id === id) && before(id) === undefined)]
}

/** What a refusal names, with both versions in words; fields that nobody can read side by side are left out. */
export function disputedFields(
  problems: readonly FieldProblem[],
  mine: PartyValues,
  theirs: PartyValues,
): readonly Disputed[] {
  return problems
    .map(({ field }) => ({ path: field, theirs: textAt(field, theirs), mine: textAt(field, mine) }))
    .filter((each) => each.theirs !== each.mine)
}

/** One disputed field as they have it. */
export function withTheirs(values: PartyValues, path: string, theirs: PartyValues): PartyValues {
  const [name = '', id = ''] = path.split('.')
  if (name === 'contacts') return { ...values, contacts: rowFrom(values.contacts, theirs.contacts, id) }
  if (name === 'addresses') return { ...values, addresses: rowFrom(values.addresses, theirs.addresses, id) }
  const key = formNames[name] ?? name
  return { ...values, [key]: Reflect.get(theirs, key) }
}

/** Where the form calls a field otherwise than the document does. */
const formNames: Readonly<Record<string, keyof PartyValues>> = { paymentTermDays: 'paymentTerm' }

function rowFrom<R extends { readonly id: string }>(mine: readonly R[], theirs: readonly R[], id: string): R[] {
  const row = theirs.find((each) => each.id === id)
  if (row === undefined) return mine.filter((each) => each.id !== id)
  const isThere = mine.some((each) => each.id === id)
  return isThere ? mine.map((each) => (each.id === id ? row : each)) : [...mine, row]
}

function textAt(path: string, values: PartyValues): string {
  const [name = '', id = '', field = ''] = path.split('.')
  if (name === 'contacts') {
    const row = values.contacts.find((each) => each.id === id)
    return row === undefined ? '' : contactText(row, field)
  }
  if (name === 'addresses') {
    const row = values.addresses.find((each) => each.id === id)
    return row === undefined ? '' : addressText(row)
  }
  const value: unknown = Reflect.get(values, formNames[name] ?? name)
  if (name === 'mainContactId') return textAt(`contacts.${String(value)}.name`, values)
  if (name === 'invoiceAddressId' || name === 'deliveryAddressId') return textAt(`addresses.${String(value)}`, values)
  return value === null || value === undefined ? '' : String(value)
}

function contactText(row: ContactValues, field: string): string {
  const value: unknown = Reflect.get(row, field)
  return typeof value === 'string' ? value : [row.name, row.phone, row.email].filter(Boolean).join(', ')
}

function addressText({ label, street, extra, postcode, city, country }: AddressValues): string {
  return [label, street, extra, [postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ')
}
