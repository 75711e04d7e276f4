import type { Id } from '#shared/kernel/ids.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { PostalAddress } from '#shared/settings/replication.ts'

export type PartyId = Id<'Party'>

/** `walk_in`: whoever stands at the counter without giving a name; one such party per company (PA9). */
export const partyKinds = ['business', 'consumer', 'walk_in'] as const
export type PartyKind = (typeof partyKinds)[number]
/** Kinds that a person can be registered as. */
export const registrableKinds = ['business', 'consumer'] as const

/** A place of a party: one value, label included (W2). */
export interface PartyAddress extends PostalAddress {
  /** "Warehouse", "Shop in the Steenweg"; '' needs no label. */
  readonly label: string
}

export const vatCheckings = ['check_digits', 'form', 'not', 'unverified'] as const
/** How far a VAT number was checked; `unverified`: kept although it did not pass. */
export type VatChecking = (typeof vatCheckings)[number]

export interface PartyVatNumber {
  readonly number: string
  /** ISO 3166-1 of the state that gave it; '' when that is not known. */
  readonly country: string
  readonly checked: VatChecking
}

export interface PartyTerms {
  /** null: the house's own term. */
  readonly paymentTermDays: number | null
  readonly discount: BasisPoints
}
