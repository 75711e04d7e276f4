/** What a run of samples says: half of them were at most `p50`, nineteen in twenty at most `p95`. Milliseconds. */
export interface Timing {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly best: number
}

/** Times `work` so many times after a warm-up; what is awaited counts. */
export async function timed(
  count: number,
  work: (round: number) => unknown,
  warmUp = Math.ceil(count / 10),
): Promise<Timing> {
  const samples: number[] = []
  for (let round = -warmUp; round < count; round += 1) {
    const begin = performance.now()
    const outcome = work(round)
    if (outcome instanceof Promise) await outcome
    if (round >= 0) samples.push(performance.now() - begin)
  }
  return timingOf(samples)
}

export function timingOf(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), best: sorted[0] ?? Number.NaN }
}
