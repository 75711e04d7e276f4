import type { SnapshotAnswer } from '#shared/kernel/change/snapshot.ts'
import type { DigestAnswer, DigestPageAnswer, DigestPageRequest, DigestRequest } from '#shared/sync/digest.ts'
import type { PullAnswer, PullRequest, PushAnswer, PushRequest } from '#shared/sync/wire.ts'

/**
 * The cloud cannot be reached, is busy, failed at what it was sent (`fault`), does not let this station in (it does not know
 * it, another instance of it has spoken since, SPEC Y30, or this computer does not have its key), has shut it out and takes
 * only what it still holds (SPEC G5), or is too many versions from it (SPEC Y20).
 */
export class LinkProblem extends Error {
  readonly kind: 'unreachable' | 'busy' | 'fault' | 'notLetIn' | 'otherInstance' | 'noKey' | 'shutOut' | 'otherWire'
  /** How long the cloud asks to be left alone; null: it did not say. */
  readonly retryAfterMilliseconds: number | null
  constructor(kind: LinkProblem['kind'], message: string, retryAfterMilliseconds: number | null = null) {
    super(message)
    this.kind = kind
    this.retryAfterMilliseconds = retryAfterMilliseconds
  }
}

/** How a station reaches its cloud. Every method rejects with `LinkProblem` when it cannot. */
export interface CloudLink {
  push(request: PushRequest): Promise<PushAnswer>
  /** Into quarantine, without a look at what they do (SPEC G4, G5). */
  setAside(request: PushRequest): Promise<PushAnswer>
  pull(request: PullRequest): Promise<PullAnswer>
  /** What the cloud's documents come to at its head (SPEC Y32). */
  digest(request: DigestRequest): Promise<DigestAnswer>
  digestPage(request: DigestPageRequest): Promise<DigestPageAnswer>
  snapshot(): Promise<SnapshotAnswer>
  /** A chunk as it is kept, packed; null: that snapshot is no more. */
  snapshotChunk(snapshot: string, no: number): Promise<Uint8Array | null>
}
