import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import { kindsFoldedOtherwise } from '#shared/kernel/change/shape.ts'
import {
  chunkParts,
  type SnapshotChunk,
  type SnapshotDocument,
  type SnapshotManifest,
} from '#shared/kernel/change/snapshot.ts'
import type { WritableDb } from '../database/handles.ts'
import { type Beginning, BootstrapFacts, type BootstrapPlace } from './bootstrap-place.ts'
import type { ChangeLog } from './change-log.ts'
import { hasMet } from './findings.ts'
import { kindsInLog, shapesFoldedBy } from './fold-mark.ts'
import { rebuildFromLog } from './rebuild.ts'
import type { Refolder } from './refold.ts'
import type { FoldedTouch, Store } from './store.ts'
import { writeAnew } from './write-anew.ts'

/** What a station that held data has taken over when it is as any other again. */
export interface BegunAgain {
  /** Where its feed had ended, and up to where the snapshot brought it. */
  readonly from: number
  readonly to: number
}

/** A document of the log, once log and documents have met. */
interface MetDocument {
  readonly doc: string
  /** Written by more than one station, or refused. */
  readonly met: number
  readonly born: number
  /** Unanswered when a station that held data began again. */
  readonly late: number
}

/**
 * Begins a station from the folded documents of others instead of the whole feed. Its log comes after them, kept without
 * being folded again, until both have reached the same `seq`; from there on the feed is applied as always. A station that
 * holds data begins so again: documents are replaced where they stand, what it wrote and was not answered stays on top.
 */
export class Bootstrap {
  readonly #db
  readonly #store
  readonly #log
  readonly #facts
  readonly #refolder
  readonly #any
  readonly #lastLsn
  readonly #met
  #beginning: Beginning | undefined
  #place: BootstrapPlace | undefined

