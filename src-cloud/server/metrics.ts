/** Upper ends of the histogram, in seconds. */
const ends = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export interface Metrics {
  pushed(outcome: string, verdicts: readonly string[], seconds: number): void
  pulled(rows: number): void
  refused(status: number): void
  live(change: 1 | -1): void
  /** In the text form of Prometheus. Numbers only: no organisation, no station, no name. */
  text(): string
}

export function createMetrics(): Metrics {
  const pushes = new Map<string, number>()
  const verdicts = new Map<string, number>()
  const refusals = new Map<string, number>()
  const counts = ends.map(() => 0)
  let [secondsInAll, pushesInAll, changes, rows, open] = [0, 0, 0, 0, 0]
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

  return {
    pushed: (outcome, given, seconds) => {
      count(pushes, outcome)
      for (const verdict of given) count(verdicts, verdict)
      changes += given.length
      pushesInAll += 1
      secondsInAll += seconds
      for (const [index, end] of ends.entries()) if (seconds <= end) counts[index] = (counts[index] ?? 0) + 1
    },
    pulled: (many) => {
      rows += many
    },
    refused: (status) => count(refusals, String(status)),
    live: (change) => {
      open += change
    },
    text: () => {
      const name = 'counterproof_cloud'
      const labelled = (metric: string, label: string, map: ReadonlyMap<string, number>): string[] => [
        `# TYPE ${name}_${metric} counter`,
        ...[...map].map(([value, many]) => `${name}_${metric}{${label}="${value}"} ${many}`),
      ]
      const histogram = `${name}_push_seconds`
      return [
        ...labelled('pushes_total', 'outcome', pushes),
        `# TYPE ${name}_changes_total counter`,
        `${name}_changes_total ${changes}`,
        ...labelled('verdicts_total', 'verdict', verdicts),
        `# TYPE ${name}_pulled_rows_total counter`,
        `${name}_pulled_rows_total ${rows}`,
        ...labelled('refusals_total', 'status', refusals),
        `# TYPE ${name}_live_connections gauge`,
        `${name}_live_connections ${open}`,
        `# TYPE ${histogram} histogram`,
        ...ends.map((end, index) => `${histogram}_bucket{le="${end}"} ${counts[index] ?? 0}`),
        `${histogram}_bucket{le="+Inf"} ${pushesInAll}`,
        `${histogram}_sum ${secondsInAll}`,
        `${histogram}_count ${pushesInAll}`,
        '',
      ].join('\n')
    },
  }
}
