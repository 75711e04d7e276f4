import { type LineVat, type VatLevel, type VatRate, vatCategoryOf, vatRateOn } from './vat-rates.ts'

/** Who owes the VAT of a sale and where, decided from the two parties; a person may choose another one on the document. */
export const vatTreatments = ['domestic', 'intra_community', 'reverse_charge', 'export', 'outside_scope'] as const
export type VatTreatment = (typeof vatTreatments)[number]

const europeanUnion: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

export function isInEuropeanUnion(country: string): boolean {
  return europeanUnion.has(country)
}

export interface VatParties {
  readonly sellerCountry: string
  /** Where goods go; for services where the customer is established. */
  readonly buyerCountry: string
  /** The customer is a business with a VAT number that passed its checks. */
  readonly buyerHasVatNumber: boolean
  readonly isService: boolean
}

/**
 * Consumers elsewhere in the Union pay the seller's VAT; the distance-selling scheme is a choice made on the document.
 */
export function vatTreatmentOf({
  sellerCountry,
  buyerCountry,
  buyerHasVatNumber,
  isService,
}: VatParties): VatTreatment {
  if (buyerCountry === sellerCountry) return 'domestic'
  if (isInEuropeanUnion(buyerCountry)) {
    if (!buyerHasVatNumber) return 'domestic'
    return isService ? 'reverse_charge' : 'intra_community'
  }
  return isService ? 'outside_scope' : 'export'
}

export interface LineVatInput {
  readonly rates: readonly VatRate[]
  readonly sellerCountry: string
  readonly level: VatLevel
  readonly treatment: VatTreatment
  /** Date of the supply. */
  readonly on: string
}

/** What one line bears; null when the seller's country has no rate of that level on that day. */
export function lineVatOf({ rates, sellerCountry, level, treatment, on }: LineVatInput): LineVat | null {
  if (treatment !== 'domestic') return { category: treatment, rate: 0 }
  const rate = vatRateOn(rates, sellerCountry, level, on)
  return rate === null ? null : { category: vatCategoryOf(level), rate }
}