  constructor(db: WritableDb, store: Store, log: ChangeLog, refolder: Refolder) {
    this.#db = db
    this.#store = store
    this.#log = log
    this.#refolder = refolder
    this.#facts = new BootstrapFacts(db)
    this.#any = db.read<{ found: number }>('select 1 as found from changes limit 1')
    this.#lastLsn = db.read<{ lsn: number }>('select coalesce(max(lsn), 0) as lsn from changes')
    this.#met = db.read<MetDocument>(
      `select doc, ${hasMet} as met,
         max(kind in ('create', 'post') and verdict not in ('refused', 'quarantined')) as born,
         max(lsn <= ? and (seq is null or seq > ?)) as late
       from changes where doc > ? group by doc order by doc limit ?`,
    )
    this.#remember()
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
    return this.#beginning?.snapshot.seq ?? 0
  }

  begin(snapshot: SnapshotManifest): void {
    this.#db.transact(() => {
      // What is fetched next is asked for under the same epoch: a restore in between is then heard of (Y12).
      this.#facts.putEpoch(snapshot.epoch)
      this.#facts.begin({ snapshot, again: null })
    })
    this.#remember()
  }

  /** A station that holds data and whose feed has ended at `from` (SPEC Y34). */
  beginAgain(snapshot: SnapshotManifest, from: number): void {
    const lsn = this.#lastLsn.get()?.lsn ?? 0
    this.#db.transact(() => this.#facts.begin({ snapshot, again: { from, lsn } }))
    this.#remember()
  }

  /** Of whose snapshot the next chunk is; undefined once all are placed. */
  next(): { readonly snapshot: string; readonly chunk: SnapshotChunk } | undefined {
    if (this.#beginning === undefined || this.#place === undefined) return undefined
    const { snapshot } = this.#beginning
    const chunk = inOrder(snapshot)[this.#place.chunks]
    return chunk === undefined ? undefined : { snapshot: snapshot.id, chunk }
  }

  /** Documents of the next chunk that are still to be placed. */
  remaining(documents: readonly SnapshotDocument[]): number {
    return Math.max(0, documents.length - (this.#place?.offset ?? 0))
  }

  /** Writes one slice of the next chunk, of at most so many documents, with where it stands. True while the chunk has more. */
  placeSlice(documents: readonly SnapshotDocument[], most: number): boolean {
    const place = this.#place
    if (place === undefined) return false
    const slice = documents.slice(place.offset, place.offset + most)
    const isWhole = place.offset + slice.length >= documents.length
    this.#oneByOneIfNeeded((oneByOne) => {
      const isFirst = this.#write(slice, oneByOne)
      this.#move({
        ...place,
        chunks: place.chunks + (isWhole ? 1 : 0),
        offset: isWhole ? 0 : place.offset + slice.length,
        placed: place.placed + slice.length,
        mustRebuild: place.mustRebuild || !isFirst,
      })
    })
    return !isWhole
  }

  /** The cloud went back behind the snapshot: what it holds beyond is no longer so. */
  noteRestored(since: number): void {
    if (this.#place !== undefined && since < this.keepsUntil()) this.#move({ ...this.#place, mustRebuild: true })
  }

  /** The snapshot is gone at the cloud before all of it was fetched: what is not here yet comes from the log alone. */
  giveUp(): void {
    if (this.#place === undefined) return
    this.#move({ ...this.#place, chunks: this.#beginning?.snapshot.chunks.length ?? 0, offset: 0, mustRebuild: true })
  }

  /**
   * Log and documents have met: what only the whole log can say is computed, some documents at a time, and in the end the
   * station is as any other. True while there is more.
   */
  settleSlice(most: number): boolean {
    const [place, beginning] = [this.#place, this.#beginning]
    if (place === undefined || beginning === undefined) return false
    const isOtherwise = place.settled === '' && this.#isFoldedOtherwise(beginning)
    if (place.mustRebuild || isOtherwise) {
      rebuildFromLog(this.#db, this.#store, this.#refolder.codeOf)
      this.#store.forget()
      return this.#end()
    }
    const { from, lsn } = beginning.again ?? { from: 0, lsn: 0 }
    const page = this.#met.all(lsn, from, place.settled, most)
    const last = page.at(-1)
    if (last === undefined) return this.#end()
    this.#oneByOneIfNeeded((oneByOne) => {
      // What was answered meanwhile, and what has no birth yet (Y14): the log alone knows what that comes to.
      const anew = page.filter(({ born, late }) => born === 0 || late === 1).map(({ doc }) => doc)
      writeAnew(this.#store, this.#refolder.refold, anew, oneByOne)
      for (const { doc, met } of page) this.#store.findings.lookInto(doc, met === 1)
      this.#store.findings.settle((id) => this.#store.load(id))
      this.#move({ ...place, settled: last.doc })
    })
    return true
  }

  /** Set while a station that held data is beginning again. */
  get again(): BegunAgain | undefined {
    const again = this.#beginning?.again
    return again === undefined || again === null ? undefined : { from: again.from, to: this.keepsUntil() }
  }

  #end(): false {
    this.#db.transact(() => {
      this.#store.findings.lookIntoStations()
      this.#store.findings.settle((id) => this.#store.load(id))
      this.#facts.end()
    })
    this.#remember()
    return false
  }

  /** The program was updated meanwhile: what is placed already was placed by one that knew other kinds. */
  foldFromLog(): void {
    if (this.#place !== undefined) this.#move({ ...this.#place, mustRebuild: true })
  }

  /** The cloud that made the snapshot knows less of a kind that the shop uses, or more: then the log alone decides (Y37). */
  #isFoldedOtherwise({ snapshot }: Beginning): boolean {
    return kindsInLog(this.#db, kindsFoldedOtherwise(shapesFoldedBy(this.#store), snapshot.shapes)).length > 0
  }

  /** One of them may have no place in the tables (G7): the others have. A full disk fails the second time, too. */
  #oneByOneIfNeeded(work: (oneByOne: boolean) => void): void {
    try {
      this.#attempt(() => work(false))
    } catch {
      this.#attempt(() => work(true))
    }
  }

  #attempt(work: () => void): void {
    try {
      this.#db.transact(work)
    } catch (problem) {
      this.#remember()
      this.#log.reloadHead()
      this.#store.misfits.reload()
      throw problem
    } finally {
      this.#store.forget()
    }
  }

  /** False where one of them was here before the snapshot brought it, and nobody knows why. */
  #write(slice: readonly SnapshotDocument[], oneByOne: boolean): boolean {
    const entities = new Map(this.#store.entities.map((entity) => [entity.name, entity]))
    const isAgain = this.again !== undefined
    const touched = new Map<string, FoldedTouch>()
    let highest = ''
    let isFirst = true
    for (const [name, doc, values, stamps] of slice) {
      const entity = entities.get(name)
      // Of a newer version: it is in the log, and in no document until this station has that version.
      if (entity === undefined) continue
      for (const stamp of Object.values(stamps)) if (stamp > highest) highest = stamp
      const before = this.#store.documents.get(doc)
      if (isAgain) {
        const after = this.#refolder.unansweredOn(doc, entity, { values, stamps })
        if (before === undefined || !isSame(before, after)) touched.set(doc, { entity, before, after })
      } else if (before === undefined) touched.set(doc, { entity, before, after: { values, stamps } })
      else isFirst = false
    }
    this.#store.writeFolded(touched, oneByOne)
    // What is written here next is later than everything this station can see (Y16).
    if (highest !== '') this.#log.raiseClock(highest.slice(0, 16))
    return isFirst
  }

  #move(place: BootstrapPlace): void {
    this.#facts.move(place)
    this.#place = place
  }

  #remember(): void {
    const kept = this.#facts.read()
    this.#beginning = kept?.beginning
    this.#place = kept?.place
  }
}

/** What a shop works with first; the rest follows while it does. */
function inOrder({ chunks }: SnapshotManifest): readonly SnapshotChunk[] {
  return chunkParts.flatMap((part) => chunks.filter((chunk) => chunk.part === part))
}

/** Most documents of a station that begins again are what they were: those need no writing. */
function isSame(a: FoldedDocument, b: FoldedDocument): boolean {
  return canonicalJson(a.stamps) === canonicalJson(b.stamps) && canonicalJson(a.values) === canonicalJson(b.values)
}
