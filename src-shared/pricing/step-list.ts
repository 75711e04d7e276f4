import { type LocalText, noText } from '#shared/kernel/local-text.ts'
import type { MinorUnits } from '#shared/kernel/money.ts'
import { type BasisPoints, wholeInBasisPoints } from '#shared/kernel/percent.ts'
import { type ExactAmount, exact, nothing, plus, rounded, times } from './exact-amount.ts'
import type { PriceStep, PriceStepCode, PriceSubtotalCode, StepParameters } from './price-step.ts'

/**
 * Collects the steps of a price. What runs underneath is exact; each step shows what it moved the rounded price by, so the
 * steps always add up and the end is rounded once.
 */
export class StepList {
  readonly #largest: MinorUnits
  readonly #steps: PriceStep[] = []
  #running: ExactAmount = nothing
  #shown = 0
  #isTooLarge = false

  constructor(largest: MinorUnits) {
    this.#largest = largest
  }

  get steps(): readonly PriceStep[] {
    return this.#steps
  }
  get amount(): MinorUnits {
    return this.#shown
  }
  get isTooLarge(): boolean {
    return this.#isTooLarge
  }

  add(code: PriceStepCode, amount: ExactAmount, params: StepParameters, names: LocalText = noText): void {
    this.#moveTo(plus(this.#running, amount), code, params, names)
  }

  /** Multiplies what there is by `top / bottom`; a factor of one is no step. */
  scale(code: PriceStepCode, top: bigint, bottom: bigint, params: StepParameters, names: LocalText = noText): void {
    if (top !== bottom) this.#moveTo(times(this.#running, top, bottom), code, params, names)
  }

  /** A percentage off what is left. */
  discount(code: PriceStepCode, rate: BasisPoints, params: StepParameters, names: LocalText = noText): void {
    const whole = BigInt(wholeInBasisPoints)
    this.scale(code, whole - BigInt(rate), whole, { ...params, percent: rate / 100 }, names)
  }

  /** From here on the price is this whole amount. */
  settle(code: PriceStepCode, amount: MinorUnits, params: StepParameters): void {
    this.#moveTo(exact(amount), code, params, noText)
  }

  notBelowZero(): void {
    if (this.#running.top < 0n) this.#moveTo(nothing, 'notBelowZero', {}, noText)
  }

  subtotal(code: PriceSubtotalCode, amount: MinorUnits = this.#shown, at: number = this.#steps.length): void {
    this.#steps.splice(at, 0, { kind: 'subtotal', code, amount })
  }

  #moveTo(next: ExactAmount, code: PriceStepCode, params: StepParameters, names: LocalText): void {
    const whole = rounded(next)
    if (whole > BigInt(this.#largest) || whole < -BigInt(this.#largest)) {
      this.#isTooLarge = true
      return
    }
    const amount = Number(whole)
    this.#steps.push({ kind: 'step', code, names, params, amount: amount - this.#shown })
    this.#running = next
    this.#shown = amount
  }
}
