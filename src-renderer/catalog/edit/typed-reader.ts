import type { Currency } from '#shared/kernel/currency.ts'
import type { Format } from '#shared/kernel/format.ts'
import type { Size } from '#shared/kernel/length.ts'
import type { MinorUnits, UnitPrice } from '#shared/kernel/money.ts'
import { parseAmount, parseUnitPrice } from '#shared/kernel/parse/amount.ts'
import { parseNumber } from '#shared/kernel/parse/number.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { parseQuantity } from '#shared/kernel/parse/quantity.ts'
import { parseSize } from '#shared/kernel/parse/size.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { Thousandths, UnitCode } from '#shared/kernel/quantity.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import { writePrice } from './open-product.ts'

/** What `1.234` may mean, as texts that mean only one thing: the screen offers both (reliability c 8). */
export type Readings = readonly [string, string]

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly readings?: readonly [T, T]; readonly params?: object }

const most = 999_999_999_000

/**
 * Reads typed numbers as this person writes them. What cannot be read is noted at its field, and something harmless stands
 * in its place so that the rest of the form is still checked.
 */
export class TypedReader {
  readonly found: FieldProblem[] = []
  readonly questions = new Map<string, Readings>()
  readonly #format: Format
  readonly #currency: Currency

  constructor(format: Format, currency: Currency) {
    this.#format = format
    this.#currency = currency
  }

  note(field: string, code: string): void {
    this.found.push({ field, code })
  }

  /** A number with three decimals: hours, square metres, quantities that may be nothing. '' is `otherwise`. */
  decimal(field: string, text: string, otherwise: Thousandths): Thousandths {
    if (text.trim() === '') return otherwise
    const { language } = this.#format
    const reading = parseNumber(text, { language, decimals: 3, min: 0, max: most })
    return this.#take(field, reading, otherwise, this.#format.quantityToEdit)
  }

  quantity(field: string, text: string, unit: UnitCode, otherwise: Thousandths): Thousandths {
    const reading = parseQuantity(text, { language: this.#format.language, unit })
    return this.#take(field, reading, otherwise, this.#format.quantityToEdit)
  }

  amount(field: string, text: string, negative = false): MinorUnits {
    if (text.trim() === '') return 0
    const { language } = this.#format
    const reading = parseAmount(text, { language, currency: this.#currency, negative })
    return this.#take(field, reading, 0, (amount) => this.#format.amountToEdit(amount, this.#currency))
  }

  price(field: string, text: string, negative = false): UnitPrice {
    const { language } = this.#format
    const reading = parseUnitPrice(text, { language, currency: this.#currency, negative })
    return this.#take(field, reading, { amount: 0, base: 1 }, (price) => writePrice(price, this.#format))
  }

  priceOrNone(field: string, text: string, negative = false): UnitPrice | null {
    return text.trim() === '' ? null : this.price(field, text, negative)
  }

  percent(field: string, text: string, min: BasisPoints, max: BasisPoints): BasisPoints {
    if (text.trim() === '') return 0
    const reading = parsePercent(text, { language: this.#format.language, min, max })
    return this.#take(field, reading, 0, this.#format.percentToEdit)
  }

  /** A plain count: pages. '' is `otherwise`. */
  count(field: string, text: string, otherwise: number): number {
    if (text.trim() === '') {
      this.note(field, 'number.missing')
      return otherwise
    }
    const { language } = this.#format
    const reading = parseNumber(text, { language, decimals: 0, min: 1, max: 10_000 })
    return this.#take(field, reading, otherwise, this.#format.count)
  }

  size(field: string, text: string): Size {
    const reading = parseSize(text, { language: this.#format.language })
    const none = { width: 1, height: 1, name: null }
    const { width, height } = this.#take(field, reading, none, (size) =>
      [size.width, size.height].map((side) => this.#format.millimetres(side)).join(' × '),
    )
    return { width, height }
  }

  #take<T>(field: string, outcome: Outcome<T>, otherwise: NoInfer<T>, write: (value: T) => string): T {
    if (outcome.ok) return outcome.value
    this.note(field, outcome.code)
    if (outcome.readings !== undefined) {
      const [fraction, grouped] = outcome.readings
      this.questions.set(field, [write(fraction), write(grouped)])
    }
    return otherwise
  }
}
