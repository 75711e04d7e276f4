import { z } from 'zod'
import { gunzipJson } from '#main/platform/net/gzip-json.ts'
import {
  chunkSize,
  type SnapshotChunk,
  type SnapshotDocument,
  snapshotDocumentForm,
} from '#shared/kernel/change/snapshot.ts'
import { LinkProblem } from './cloud-link.ts'
import { FeedClosed, type RoundPorts } from './round-ports.ts'

/** When a station that held data was last brought up from a snapshot, for screens. */
export const begunAgainFact = 'begun_again'

const documentsForm = z.array(snapshotDocumentForm)

/** A chunk is one document over its size at most; what unpacks to more is none of ours. */
const mostUnpacked = 16 * chunkSize

/** What a chunk is held to arrived otherwise: a broken proxy, a damaged disk at the cloud. */
export class ChunkBroken extends Error {
  readonly no: number
  constructor(no: number) {
    super(`chunk ${no} of the snapshot is not what the cloud said it would be`)
    this.no = no
  }
}

/**
 * One step of beginning from a snapshot (SPEC Y21): asks for one, or fetches and places its next chunk, slice by slice.
 * True while there is more to fetch; the log follows by the feed. Rejects with `LinkProblem` where the cloud cannot be
 * reached or is still making one.
 */
export async function bootstrapOnce(ports: RoundPorts): Promise<boolean> {
  const { replica, link, pace, breathe, applied, fetched } = ports
  const { bootstrap } = replica
  if (!bootstrap.isUnderWay) {
    if (!bootstrap.isFresh()) return false
    const answer = await link.snapshot()
    if (answer.is === 'none') return false
    if (answer.is === 'building') throw new LinkProblem('busy', 'the snapshot is being made', answer.retryAfter * 1000)
    bootstrap.begin(answer.snapshot)
  }
  const next = bootstrap.next()
  if (next === undefined) return false
  const bytes = await link.snapshotChunk(next.snapshot, next.chunk.no)
  if (bytes === null) {
    // Made anew since: the feed has everything, if more slowly.
    bootstrap.giveUp()
    return true
  }
  const documents = await documentsIn(next.chunk, bytes)
  for (let hasMore = true; hasMore; fetched()) {
    const most = Math.max(1, Math.min(pace.rows, bootstrap.remaining(documents)))
    hasMore = await pace.run(most, () => bootstrap.placeSlice(documents, most), breathe)
  }
  applied(idsByEntity(documents))
  return true
}

/**
 * Brings a station that holds data up from a snapshot, because the feed does not go back to where it stands (SPEC G6, Y34).
 * What it has written stays, sent or not.
 */
export async function beginAgain({ replica, link, beginsAgain }: RoundPorts): Promise<void> {
  const { cursor, epoch } = replica.place()
  const answer = await link.snapshot()
  if (answer.is === 'building') throw new FeedClosed({ is: 'behind' }, answer.retryAfter * 1000)
  // Of another epoch: the next pull says so, and this station first goes back to what both have (Y12).
  if (answer.is === 'snapshot' && answer.snapshot.epoch !== epoch) return
  if (answer.is === 'none' || answer.snapshot.seq <= cursor) throw new FeedClosed({ is: 'behind' })
  replica.bootstrap.beginAgain(answer.snapshot, cursor)
  beginsAgain('begun', { from: cursor, to: answer.snapshot.seq })
}

/** Documents and log have met: what only the whole log can say, slice by slice (W11). */
export async function settleBootstrap({ replica, pace, breathe, fetched, beginsAgain }: RoundPorts): Promise<void> {
  const { bootstrap } = replica
  const { again } = bootstrap
  for (let hasMore = true; hasMore; ) {
    const most = pace.rows
    hasMore = await pace.run(most, () => bootstrap.settleSlice(most), breathe)
  }
  if (again !== undefined) beginsAgain('done', again)
  fetched()
}

async function documentsIn(chunk: SnapshotChunk, bytes: Uint8Array): Promise<readonly SnapshotDocument[]> {
  const documents = documentsForm.safeParse(await gunzipJson(bytes, chunk.hash, mostUnpacked))
  if (!documents.success) throw new ChunkBroken(chunk.no)
  return documents.data as unknown as readonly SnapshotDocument[]
}

function idsByEntity(documents: readonly SnapshotDocument[]): Readonly<Record<string, readonly string[]>> {
  const ids: Record<string, string[]> = {}
  for (const [entity, doc] of documents) {
    ids[entity] ??= []
    ids[entity].push(doc)
  }
  return ids
}
