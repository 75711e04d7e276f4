import type { Timing } from './stopwatch.ts'

/** The most that is allowed; what is left out is not asked. */
export interface Aim {
  readonly p50?: number
  readonly p95?: number
  /** How many times the raw statements. */
  readonly ratio?: number
}

export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'GB'

/** One line of the table: what was done, what was wanted, what it took. */
export interface Figure {
  readonly key: string
  readonly work: string
  readonly unit: Unit
  readonly aim: Aim
  readonly measured: Pick<Timing, 'count' | 'p50' | 'p95'>
  /** The same by raw prepared statements, in the same run on the same data. */
  readonly raw?: { readonly what: string; readonly measured: Pick<Timing, 'p50' | 'p95'> }
}

/** A measurement that could not be made is a failure of the bench, never a line that is quietly missing. */
export interface Missing {
  readonly key: string
  readonly work: string
  readonly problem: string
}

export function ratioOf({ measured, raw }: Figure): number | undefined {
  return raw === undefined ? undefined : measured.p50 / raw.measured.p50
}

export function isMet(figure: Figure): boolean {
  const { aim, measured } = figure
  const ratio = ratioOf(figure)
  return (
    (aim.p50 === undefined || measured.p50 <= aim.p50) &&
    (aim.p95 === undefined || measured.p95 <= aim.p95) &&
    (aim.ratio === undefined || (ratio !== undefined && ratio <= aim.ratio))
  )
}

/** A figure that is one number: a size, a time that is only measured once. */
export function single(value: number): Figure['measured'] {
  return { count: 1, p50: value, p95: value }
}
