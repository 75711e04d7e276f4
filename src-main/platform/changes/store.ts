import type { Json } from '#shared/kernel/canonical-json.ts'
import type { DocumentNumber, DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, readDocument, stampOf } from '#shared/kernel/change/fold.ts'
import type { WritableDb } from '../database/handles.ts'
import { CanonicalTexts } from './canonical-texts.ts'
import type { Author, ChangeLog, CommandMark, StationIdentity } from './change-log.ts'
import { Documents, type StoredDocument } from './documents.ts'
import { Draft, numbersIn, RefusedChange } from './draft.ts'
import type { AnyFindingRule } from './finding-rule.ts'
import { Findings } from './findings.ts'
import { Misfits } from './misfits.ts'
import type { AnyProjection } from './projection.ts'
import { Projector } from './projector.ts'

/** One document that a command or a page of the feed has touched, as reactions and announcements see it. */
export interface TouchedDocument {
  readonly entity: Entity
  readonly id: string
  readonly before: FoldedDocument | undefined
  readonly after: FoldedDocument
}

type Touched = Omit<TouchedDocument, 'id'>

/** A document folded from received changes; without `after` its birth was refused. */
export interface FoldedTouch {
  readonly entity: Entity
  readonly before: FoldedDocument | undefined
  readonly after: FoldedDocument | undefined
}

export interface StoreBatch {
  add(draft: Draft, mark: CommandMark, author: Author, nowMilliseconds: number): void
  flush(): readonly TouchedDocument[]
}

export interface NumberPattern {
  /** `sales_order` */
  readonly series: string
  /** Year of the business day that the number belongs to. */
  readonly year: number
  /** Counter -> text, as the shop's setting has it. */
  readonly write: (counter: number, stationCode: string, year: number) => string
}

/** Most that one group and one command may hold (W14); larger work goes in portions. */
const groupLimit = { changes: 200, bytes: 512 * 1024 }
const commandLimit = { changes: 500, bytes: 1024 * 1024 }

/**
 * The one writer of log, documents and projections (W1, W3): appends each change, folds it, and projects every touched
 * document once. Runs inside the caller's transaction.
 */
export class Store {
  readonly documents: Documents
  readonly findings: Findings
  readonly misfits: Misfits
  readonly #log: ChangeLog
  readonly #projector: Projector
  readonly #station: StationIdentity
  readonly #lastNumber
  #cached = new Map<string, StoredDocument>()
  readonly #read = new Map<string, { readonly stored: StoredDocument; readonly document: unknown }>()
  readonly #lastNumbers = new Map<string, number>()
  readonly #texts = new CanonicalTexts()

  constructor(
    db: WritableDb,
    log: ChangeLog,
    projections: readonly AnyProjection[],
    station: StationIdentity,
    findingRules: readonly AnyFindingRule[] = [],
  ) {
    this.documents = new Documents(db)
    this.misfits = new Misfits(db)
    this.#log = log
    this.#station = station
    this.#projector = new Projector(db, projections, (id) => this.load(id))
    this.findings = new Findings(db, this.#projector.entities, findingRules, station)
    this.#lastNumber = db.read<{ counter: number }>(
      'select counter from document_numbers where series = ? and station = ? and year = ? order by counter desc limit 1',
    )
  }

  get entities(): readonly Entity[] {
    return this.#projector.entities
  }

  /** Documents read in this transaction are parsed once. */
  load(id: string): StoredDocument | undefined {
    const known = this.#cached.get(id)
    if (known !== undefined) return known
    const stored = this.documents.get(id)
    if (stored !== undefined) this.#cached.set(id, stored)
    return stored
  }

  read<E extends Entity>(entity: E, id: string): DocumentOf<E> | undefined {
    const stored = this.load(id)
    if (stored === undefined || stored.entity !== entity.name) return undefined
    const known = this.#read.get(id)
    if (known?.stored === stored) return known.document as DocumentOf<E>
    const document = readDocument(entity, stored.values)
    this.#read.set(id, { stored, document })
    return document
  }

