/**
 * What became of a typed text. `normalised`: it was accepted in another form than typed (other digits, minus zero), so the
 * screen shows what it took it for. Codes are worded by the feature that asks, as `problem.<code>`.
 */
export type NumberProblem =
  | { readonly code: 'number.missing' | 'number.malformed' }
  | { readonly code: 'number.tooManyDecimals'; readonly params: { readonly decimals: number } }
  /** Bounds are scaled integers like the value. */
  | { readonly code: 'number.outOfRange'; readonly params: { readonly min: number; readonly max: number } }

/** `1.234`: the screen asks which one is meant, the fraction first. */
export interface Ambiguous<T> {
  readonly ok: false
  readonly code: 'number.ambiguous'
  readonly readings: readonly [T, T]
}

export interface Read<T> {
  readonly ok: true
  readonly value: T
  readonly normalised: boolean
}

export type Unread = { readonly ok: false } & NumberProblem

export type Reading<T> = Read<T> | Unread | Ambiguous<T>

/** The same reading of something made from the number. */
export function mapReading<A, B>(reading: Reading<A>, make: (value: A) => B): Reading<B> {
  if (reading.ok) return { ok: true, value: make(reading.value), normalised: reading.normalised }
  if (reading.code !== 'number.ambiguous') return reading
  const [fraction, grouped] = reading.readings
  return { ok: false, code: reading.code, readings: [make(fraction), make(grouped)] }
}
