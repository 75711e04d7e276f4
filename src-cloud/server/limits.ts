import { snapshotAge, worthASnapshot } from '#shared/kernel/change/snapshot.ts'

/** What one server lets through; tests and large installations have others. */
export interface CloudLimits {
  /** Of a body as sent, and again of what it inflates to. */
  readonly bodyBytes: number
  /** Answers below this travel as they are. */
  readonly gzipFromBytes: number
  /** Requests an organisation may send at once, and how many come back each second. */
  readonly burst: number
  readonly perSecond: number
  /** The same for all who have no token yet: new organisations, codes, challenges. */
  readonly openBurst: number
  readonly openPerSecond: number
  readonly liveConnections: number
  readonly liveConnectionsOfStation: number
  readonly heartbeatMilliseconds: number
  /** What a busy store tells whoever asks. */
  readonly retryAfterSeconds: number
  readonly historyRows: number
  /** Rows of an organisation's feed from which on newcomers begin from a snapshot, and how far one may fall behind. */
  readonly snapshotWorthRows: number
  readonly snapshotAgeRows: number
  /** Programs older than this may push and get nothing until they are updated (G8); null: all are served. */
  readonly oldestClient: string | null
}

export const usualCloudLimits: CloudLimits = {
  bodyBytes: 4 * 1024 * 1024,
  gzipFromBytes: 1024,
  burst: 1000,
  perSecond: 300,
  openBurst: 200,
  openPerSecond: 50,
  liveConnections: 5_000,
  liveConnectionsOfStation: 4,
  heartbeatMilliseconds: 15_000,
  retryAfterSeconds: 2,
  historyRows: 500,
  snapshotWorthRows: worthASnapshot,
  snapshotAgeRows: snapshotAge,
  oldestClient: null,
}