  /** Forgets what was read: called at the end of every transaction, whichever way it went. */
  forget(): void {
    this.#cached.clear()
    this.#read.clear()
    this.#lastNumbers.clear()
    this.findings.forget()
  }

  draft(firstGroup = 1): Draft {
    return new Draft((id) => this.load(id), firstGroup)
  }

  /** The next number of a series; gapless because it is written in the same transaction or not at all. */
  nextNumber(pattern: NumberPattern, alreadyGiven = 0): DocumentNumber {
    const counter = this.#lastGiven(pattern.series, pattern.year) + 1 + alreadyGiven
    const text = pattern.write(counter, this.#station.code, pattern.year)
    return { series: pattern.series, station: this.#station.code, year: pattern.year, counter, text }
  }

  /** As it was when this transaction first asked; what it has given since is counted by the caller. */
  #lastGiven(series: string, year: number): number {
    const key = `${series} ${year}`
    const known = this.#lastNumbers.get(key)
    if (known !== undefined) return known
    const last = this.#lastNumber.get(series, this.#station.code, year)?.counter ?? 0
    this.#lastNumbers.set(key, last)
    return last
  }

  /** Writes a draft: log, documents, projections. Returns what it touched, in the order of first touch. */
  apply(draft: Draft, mark: CommandMark, author: Author, nowMilliseconds: number): readonly TouchedDocument[] {
    const batch = this.batch()
    batch.add(draft, mark, author, nowMilliseconds)
    return batch.flush()
  }

  /**
   * Several commands' drafts in one transaction: each is logged and folded as it is added, every touched document is then
   * written and projected once (W11). Later drafts see the documents as the earlier ones left them, tables only after `flush`.
   */
  batch(): StoreBatch {
    const touched = new Map<string, Touched>()
    return {
      add: (draft, mark, author, nowMilliseconds) => this.#fold(draft, mark, author, nowMilliseconds, touched),
      flush: () => {
        this.#write(touched)
        this.findings.settle((id) => this.load(id))
        return [...touched].map(([id, each]) => ({ id, ...each }))
      },
    }
  }

  #fold(draft: Draft, mark: CommandMark, author: Author, nowMilliseconds: number, touched: Map<string, Touched>): void {
    const payloads = draft.changes.map((change) => this.#texts.ofChanges(change.fields))
    refuseTooLarge(draft, payloads)
    for (const [index, change] of draft.changes.entries()) {
      const { groupNo, doc, kind, entity } = change
      // The cloud would refuse it: a command says in replication.ts what it writes, and with which right.
      if (entity.writtenBy !== undefined && !(mark.command in entity.writtenBy))
        throw new Error(`${mark.command} is not declared to write ${entity.name}`)
      const entry = {
        groupNo,
        doc,
        kind,
        entity: entity.name,
        schemaVer: entity.schemaVersion,
        payload: payloads[index] ?? '',
      }
      const hlc = this.#log.append(entry, mark, author, nowMilliseconds)
      const standing = touched.get(change.doc)
      const before = standing === undefined ? this.load(change.doc) : standing.after
      const stamp = stampOf(hlc, this.#station.code)
      const outcome = foldChange(change.entity, before ?? nothingFolded, { ...change, stamp })
      if (!outcome.ok) throw new Error(`${change.entity.name}.${outcome.path} moved while its command ran`)
      if (change.kind === 'resolve') this.findings.suspect(change.doc)
      if (change.kind === 'post') this.findings.noteSeen(outcome.document.values)
      const first = standing === undefined ? before : standing.before
      touched.set(change.doc, { entity: change.entity, before: first, after: outcome.document })
      this.#cached.set(change.doc, { ...outcome.document, entity: change.entity.name })
    }
  }

  #write(touched: ReadonlyMap<string, FoldedTouch>): void {
    this.#projector.begin()
    // Contributions first: a row then sees all that this transaction added to it, and is written once.
    for (const [id, touch] of touched) {
      this.#keep(id, touch)
      this.#projector.contribute(touch.entity, id, this.#projectedBefore(id, touch), touch.after)
    }
    for (const [id, touch] of touched) this.#project(id, touch)
    this.#projector.settle()
    for (const id of touched.keys()) this.misfits.fits(id)
  }

  /** Each document for itself: one that has no place in the tables takes nothing else with it (SPEC G7). */
  #writeOneByOne(touched: ReadonlyMap<string, FoldedTouch>): void {
    for (const [id, touch] of touched) {
      this.#keep(id, touch)
      this.misfits.tryToFit(
        id,
        () => this.#projectAlone(id, touch),
        () => this.#projectAlone(id, { ...touch, after: undefined }),
      )
    }
  }

