import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import type { SnapshotManifest } from '#shared/kernel/change/snapshot.ts'

export interface ShelvedDocument {
  readonly id: string
  readonly entity: string
  readonly document: FoldedDocument
}

export interface DocumentsPlace {
  readonly which: { readonly of: readonly string[] } | { readonly notOf: readonly string[] }
  readonly after: string | null
  readonly limit: number
}

/** Of the organisation's log as it stood when the page was begun. */
export interface DocumentsPage {
  readonly seq: number
  readonly epoch: string
  /** In the order of their ids. */
  readonly documents: readonly ShelvedDocument[]
}

/** Per kind as what its documents are folded; what it says is `fold-anew.ts`'s. */
export type FoldMarks = Readonly<Record<string, string>>

/** Where an organisation's log and documents stand at one moment. */
export interface LookedAt {
  readonly seq: number
  readonly epoch: string
  readonly foldedAs: FoldMarks
}

/** One look at an organisation: everything read through it is as of the same moment, whatever is pushed meanwhile. */
export interface SnapshotReading {
  head(): Promise<LookedAt>
  /** Documents of these entities (or of all others) after this id, in the order of their ids. */
  documents(which: DocumentsPlace['which'], after: string | null, limit: number): Promise<readonly ShelvedDocument[]>
  keepChunk(snapshot: string, no: number, bytes: Uint8Array): Promise<void>
  /** The last thing of a building: before it nobody sees the snapshot; afterwards older ones are let go. */
  publish(manifest: SnapshotManifest): Promise<void>
}

/** Where the cloud keeps the snapshots of its organisations (Y21). */
export interface SnapshotShelf {
  latest(org: string): Promise<SnapshotManifest | undefined>
  chunk(org: string, snapshot: string, no: number): Promise<Uint8Array | undefined>
  /**
   * Runs `work` unless a snapshot of this organisation is being made already, here or by another server. All or nothing; false
   * where it did not run.
   */
  build(org: string, work: (reading: SnapshotReading) => Promise<void>): Promise<boolean>
}
