import { z } from 'zod'
import {
  chunkParts,
  type SnapshotChunk,
  type SnapshotDocument,
  type SnapshotManifest,
  snapshotManifestForm,
} from '#shared/kernel/change/snapshot.ts'
import type { WritableDb } from '../database/handles.ts'
import type { ChangeLog } from './change-log.ts'
import { rebuildFromLog } from './rebuild.ts'
import type { FoldedTouch, Store } from './store.ts'

/** Where a station stands that begins from a snapshot (SPEC Y21): kept with every slice, so that it goes on where it was. */
export const bootstrapForm = z.object({
  snapshot: snapshotManifestForm,
  /** Chunks placed whole, in the order of `inOrder`. */
  chunks: z.number(),
  /** Documents of the next chunk that are placed already. */
  offset: z.number(),
  placed: z.number(),
  /** The cloud was restored meanwhile, or a document was there before: in the end the log alone decides. */
  mustRebuild: z.boolean(),
})
type Place = z.output<typeof bootstrapForm>

const factName = 'bootstrap'
/** Documents written and projected in one transaction: some 50 ms of work (W11). */
const sliceDocuments = 50

/**
 * Begins a station from the folded documents of others instead of the whole feed. Its log comes after them, kept without
 * being folded again, until both have reached the same `seq`; from there on the feed is applied as always.
 */
export class Bootstrap {
  readonly #db
  readonly #store
  readonly #log
  readonly #fact
  readonly #keepFact
  readonly #dropFact
  readonly #any
  #place: Place | undefined

  constructor(db: WritableDb, store: Store, log: ChangeLog) {
    this.#db = db
    this.#store = store
    this.#log = log
    this.#fact = db.read<{ value: string }>('select value from station_facts where name = ?')
    this.#keepFact = db.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#dropFact = db.write('delete from station_facts where name = ?')
    this.#any = db.read<{ found: number }>('select 1 as found from changes limit 1')
    const kept = this.#fact.get(factName)?.value
    this.#place = kept === undefined ? undefined : bootstrapForm.parse(JSON.parse(kept))
  }

  /** Nothing was ever written or received here: a snapshot may be begun. */
  isFresh(): boolean {
    return this.#place === undefined && this.#any.get() === undefined
  }

  get isUnderWay(): boolean {
    return this.#place !== undefined
  }

  /** Up to this `seq` rows of the feed are kept and not folded: the documents know them already. */
  keepsUntil(): number {
    return this.#place?.snapshot.seq ?? 0
  }

  begin(snapshot: SnapshotManifest): void {
    this.#db.transact(() => {
      // What is fetched next is asked for under the same epoch: a restore in between is then heard of (Y12).
      this.#keepFact.run('sync_epoch', snapshot.epoch)
      this.#keep({ snapshot, chunks: 0, offset: 0, placed: 0, mustRebuild: false })
    })
  }

  /** Of whose snapshot the next chunk is; undefined once all are placed. */
  next(): { readonly snapshot: string; readonly chunk: SnapshotChunk } | undefined {
    if (this.#place === undefined) return undefined
    const { snapshot, chunks } = this.#place
    const chunk = inOrder(snapshot)[chunks]
    return chunk === undefined ? undefined : { snapshot: snapshot.id, chunk }
  }

  /** Writes one slice of the next chunk, with where it stands. True while the chunk has more. */
  placeSlice(documents: readonly SnapshotDocument[]): boolean {
    const place = this.#place
    if (place === undefined) return false
    const slice = documents.slice(place.offset, place.offset + sliceDocuments)
    const isWhole = place.offset + slice.length >= documents.length
    const write = (oneByOne: boolean): void =>
      this.#attempt(place, () => {
        const isFirst = this.#write(slice, oneByOne)
        this.#keep({
          ...place,
          chunks: place.chunks + (isWhole ? 1 : 0),
          offset: isWhole ? 0 : place.offset + slice.length,
          placed: place.placed + slice.length,
          mustRebuild: place.mustRebuild || !isFirst,
        })
      })
    try {
      write(false)
    } catch {
      // One of them may have no place in the tables (G7): the others have. A full disk fails the second time, too.
      write(true)
    }
    return !isWhole
  }

  /** The cloud went back behind the snapshot: what it holds beyond is no longer so. */
  noteRestored(since: number): void {
    if (this.#place !== undefined && since < this.#place.snapshot.seq) this.#keep({ ...this.#place, mustRebuild: true })
  }

  /** The snapshot is gone at the cloud before all of it was fetched: what is not here yet comes from the log alone. */
  giveUp(): void {
    if (this.#place === undefined) return
    this.#keep({ ...this.#place, chunks: this.#place.snapshot.chunks.length, offset: 0, mustRebuild: true })
  }

  /** Log and documents have met: what only the whole log can say is computed, and the station is as any other. */
  finish(stationCodeOf: (station: string) => string): void {
    if (this.#place === undefined) return
    if (this.#place.mustRebuild) rebuildFromLog(this.#db, this.#store, stationCodeOf)
    else this.#db.transact(() => this.#store.findings.rebuild((id) => this.#store.documents.get(id)))
    this.#store.forget()
    this.#dropFact.run(factName)
    this.#place = undefined
  }

  #attempt(place: Place, work: () => void): void {
    try {
      this.#db.transact(work)
    } catch (problem) {
      this.#place = place
      this.#log.reloadHead()
      this.#store.misfits.reload()
      throw problem
    } finally {
      this.#store.forget()
    }
  }

  /** False where one of them was here before the snapshot brought it. */
  #write(slice: readonly SnapshotDocument[], oneByOne: boolean): boolean {
    const entities = new Map(this.#store.entities.map((entity) => [entity.name, entity]))
    const touched = new Map<string, FoldedTouch>()
    let highest = ''
    let isFirst = true
    for (const [name, doc, values, stamps] of slice) {
      const entity = entities.get(name)
      // Of a newer version: it is in the log, and in no document until this station has that version.
      if (entity === undefined) continue
      if (this.#store.documents.get(doc) !== undefined) {
        isFirst = false
        continue
      }
      touched.set(doc, { entity, before: undefined, after: { values, stamps } })
      for (const stamp of Object.values(stamps)) if (stamp > highest) highest = stamp
    }
    this.#store.writeFolded(touched, oneByOne)
    // What is written here next is later than everything this station can see (Y16).
    if (highest !== '') this.#log.raiseClock(highest.slice(0, 16))
    return isFirst
  }

  #keep(place: Place): void {
    this.#keepFact.run(factName, JSON.stringify(place))
    this.#place = place
  }
}

/** What a shop works with first; the rest follows while it does. */
function inOrder({ chunks }: SnapshotManifest): readonly SnapshotChunk[] {
  return chunkParts.flatMap((part) => chunks.filter((chunk) => chunk.part === part))
}

/** Documents placed, of all. */
export function progressOf({ placed, snapshot }: Place): { readonly done: number; readonly total: number } {
  return { done: placed, total: snapshot.chunks.reduce((sum, { documents }) => sum + documents, 0) }
}
