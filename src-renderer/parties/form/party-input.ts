import type { InputFor } from '#shared/contract.ts'
import { sameJson } from '#shared/kernel/canonical-json.ts'
import { given } from '#shared/kernel/given.ts'
import type { Language } from '#shared/kernel/language.ts'
import { parseNumber } from '#shared/kernel/parse/number.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import { checkVatNumber, type VatNumberCheck, vatNumberFieldProblem } from '#shared/settings/vat-number.ts'
import { countryOfValues, isBlankAddress, isBlankContact, type OpenedParty, type PartyValues } from './party-values.ts'

export interface PartyReader {
  readonly language: Language
  /** ISO 3166-1 of the company. */
  readonly country: string
  /** Whoever may not see terms does not send them either (PA12). */
  readonly seesTerms: boolean
}

export interface PartyReading {
  readonly input: InputFor<'party.register'>
  /** What the contract's own rules cannot see: unreadable numbers, check digits. */
  readonly found: readonly FieldProblem[]
  readonly vat: VatNumberCheck | null
}

const longestTerm = 365

/** What of the form is sent: all of a new party, and of a kept one only what differs from what it was filled from. */
export function readPartyValues({ base, values }: OpenedParty, reader: PartyReader): PartyReading {
  const found: FieldProblem[] = []
  const vat = vatOf(values, base, reader.country)
  if (vat?.ok === false && !values.keepsUnverifiedVat) found.push(vatNumberFieldProblem('vatNumber', vat.problem))
  const terms = reader.seesTerms ? termsOf(values, base, reader.language, found) : {}
  const changed = changesOf(values, base)
  const input = {
    ...given({
      kind: changed('kind'),
      isCustomer: changed('isCustomer'),
      isSupplier: changed('isSupplier'),
      code: changed('code'),
      phone: changed('phone'),
      email: changed('email'),
      language: changed('language'),
      vatNumber: changed('vatNumber'),
      note: changed('note'),
    }),
    ...(values.keepsUnverifiedVat ? { saveUnverifiedVat: true } : {}),
    ...terms,
    ...rowsOf(values, base),
    id: values.id,
    name: values.name,
  }
  return { input, found, vat }
}

/** The same as a change: without the name where it stayed, with the version it was filled from. */
export function asChange(input: InputFor<'party.register'>, { base, seen }: OpenedParty): InputFor<'party.change'> {
  const { name, id = '', ...others } = input
  return { ...others, id, ...(name === base?.name ? {} : { name }), ...(seen === null ? {} : { seen }) }
}

export function vatOf(values: PartyValues, base: PartyValues | null, houseCountry: string): VatNumberCheck | null {
  const { vatNumber } = values
  // PA7: a number that stands already is not checked again.
  if (vatNumber.trim() === '' || vatNumber === base?.vatNumber) return null
  return checkVatNumber(vatNumber, countryOfValues(values, houseCountry))
}

/** A field's value where it differs from what the form was filled from. */
function changesOf<V extends object>(values: V, base: V | null | undefined) {
  return <K extends keyof V>(name: K): V[K] | undefined =>
    base !== null && base !== undefined && values[name] === base[name] ? undefined : values[name]
}

function termsOf(
  values: PartyValues,
  base: PartyValues | null,
  language: Language,
  found: FieldProblem[],
): Pick<InputFor<'party.register'>, 'paymentTermDays' | 'discount' | 'pricesIncludeVat'> {
  const term = values.paymentTerm.trim()
  const days = term === '' ? null : parseNumber(term, { language, decimals: 0, min: 0, max: longestTerm })
  if (days?.ok === false) found.push(numberProblem('paymentTermDays', days, 'paymentTerm.range'))
  const typed = values.discount.trim()
  const rate = typed === '' ? null : parsePercent(typed, { language })
  if (rate?.ok === false) found.push(numberProblem('discount', rate, 'discount.range'))
  const changed = changesOf(values, base)
  const isTermSent = changed('paymentTerm') !== undefined && days?.ok !== false
  const isDiscountSent = changed('discount') !== undefined && rate?.ok !== false
  return given({
    paymentTermDays: isTermSent ? (days?.value ?? null) : undefined,
    discount: isDiscountSent ? (rate?.value ?? 0) : undefined,
    pricesIncludeVat: changed('pricesIncludeVat') ?? undefined,
  })
}

function numberProblem(field: string, reading: { readonly code: string }, range: string): FieldProblem {
  return { field, code: reading.code === 'number.outOfRange' ? range : reading.code }
}

/** Rows in the order of the form, so that a problem's place is the row's; the ones taken away come behind them. */
function rowsOf(
  values: PartyValues,
  base: PartyValues | null,
): Pick<InputFor<'party.register'>, 'contacts' | 'addresses'> {
  const contacts = sentContacts(values, base).map((row) => {
    const { id } = row
    const changed = changesOf(
      row,
      base?.contacts.find((each) => each.id === id),
    )
    const isMain = values.mainContactId === id && base?.mainContactId !== id
    return {
      id,
      ...given({
        name: changed('name'),
        role: changed('role'),
        phone: changed('phone'),
        email: changed('email'),
        isMain: isMain || undefined,
      }),
    }
  })
  const addresses = sentAddresses(values, base).map((row) => {
    const { id, ...address } = row
    const before = base?.addresses.find((each) => each.id === id)
    return {
      id,
      ...(before !== undefined && sameJson(row, before) ? {} : { address }),
      ...(values.invoiceAddressId === id && base?.invoiceAddressId !== id ? { isInvoice: true } : {}),
      ...(values.deliveryAddressId === id && base?.deliveryAddressId !== id ? { isDelivery: true } : {}),
    }
  })
  const goneContacts = gone(base?.contacts, values.contacts)
  const goneAddresses = gone(base?.addresses, values.addresses)
  return {
    ...(contacts.length + goneContacts.length > 0 ? { contacts: [...contacts, ...goneContacts] } : {}),
    ...(addresses.length + goneAddresses.length > 0 ? { addresses: [...addresses, ...goneAddresses] } : {}),
  }
}

/** Empty rows stand in the form to be typed into; one that was kept before is sent even when it was emptied. */
export function sentContacts(values: PartyValues, base: PartyValues | null) {
  return values.contacts.filter((row) => !isBlankContact(row) || base?.contacts.some(({ id }) => id === row.id))
}

export function sentAddresses(values: PartyValues, base: PartyValues | null) {
  return values.addresses.filter((row) => !isBlankAddress(row) || base?.addresses.some(({ id }) => id === row.id))
}

function gone(before: readonly { readonly id: string }[] | undefined, now: readonly { readonly id: string }[]) {
  return (before ?? []).filter(({ id }) => !now.some((row) => row.id === id)).map(({ id }) => ({ id, removed: true }))
}