  #projectAlone(id: string, touch: FoldedTouch): void {
    this.#projector.begin()
    this.#projector.contribute(touch.entity, id, this.#projectedBefore(id, touch), touch.after)
    this.#project(id, touch)
    this.#projector.settle()
  }

  #keep(id: string, { entity, before, after }: FoldedTouch): void {
    if (after === undefined) this.documents.remove(id)
    else this.documents.write(id, entity, after, before === undefined, this.#texts)
  }

  #project(id: string, touch: FoldedTouch): void {
    const { entity, before, after } = touch
    const known = new Set(numbersIn(entity, before?.values ?? {}).map((number) => number.text))
    for (const number of numbersIn(entity, after?.values ?? {}))
      if (!known.has(number.text)) this.#projector.keepNumber(number, id, entity.name)
    this.#projector.project(entity, id, this.#projectedBefore(id, touch), after)
  }

  #projectedBefore(id: string, { before }: FoldedTouch): FoldedDocument | undefined {
    return this.misfits.has(id) ? undefined : before
  }

  /**
   * Writes documents that were folded from received changes, and projects them as commands' own (W3); one by one where they
   * would not go together.
   */
  writeFolded(touched: ReadonlyMap<string, FoldedTouch>, oneByOne = false): void {
    for (const [id, { entity, after }] of touched)
      if (after === undefined) this.#cached.delete(id)
      else this.#cached.set(id, { ...after, entity: entity.name })
    if (oneByOne) this.#writeOneByOne(touched)
    else this.#write(touched)
  }

  /** A number that a refused group gave stays used (write-path Words). */
  keepNumbers(entity: Entity, doc: string, values: Readonly<Record<string, Json>>): void {
    for (const number of numbersIn(entity, values)) this.#projector.keepUsed(number, doc, entity.name)
  }

  /** Computes every projected table anew from the documents (W4). */
  reproject(): void {
    this.misfits.clear()
    this.#projector.rebuild(() => this.documents.all(), this.misfits)
    this.forget()
    this.findings.rebuild((id) => this.documents.get(id))
  }
}

function refuseTooLarge(draft: Draft, payloads: readonly string[]): void {
  let bytes = 0
  const groups = new Map<number, { changes: number; bytes: number }>()
  for (const [index, change] of draft.changes.entries()) {
    const size = payloads[index]?.length ?? 0
    const group = groups.get(change.groupNo) ?? { changes: 0, bytes: 0 }
    groups.set(change.groupNo, { changes: group.changes + 1, bytes: group.bytes + size })
    bytes += size
  }
  const isTooLarge =
    draft.changes.length > commandLimit.changes ||
    bytes > commandLimit.bytes ||
    [...groups.values()].some((group) => group.changes > groupLimit.changes || group.bytes > groupLimit.bytes)
  if (isTooLarge)
    throw new RefusedChange({
      code: 'command.tooLarge',
      params: { changes: draft.changes.length, kilobytes: Math.ceil(bytes / 1024) },
    })
}
