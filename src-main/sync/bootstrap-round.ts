import { z } from 'zod'
import { gunzipJson } from '#main/platform/net/gzip-json.ts'
import {
  chunkSize,
  type SnapshotChunk,
  type SnapshotDocument,
  snapshotDocumentForm,
} from '#shared/kernel/change/snapshot.ts'
import { LinkProblem } from './cloud-link.ts'
import type { RoundPorts } from './sync-round.ts'

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
export async function bootstrapOnce({ replica, link, breathe, applied, fetched }: RoundPorts): Promise<boolean> {
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
  for (let hasMore = true; hasMore; ) {
    hasMore = bootstrap.placeSlice(documents)
    fetched()
    await breathe()
  }
  applied(idsByEntity(documents))
  return true
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
