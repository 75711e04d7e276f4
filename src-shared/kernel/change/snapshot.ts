import { z } from 'zod'
import type { Json } from '../canonical-json.ts'
import { type Entity, fieldAt } from './entity.ts'
import type { FoldedDocument } from './fold.ts'

/** Below this many rows of the feed a new station is quicker with the feed alone (Y21). */
export const worthASnapshot = 5_000
/** A snapshot this many rows behind the head is made anew. */
export const snapshotAge = 50_000
/** Most of one chunk before it is packed, in characters. */
export const chunkSize = 1_000_000

/** A document as a snapshot has it, independent of anybody's tables (Y21). */
export const snapshotDocumentForm = z.tuple([
  z.string(),
  z.string(),
  z.record(z.string(), z.unknown()),
  z.record(z.string(), z.string()),
])
/** Entity, id, values and the stamp of each. */
export type SnapshotDocument = readonly [
  entity: string,
  doc: string,
  values: Readonly<Record<string, Json>>,
  stamps: Readonly<Record<string, string>>,
]

/**
 * What a chunk holds. First what a shop works with, its postings before the documents they count in; then what is closed, in
 * the same order: a station is of use as soon as it has the first two.
 */
export const chunkParts = ['openPostings', 'open', 'closedPostings', 'closed'] as const
export type ChunkPart = (typeof chunkParts)[number]

const counter = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

export const snapshotChunkForm = z.object({
  no: counter,
  part: z.enum(chunkParts),
  documents: counter,
  /** Packed, as it travels. */
  bytes: counter,
  /** SHA-256 of those bytes, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SnapshotChunk = z.output<typeof snapshotChunkForm>

export const snapshotManifestForm = z.object({
  id: z.string().max(64),
  /** The documents are the fold of the feed up to here. */
  seq: counter,
  epoch: z.string(),
  chunks: z.array(snapshotChunkForm).max(100_000),
  /** By what its documents were folded: whoever declares a kind otherwise folds it from the log (Y37). */
  shapes: z.record(z.string(), z.string()).default({}),
})
export type SnapshotManifest = z.output<typeof snapshotManifestForm>

export const snapshotAnswerForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('snapshot'), snapshot: snapshotManifestForm }),
  /** The feed is short: it is all there is to fetch. */
  z.object({ is: z.literal('none') }),
  /** It is being made: ask again after so many seconds. */
  z.object({ is: z.literal('building'), retryAfter: z.number() }),
])
export type SnapshotAnswer = z.output<typeof snapshotAnswerForm>

/** Nothing is done with it any more: its status locks some of its fields. */
export function isClosed(entity: Entity, document: FoldedDocument): boolean {
  const { status } = document.values
  if (typeof status !== 'string') return false
  return Object.keys(entity.fields).some((name) => fieldAt(entity, name)?.options?.lockedWhile?.includes(status))
}

/** A posting belongs to what is closed when it names such a document. */
export function namesOneOf(closed: ReadonlySet<string>, document: FoldedDocument): boolean {
  return Object.values(document.values).some((value) => typeof value === 'string' && closed.has(value))
}

export function chunkPartOf(isPosting: boolean, isOfTheClosed: boolean): ChunkPart {
  if (isPosting) return isOfTheClosed ? 'closedPostings' : 'openPostings'
  return isOfTheClosed ? 'closed' : 'open'
}
