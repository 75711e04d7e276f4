import type { BegunAgain } from '#main/platform/changes/bootstrap.ts'
import type { Replica } from '#main/platform/changes/replica.ts'
import type { CloudLink } from './cloud-link.ts'
import type { SlicePace } from './slice-pace.ts'

/** The cloud takes what this station writes and gives it nothing, until something is done here (SPEC G6, G8). */
export class FeedClosed extends Error {
  readonly why: { readonly is: 'behind' } | { readonly is: 'tooOld'; readonly wanted: string }
  /** When it is worth asking again; null: the cloud did not say. */
  readonly retryAfterMilliseconds: number | null
  constructor(why: FeedClosed['why'], retryAfterMilliseconds: number | null = null) {
    super(`the feed is closed to this station: ${why.is}`)
    this.why = why
    this.retryAfterMilliseconds = retryAfterMilliseconds
  }
}

/** What of the outbox waits for a person's yes (SPEC Y33). */
export interface Brake {
  /** Own counter from which on nothing is sent; undefined: all may go. */
  heldFrom(): number | undefined
  letThrough(sseq: number): void
}

export interface RoundPorts {
  readonly replica: Replica
  readonly link: CloudLink
  readonly brake: Brake
  /** Instant of now. */
  readonly now: () => string
  /** Lets commands of people run between two slices. */
  readonly breathe: () => Promise<void>
  readonly pace: SlicePace
  /** Where the feed ends, while this station is still behind it. */
  readonly behind: (head: number) => void
  /** Documents by entity that screens should ask for again. */
  readonly applied: (entities: Readonly<Record<string, readonly string[]>>) => void
  /** More of a snapshot is here: whoever shows how far it is may look again. */
  readonly fetched: () => void
  /** A station that held data is brought up from a snapshot (SPEC Y34), or has been: people must be able to see it. */
  readonly beginsAgain: (is: 'begun' | 'done', way: BegunAgain) => void
}
