import type { Currency } from '#shared/kernel/currency.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'
import type { MinorUnits, UnitPrice } from '#shared/kernel/money.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { Thousandths } from '#shared/kernel/quantity.ts'
import type { OptionCondition } from './product-options.ts'

/**
 * The prices a product carries: part of its document, read by `pricing`. Customers' own price lists are documents of their
 * own and come on top.
 */
export interface PriceTable {
  readonly currency: Currency
  readonly includesVat: boolean
  /** Day of the price list, shown with every price it makes. */
  readonly datedOn: string | null
  /** Several sets (names, versions): each a run with its own tier, or all together one run. */
  readonly sets: 'each_a_run' | 'one_run'
  /** Handling of each set after the first. */
  readonly extraSet: MinorUnits
  /** The first entry whose conditions hold gives the base price. */
  readonly entries: readonly PriceEntry[]
  /** Every surcharge whose conditions hold is added. */
  readonly surcharges: readonly OptionSurcharge[]
}

export interface PriceEntry {
  /** "A5 16 pp", as it stands in the explanation of the price. */
  readonly names: LocalText
  readonly conditions: readonly OptionCondition[]
  readonly way: PriceWay
}

export type PriceWay = TierPrices | AreaPrices | HourlyPrice | FixedUnitPrice

export interface TierPrices {
  readonly kind: 'tiers'
  /** How people enter and read the tiers: the price of the whole run, or of a unit. */
  readonly priced: 'run' | 'unit'
  /** Between two tiers: the unit price of the one at or below, or a straight line between the two totals. */
  readonly between: 'tier_from' | 'linear_between'
  /** By rising quantity. A run's price has the tier's quantity as its base: 412.00 per 500. */
  readonly tiers: readonly PriceTier[]
}

export interface PriceTier {
  readonly from: Thousandths
  readonly price: UnitPrice
}

/** Per square metre of finished size. */
export interface AreaPrices {
  readonly kind: 'area'
  /** Smaller pieces count as this, in thousandths of a square metre. */
  readonly minimumArea: Thousandths
  readonly minimumCharge: MinorUnits
  /** By rising area of the whole run in thousandths of a square metre; the first begins at 0. */
  readonly tiers: readonly PriceTier[]
}

export interface HourlyPrice {
  readonly kind: 'hourly'
  readonly price: UnitPrice
  /** The least that is charged. */
  readonly minimum: Thousandths
  /** Time is charged by this, begun parts in full: 0.25 h. */
  readonly step: Thousandths
}

export interface FixedUnitPrice {
  readonly kind: 'unit'
  readonly price: UnitPrice
}

export interface OptionSurcharge {
  /** Empty: the names of the values in its first condition. */
  readonly names: LocalText
  readonly conditions: readonly OptionCondition[]
  /** By rising quantity; the one at or below the quantity of a run counts. The first begins at 0. */
  readonly levels: readonly SurchargeLevel[]
}

/** Parts of one surcharge, added up; zero and null add nothing, negative parts make it a reduction. */
export interface SurchargeLevel {
  readonly from: Thousandths
  readonly perRun: MinorUnits
  readonly perPiece: UnitPrice | null
  /** For each page of each piece. */
  readonly perPage: UnitPrice | null
  /** For each square metre of finished size. */
  readonly perSquareMetre: UnitPrice | null
  /** Of the base price. */
  readonly percent: BasisPoints
}
