import type { Entity } from '#shared/kernel/change/entity.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { CloudFiles } from '../files/cloud-files.ts'
import type { CloudStore } from '../sync/cloud-store.ts'
import type { Snapshots } from '../sync/snapshots.ts'
import type { CloudLimits } from './limits.ts'
import type { LiveConnections } from './live-connections.ts'
import type { Metrics } from './metrics.ts'
import type { TokenBuckets } from './token-buckets.ts'

export interface CloudServerParts {
  readonly store: CloudStore
  readonly accounts: Accounts
  readonly files: CloudFiles
  readonly entities: ReadonlyMap<string, Entity>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (size: number) => Uint8Array
  readonly log: (line: string) => void
  readonly limits?: Partial<CloudLimits>
}

/** What the routes share. */
export interface CloudParts extends Omit<CloudServerParts, 'limits'> {
  readonly limits: CloudLimits
  readonly buckets: TokenBuckets
  readonly openBuckets: TokenBuckets
  readonly live: LiveConnections
  readonly metrics: Metrics
  readonly snapshots: Snapshots
}

/** Thrown by a route whose request stops here. */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly retryAfterSeconds: number | undefined

  constructor(refusal: Refusal, retryAfterSeconds?: number) {
    super(refusal.code)
    this.refusal = refusal
    this.retryAfterSeconds = retryAfterSeconds
  }
}
