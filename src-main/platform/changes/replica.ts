import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { mayOverwriteUnseen } from '#shared/kernel/change/conflicts.ts'
import { isBirth } from '#shared/kernel/change/document-fold.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, stampOf } from '#shared/kernel/change/fold.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'
import type { WritableDb } from '../database/handles.ts'
import { Bootstrap } from './bootstrap.ts'
import type { ChangeLog, StationIdentity } from './change-log.ts'
import { DocumentCheck } from './document-check.ts'
import { LogMend } from './log-mend.ts'
import { OtherStations, type ReceivedRow } from './other-stations.ts'
import { type OutgoingChange, outboxReader } from './outbox.ts'
import { refolder, writtenBy } from './refold.ts'
import type { FoldedTouch, Store } from './store.ts'
import { writeAnew } from './write-anew.ts'

export type { ReceivedRow } from './other-stations.ts'

/** Where this station stands in the feed and in its own outbox. */
export interface SyncPlace {
  /** Last `seq` applied. */
  readonly cursor: number
  /** Last own counter that the cloud has confirmed to hold. */
  readonly acknowledged: number
  readonly epoch: string | null
}

/** The feed is not what the protocol promises; nothing of the slice was kept. */
export class FeedBroken extends Error {
  readonly code: 'feed.hole' | 'feed.chain' | 'feed.unknownOwn'
  readonly seq: number
  constructor(code: FeedBroken['code'], seq: number) {
    super(`${code} at ${seq}`)
    this.code = code
    this.seq = seq
  }
}

/** This station's end of the sync: what it owes the cloud, and the one place where received changes enter its log. */
export class Replica {
  /** For a station that begins from a snapshot (SPEC Y21, Y34). */
  readonly bootstrap: Bootstrap
  /** Whether the documents are what the log says, and what they come to for whoever compares (SPEC Y32). */
  readonly check: DocumentCheck
  /** Whether the log is what the cloud has of it (SPEC Y35). */
  readonly logMend: LogMend
  readonly #db
  readonly #store
  readonly #log
  readonly #station
  readonly #entities: ReadonlyMap<string, Entity>
  readonly #outbox
  readonly #refolder
  readonly #others: OtherStations
  readonly #fact
  readonly #keepFact
  readonly #own
  readonly #laterForeign
  readonly #unanswered
  readonly #any
  readonly #answer
  readonly #standing

