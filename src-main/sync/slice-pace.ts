/** Milliseconds of one slice: while somebody's command waits, and while nobody's does (W11). */
const whileOneWaits = 5
const whileNobodyWaits = 50
const [fewest, most] = [10, 1000]

/** How many rows of the feed are applied in one transaction: as many as keep the station at hand for whoever works at it. */
export class SlicePace {
  readonly #monotonic
  #rows = 200

  /** `monotonic`: milliseconds of a clock that nobody sets. */
  constructor(monotonic: () => number) {
    this.#monotonic = monotonic
  }

  get rows(): number {
    return this.#rows
  }

  /** Applies a slice, lets others have their turn, and learns from both how large the next one may be. */
  async run<T>(rows: number, apply: () => T, breathe: () => Promise<void>): Promise<T> {
    const begin = this.#monotonic()
    const applied = apply()
    const done = this.#monotonic()
    await breathe()
    // Whoever took a turn in between had waited for it.
    const wasWaitedFor = this.#monotonic() - done > 1
    const perRow = Math.max(done - begin, 0.01) / rows
    const wanted = (wasWaitedFor ? whileOneWaits : whileNobodyWaits) / perRow
    this.#rows = Math.min(most, Math.max(fewest, Math.round(wanted)))
    return applied
  }
}
