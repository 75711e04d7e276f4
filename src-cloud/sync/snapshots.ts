import { hash as hashOf } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { kindsFoldedOtherwise } from '#shared/kernel/change/shape.ts'
import {
  type ChunkPart,
  chunkPartOf,
  chunkSize,
  isClosed,
  namesOneOf,
  type SnapshotAnswer,
  type SnapshotChunk,
  type SnapshotManifest,
} from '#shared/kernel/change/snapshot.ts'
import type { CloudStore, OrgHead } from './cloud-store.ts'
import { presentEpoch } from './epochs.ts'
import { foldAnew, shapesFoldedHere, staleKinds } from './fold-anew.ts'
import type { Pusher } from './push.ts'
import type { ShelvedDocument, SnapshotReading } from './snapshot-shelf.ts'

const pack = promisify(gzip)

const pageOfDocuments = 1_000
const secondsToBuild = 2

export interface SnapshotParts {
  readonly store: CloudStore
  readonly entities: ReadonlyMap<string, Entity>
  readonly newId: () => string
  /** Rows of the feed from which on a snapshot is worth it, and how far one may fall behind. */
  readonly rows: { readonly worth: number; readonly age: number }
  readonly problem: (what: string, error: unknown) => void
}

/** Makes snapshots when they are asked for or have grown old, one at a time for an organisation (Y21). */
export class Snapshots {
  readonly #parts
  readonly #building = new Map<string, Promise<void>>()

  constructor(parts: SnapshotParts) {
    this.#parts = parts
  }

  /** Null as for a pull: who is not let in learns nothing. */
  async answer(who: Pusher): Promise<SnapshotAnswer | null> {
    const { store } = this.#parts
    const shelf = store.snapshots
    const station = await store.station(who.org, who.station)
    if (station === undefined || station.revokedAt !== null) return null
    const head = (await store.feed(who.org, 0, 0))?.head
    if (head === undefined) return null
    const { worth, age } = this.#parts.rows
    if (head.seq < worth && head.feedFrom === 0) return { is: 'none' }
    const latest = await shelf.latest(who.org)
    // After a restore rows beyond the common past may be in it: such a one is of no use to anybody. One that ends before the
    // feed begins leads to no feed (G6).
    const isOfUse = latest !== undefined && latest.epoch === presentEpoch(head) && latest.seq >= head.feedFrom
    const isOfNow = isOfUse && kindsFoldedOtherwise(shapesFoldedHere(this.#parts.entities), latest.shapes).size === 0
    if (!isOfNow || head.seq - latest.seq >= age) this.#begin(who.org, head)
    return isOfNow ? { is: 'snapshot', snapshot: latest } : { is: 'building', retryAfter: secondsToBuild }
  }

  async chunk(who: Pusher, snapshot: string, no: number): Promise<Uint8Array | null> {
    const { store } = this.#parts
    const shelf = store.snapshots
    const station = await store.station(who.org, who.station)
    if (station === undefined || station.revokedAt !== null) return null
    return (await shelf.chunk(who.org, snapshot, no)) ?? null
  }

  /** Until nothing is being made: for the end of the program, and for tests. */
  async settled(): Promise<void> {
    await Promise.all(this.#building.values())
  }

  #begin(org: string, head: OrgHead): void {
    if (this.#building.has(org)) return
    const { store, entities, problem } = this.#parts
    const built = foldAnew(store, entities, org, head)
      .then(() => store.snapshots.build(org, (reading) => buildSnapshot(reading, this.#parts)))
      .catch((error: unknown) => problem('a snapshot could not be made', error))
      .then(() => {
        this.#building.delete(org)
      })
    this.#building.set(org, built)
  }
}

/** Reads every document once and packs it into the chunk of its part. */
async function buildSnapshot(
  reading: SnapshotReading,
  parts: Pick<SnapshotParts, 'entities' | 'newId'>,
): Promise<void> {
  const { seq, epoch, foldedAs } = await reading.head()
  // Another program writes at the same moment: the next who asks has it made.
  if (staleKinds({ seq, foldedAs }, parts.entities).size > 0) return
  const id = parts.newId()
  const chunks: SnapshotChunk[] = []
  const keep = async (part: ChunkPart, documents: readonly string[]): Promise<void> => {
    const bytes = await pack(`[${documents.join(',')}]`, { level: constants.Z_BEST_SPEED })
    const no = chunks.length
    chunks.push({ no, part, documents: documents.length, bytes: bytes.length, hash: hashOf('sha256', bytes, 'hex') })
    await reading.keepChunk(id, no, bytes)
  }
  const postings = [...parts.entities.values()].filter((each) => each.kind === 'posting').map((each) => each.name)
  const closed = new Set<string>()
  await packAll(reading, { notOf: postings }, keep, ({ id: doc, entity: name, document }) => {
    const entity = parts.entities.get(name)
    const isDone = entity !== undefined && isClosed(entity, document)
    if (isDone) closed.add(doc)
    return chunkPartOf(false, isDone)
  })
  await packAll(reading, { of: postings }, keep, ({ document }) => chunkPartOf(true, namesOneOf(closed, document)))
  const manifest: SnapshotManifest = { id, seq, epoch, chunks, shapes: shapesFoldedHere(parts.entities) }
  await reading.publish(manifest)
}

async function packAll(
  reading: SnapshotReading,
  which: Parameters<SnapshotReading['documents']>[0],
  keep: (part: ChunkPart, documents: readonly string[]) => Promise<void>,
  partOf: (shelved: ShelvedDocument) => ChunkPart,
): Promise<void> {
  const open = new Map<ChunkPart, { texts: string[]; size: number }>()
  let after: string | null = null
  for (;;) {
    const page = await reading.documents(which, after, pageOfDocuments)
    for (const shelved of page) {
      const part = partOf(shelved)
      const chunk = open.get(part) ?? { texts: [], size: 0 }
      open.set(part, chunk)
      const { entity, id, document } = shelved
      const text = JSON.stringify([entity, id, document.values, document.stamps])
      chunk.texts.push(text)
      chunk.size += text.length
      if (chunk.size < chunkSize) continue
      open.delete(part)
      await keep(part, chunk.texts)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < pageOfDocuments) break
    after = last.id
  }
  for (const [part, { texts }] of open) if (texts.length > 0) await keep(part, texts)
}