  constructor(db: WritableDb, store: Store, log: ChangeLog, station: StationIdentity) {
    this.#db = db
    this.#store = store
    this.#log = log
    this.#station = station
    this.#entities = new Map(store.entities.map((entity) => [entity.name, entity]))
    this.#others = new OtherStations(db)
    this.#outbox = outboxReader(db, station.id)
    this.#refolder = refolder(db, this.#entities, (id) => this.codeOf(id))
    this.bootstrap = new Bootstrap(db, store, log, this.#refolder)
    this.logMend = new LogMend(db, store, log, this.#refolder)
    this.check = new DocumentCheck(db, store, this.#refolder.refold, {
      version: () => `${log.head.sseq} ${this.place().cursor}`,
      codeOf: (id) => this.codeOf(id),
    })
    this.#fact = db.read<{ value: string }>('select value from station_facts where name = ?')
    this.#keepFact = db.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#own = db.read<{ lsn: number; entity: string; doc: string; kind: string; hlc: string; seq: number | null }>(
      'select lsn, entity, doc, kind, hlc, seq from changes where station = ? and sseq = ?',
    )
    this.#laterForeign = db.read<{ found: number }>(
      'select 1 as found from changes where doc = ? and lsn > ? and station <> ? limit 1',
    )
    this.#unanswered = db.read<{ found: number }>(
      'select 1 as found from changes where doc = ? and seq is null limit 1',
    )
    this.#any = db.read<{ found: number }>('select 1 as found from changes where doc = ? limit 1')
    this.#answer = db.write(
      'update changes set seq = ?, hlc_eff = ?, verdict = ?, verdict_detail = ?, recv_at = ? where station = ? and sseq = ?',
    )
    this.#standing = db.read<{ hash: Buffer; seq: number | null; doc: string }>(
      'select hash, seq, doc from changes where station = ? and sseq = ?',
    )
  }

  /** Its UUID. */
  get station(): string {
    return this.#station.id
  }

  /** Kinds that this version folds. */
  get entities(): readonly Entity[] {
    return this.#store.entities
  }

  place(): SyncPlace {
    return {
      cursor: Number(this.#fact.get('sync_cursor')?.value ?? 0),
      acknowledged: Number(this.#fact.get('sync_acknowledged')?.value ?? 0),
      epoch: this.#fact.get('sync_epoch')?.value ?? null,
    }
  }

  /** Own changes that the cloud has not confirmed. */
  waiting(): number {
    return this.#log.head.sseq - this.place().acknowledged
  }

  outgoing(most: { readonly changes: number; readonly bytes: number }): readonly OutgoingChange[] {
    return this.#outbox(this.place().acknowledged, most)
  }

  /** The cloud holds everything up to this counter. Verdicts come with the feed, in the order of `seq`. */
  acknowledge(sseq: number, epoch: string): void {
    this.#db.transact(() => {
      this.#keepFact.run('sync_acknowledged', String(sseq))
      this.#keepFact.run('sync_epoch', epoch)
    })
  }

  codeOf(station: string): string {
    return station === this.#station.id ? this.#station.code : this.#others.codeOf(station)
  }

  /**
   * Applies rows right after the cursor, in one transaction with it (W11, SPEC Y9): log, then each touched document folded,
   * written and projected once. Returns the ids of changed documents by entity. Throws `FeedBroken`, keeping nothing.
   */
  apply(rows: readonly ReceivedRow[], epoch: string, receivedAt: string): Readonly<Record<string, readonly string[]>> {
    return this.#oneByOneIfNeeded((oneByOne) => this.#applyAll(rows, epoch, receivedAt, oneByOne))
  }

  /** What fails for another reason than the feed itself may hold a document without a place in the tables, or a full disk. */
  #oneByOneIfNeeded<T>(work: (oneByOne: boolean) => T): T {
    try {
      return this.#attempt(() => work(false))
    } catch (problem) {
      if (problem instanceof FeedBroken) throw problem
      return this.#attempt(() => work(true))
    }
  }

  #attempt<T>(work: () => T): T {
    try {
      return this.#db.transact(work)
    } catch (problem) {
      this.#log.reloadHead()
      this.#others.readAgain()
      this.#store.misfits.reload()
      throw problem
    } finally {
      this.#store.forget()
    }
  }

  /**
   * After a restore of the cloud (SPEC Y12): what it answered beyond its head is unanswered again, and the outbox begins
   * after the last own counter that it still has.
   */
  forgetAnswers(beyond: number, lastSseq: number, epoch: string): void {
    this.bootstrap.noteRestored(beyond)
    this.#oneByOneIfNeeded((oneByOne) => {
      const docs = this.#db
        .read<{ doc: string }>('select distinct doc from changes where seq > ?')
        .all(beyond)
        .map((row) => row.doc)
      this.#db.write(`insert into maintenance (what) values ('forget_answers')`).run()
      this.#db
        .write(
          `update changes set seq = null, hlc_eff = null, verdict = 'pending', verdict_detail = null, recv_at = null where seq > ?`,
        )
        .run(beyond)
      this.#db.write(`delete from maintenance where what = 'forget_answers'`).run()
      for (const { station } of this.#db
        .read<{ station: string }>('select distinct station from unread_changes where seq > ?')
        .all(beyond))
        this.#store.findings.suspectSetApart(station)
      for (const doc of docs) this.#store.findings.suspect(doc)
      this.#db.write('delete from unread_changes where seq > ?').run(beyond)
      const { cursor, acknowledged } = this.place()
      this.#keepFact.run('sync_cursor', String(Math.min(cursor, beyond)))
      this.#keepFact.run('sync_acknowledged', String(Math.min(acknowledged, lastSseq)))
      this.#keepFact.run('sync_epoch', epoch)
      this.#writeAnew(docs, oneByOne)
      this.#settleFindings()
    })
  }

  #applyAll(rows: readonly ReceivedRow[], epoch: string, receivedAt: string, oneByOne: boolean) {
    let { cursor } = this.place()
    let highest = ''
    const touched = new Map<string, FoldedTouch>()
    const anew = new Set<string>()
    for (const row of rows) {
      if (row.seq !== cursor + 1) throw new FeedBroken('feed.hole', row.seq)
      cursor = row.seq
      if (row.hlcEff > highest && row.verdict !== 'quarantined') highest = row.hlcEff
      if (row.foreign === undefined) this.#applyEcho(row, receivedAt, anew)
      else this.#applyForeign(row, row.foreign, receivedAt, touched, anew)
    }
    this.#others.keepPlaces()
    for (const doc of anew) touched.delete(doc)
    this.#store.writeFolded(touched, oneByOne)
    for (const [doc, { entity, after }] of touched) this.#store.findings.look(entity.name, doc, () => after?.values)
    this.#writeAnew([...anew], oneByOne)
    const findings = this.#settleFindings()
    if (highest !== '') this.#log.raiseClock(highest)
    this.#keepFact.run('sync_cursor', String(cursor))
    this.#keepFact.run('sync_epoch', epoch)
    const changed = this.byEntity([...touched.keys(), ...anew])
    return findings.length === 0 ? changed : { ...changed, finding: findings }
  }

  #applyEcho(row: ReceivedRow, receivedAt: string, anew: Set<string>): void {
    const own = this.#own.get(this.#station.id, row.sseq)
    if (own === undefined) throw new FeedBroken('feed.unknownOwn', row.seq)
    const detail = row.code === null ? null : JSON.stringify({ code: row.code, detail: row.detail })
    this.#answer.run(row.seq, row.hlcEff, row.verdict, detail, receivedAt, this.#station.id, row.sseq)
    // A snapshot has brought what came of it: its document is computed once the log is whole (SPEC Y34).
    if (row.seq <= this.bootstrap.keepsUntil()) return
    const stands = row.verdict === 'accepted' || row.verdict === 'flagged'
    this.#store.findings.reconsider(own.doc)
    if (own.kind === 'resolve' || row.verdict === 'flagged') this.#store.findings.suspect(own.doc)
    if (row.verdict === 'quarantined') this.#store.findings.suspectSetApart(this.#station.id, own.doc)
    this.#store.findings.look(own.entity, own.doc, () => this.#store.load(own.doc)?.values)
    // What was folded on top when it was written is where it belongs, unless something came between.
    if (!stands || row.hlcEff !== own.hlc || this.#laterForeign.get(own.doc, own.lsn, this.#station.id) !== undefined)
      anew.add(own.doc)
  }

  #applyForeign(
    row: ReceivedRow,
    foreign: NonNullable<ReceivedRow['foreign']>,
    receivedAt: string,
    touched: Map<string, FoldedTouch>,
    anew: Set<string>,
  ): void {
    const { station, stationCode, change } = foreign
    if (change === null) {
      this.#others.keepUnread(row, foreign)
      if (row.seq > this.bootstrap.keepsUntil()) this.#store.findings.suspectSetApart(station)
      return
    }
    const detail = row.code === null ? null : JSON.stringify({ code: row.code, detail: row.detail })
    const standing = this.#standing.get(station, row.sseq)
    if (standing !== undefined) {
      // Held from before a restore of the cloud: it is the same change, answered anew.
      if (standing.hash.toString('hex') !== change.hash || standing.seq !== null)
        throw new FeedBroken('feed.chain', row.seq)
      this.#answer.run(row.seq, row.hlcEff, row.verdict, detail, receivedAt, station, row.sseq)
      if (row.seq > this.bootstrap.keepsUntil()) anew.add(standing.doc)
      return
    }
    const isFirstBirth = isBirth(change.kind) && this.#any.get(change.doc) === undefined
    if (!this.#others.keep(row, foreign, change, detail, receivedAt)) throw new FeedBroken('feed.chain', row.seq)
    if (row.verdict === 'refused') this.#keepRefusedNumbers(change)
    // A snapshot has brought what this row did; findings are computed once the log is whole.
    if (row.seq <= this.bootstrap.keepsUntil()) return
    if (row.verdict === 'refused' || change.kind === 'resolve') this.#store.findings.suspect(change.doc)
    if (row.verdict === 'flagged') this.#store.findings.suspect(change.doc)
    if (row.verdict === 'quarantined') this.#store.findings.suspectSetApart(station, change.doc)
    if (row.verdict !== 'accepted' && row.verdict !== 'flagged') return
    if (anew.has(change.doc)) return
    // A birth after other changes of its document, or one of these without it: only the log knows what that comes to.
    const isOutOfTurn = !isFirstBirth && !this.#isThere(change.doc, touched)
    if (isOutOfTurn) anew.add(change.doc)
    else if (this.#unanswered.get(change.doc) !== undefined) anew.add(change.doc)
    else this.#foldOn(row, stationCode, change, touched, anew)
  }

  #isThere(doc: string, touched: ReadonlyMap<string, FoldedTouch>): boolean {
    return touched.has(doc) || this.#store.load(doc) !== undefined
  }

  /** The usual case: nothing of this station's lies on top, so the change goes onto the document as it stands. */
  #foldOn(
    row: ReceivedRow,
    stationCode: string,
    change: OutgoingChange,
    touched: Map<string, FoldedTouch>,
    anew: Set<string>,
  ): void {
    const entity = this.#entities.get(change.entity)
    const fields = parseStrictJson(change.payload)
    if (entity === undefined || !fields.ok) return
    const known = touched.get(change.doc)
    const before: FoldedDocument | undefined = known === undefined ? this.#store.load(change.doc) : known.before
    const standing = known?.after ?? before ?? nothingFolded
    // A cloud that does not know the kind this was born as cannot tell it from another: the log can.
    if ((known?.entity.name ?? this.#store.load(change.doc)?.entity ?? entity.name) !== entity.name) {
      anew.add(change.doc)
      return
    }
    const folded = {
      kind: change.kind as never,
      fields: fields.value as ChangedFields,
      stamp: stampOf(row.hlcEff, stationCode),
    }
    if (mayOverwriteUnseen(entity, standing, folded)) this.#store.findings.suspect(change.doc)
    const outcome = foldChange(entity, standing, folded)
    // Accepted by the cloud, so it fits the accepted changes; where it does not, the log decides.
    if (!outcome.ok) anew.add(change.doc)
    else touched.set(change.doc, { entity, before, after: outcome.document })
  }

  /** A number in a refused group is never given again, and search still leads to its document. */
  #keepRefusedNumbers(change: OutgoingChange): void {
    const entity = this.#entities.get(change.entity)
    const fields = parseStrictJson(change.payload)
    if (entity !== undefined && fields.ok)
      this.#store.keepNumbers(entity, change.doc, writtenBy(fields.value as ChangedFields))
  }

  #writeAnew(docs: readonly string[], oneByOne: boolean): void {
    writeAnew(this.#store, this.#refolder.refold, docs, oneByOne)
  }

  /** Returns the ids of findings that came, went or changed. */
  #settleFindings(): readonly string[] {
    this.#store.findings.settle((id) => this.#store.load(id))
    return this.#store.findings.takeChanged()
  }

  /** The ids of documents by their kind, for announcements. */
  byEntity(docs: readonly string[]): Readonly<Record<string, readonly string[]>> {
    const found: Record<string, string[]> = {}
    for (const doc of docs) {
      const entity = this.#store.load(doc)?.entity
      if (entity === undefined) continue
      found[entity] = [...(found[entity] ?? []), doc]
    }
    return found
  }
}
