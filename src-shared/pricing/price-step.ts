import type { Say } from '#shared/catalog/line-title.ts'
import { hasText, type Language, type LocalText, textIn } from '#shared/kernel/local-text.ts'
import type { MinorUnits } from '#shared/kernel/money.ts'

export type PriceStepCode =
  | 'tier'
  | 'minimumRun'
  | 'between'
  | 'area'
  | 'areaMinimumCharge'
  | 'hours'
  | 'hoursMinimum'
  | 'unit'
  | 'unitPer'
  | 'option'
  | 'notBelowZero'
  | 'sets'
  | 'extraSets'
  | 'productDiscount'
  | 'customerDiscount'
  | 'vatAdded'
  | 'vatTakenOut'
  | 'roundedUp'
  | 'roundedDown'
  | 'rush'
  | 'rushPercent'
  | 'handDiscount'
  | 'override'
  | 'byHand'

export type PriceSubtotalCode = 'listPrice' | 'netPrice' | 'grossPrice'

/** Values of a step's sentence; quantities, lengths and prices as plain numbers for the screen to write in its language. */
export type StepParameters = Readonly<Record<string, string | number>>

/** One line of "Why this price?". Kept with the line it explains, so it carries the shop's own words with it. */
export type PriceStep =
  | {
      readonly kind: 'step'
      readonly code: PriceStepCode
      readonly names: LocalText
      readonly params: StepParameters
      readonly amount: MinorUnits
    }
  /** What the steps so far come to; not to be added again. */
  | { readonly kind: 'subtotal'; readonly code: PriceSubtotalCode; readonly amount: MinorUnits }

/** The words beside a step's amount; `say` translates into the language asked. */
export function priceStepText(step: PriceStep, language: Language, company: Language, say: Say): string {
  if (step.kind === 'subtotal') return say(`pricing:step.${step.code}`, {})
  if (!hasText(step.names)) return say(`pricing:step.${step.code}`, step.params)
  return say(`pricing:step.${step.code}Named`, { ...step.params, name: textIn(step.names, language, company) })
}
