import type { DocumentNumber, Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, readDocument } from '#shared/kernel/change/fold.ts'
import type { WritableDb } from '../database/handles.ts'
import type { StoredDocument } from './documents.ts'
import { numbersIn } from './draft.ts'
import type { Misfits } from './misfits.ts'
import type { AnyProjection, Contribution, Counted, ProjectedRow, SlotSums } from './projection.ts'
import { RowWriter } from './row-writer.ts'

interface MutableSums {
  [slot: string]: Record<string, number>
}

interface ProjectedDocument {
  readonly rows: readonly ProjectedRow[]
  readonly counters: readonly Counted[]
}

const nothingProjected: ProjectedDocument = { rows: [], counters: [] }

function projected(projection: AnyProjection, folded: FoldedDocument, id: string, sums: SlotSums): ProjectedDocument {
  const document = readDocument(projection.entity, folded.values)
  const rows = projection.rows(document, id, sums)
  return { rows, counters: projection.counters(rows) }
}

/** Keeps typed tables, counters, slot sums and the register of numbers in step with the documents. */
export class Projector {
  readonly #projections: ReadonlyMap<string, AnyProjection>
  readonly #rows: RowWriter
  readonly #load: (id: string) => StoredDocument | undefined
  readonly #sumsOf
  readonly #addToSum
  readonly #dropEmptySum
  readonly #count
  readonly #dropEmptyCounter
  readonly #number
  readonly #db: WritableDb
  /** Targets whose slots changed in this transaction, with the sums from before. */
  readonly #stale = new Map<string, SlotSums>()
  /** What this transaction adds to each counter: many documents, one write. */
  readonly #counted = new Map<string, { readonly counted: Counted; amount: number }>()

  constructor(db: WritableDb, projections: readonly AnyProjection[], load: (id: string) => StoredDocument | undefined) {
    this.#db = db
    this.#load = load
    this.#projections = new Map(projections.map((each) => [each.entity.name, each]))
    this.#rows = new RowWriter(db)
    this.#sumsOf = db.read<{ slot: string; key: string; amount: number }>(
      'select slot, key, amount from slot_sums where target = ?',
    )
    this.#addToSum = db.write(
      'insert into slot_sums (target, slot, key, amount) values (?, ?, ?, ?) on conflict do update set amount = amount + excluded.amount',
    )
    this.#dropEmptySum = db.write('delete from slot_sums where target = ? and slot = ? and key = ? and amount = 0')
    this.#count = db.write(
      'insert into counters (name, scope, key, amount) values (?, ?, ?, ?) on conflict do update set amount = amount + excluded.amount',
    )
    this.#dropEmptyCounter = db.write('delete from counters where name = ? and scope = ? and key = ? and amount = 0')
    this.#number = db.write(
      `insert into document_numbers (series, station, year, counter, doc, entity, number) values (?, ?, ?, ?, ?, ?, ?)
       on conflict do update set number = excluded.number where doc = excluded.doc`,
    )
  }

  get entities(): readonly Entity[] {
    return [...this.#projections.values()].map((each) => each.entity)
  }

  /** A number is one document's for good, also where its group was refused and later answered anew. */
  keepNumber(number: DocumentNumber, doc: string, entity: string): void {
    const { series, station, year, counter, text } = number
    const { changes } = this.#number.run(series, station, year, counter, doc, entity, text)
    if (changes === 0) throw new Error(`${series} ${text} has been given to another document than ${doc}`)
  }

  /** A number that no document bears because its group was refused; one that is no number, or another's, is left. */
  keepUsed({ series, station, year, counter, text }: DocumentNumber, doc: string, entity: string): void {
    const isNumber = [series, station, text].every((each) => typeof each === 'string')
    if (isNumber && Number.isSafeInteger(year) && Number.isSafeInteger(counter))
      this.#number.run(series, station, year, counter, doc, entity, text)
  }

  /** A transaction that was rolled back half-way leaves nothing behind for this one. */
  begin(): void {
    this.#stale.clear()
    this.#counted.clear()
  }

  /** Adds what the change of one document means for the slots of others; their rows follow in `project` or `settle`. */
  contribute(entity: Entity, id: string, before: FoldedDocument | undefined, after: FoldedDocument | undefined): void {
    const projection = this.#projections.get(entity.name)
    if (projection?.contributes !== true) return
    const of = (document: FoldedDocument | undefined) =>
      document === undefined ? [] : projection.contributions(readDocument(entity, document.values), id)
    this.#contribute(of(before), of(after))
  }

  /** Writes the difference that the change of one document makes to its own rows and counters. */
  project(entity: Entity, id: string, before: FoldedDocument | undefined, after: FoldedDocument | undefined): void {
    const projection = this.#projections.get(entity.name)
    if (projection === undefined) return
    const sums = projection.slots.length === 0 ? {} : this.#readSums(id)
    const sumsBefore = this.#stale.get(id) ?? sums
    this.#stale.delete(id)
    const old = before === undefined ? nothingProjected : projected(projection, before, id, sumsBefore)
    this.#write(old, after === undefined ? nothingProjected : projected(projection, after, id, sums))
  }

  /** Recomputes the rows whose slots were filled by documents of this transaction (W19). */
  settle(): void {
    for (const [id, sumsBefore] of this.#stale) {
      const stored = this.#load(id)
      const projection = stored === undefined ? undefined : this.#projections.get(stored.entity)
      // A contribution may come before its target (a payment synced ahead of its order): the sums wait for it.
      if (stored === undefined || projection === undefined) continue
      this.#write(projected(projection, stored, id, sumsBefore), projected(projection, stored, id, this.#readSums(id)))
    }
    this.#stale.clear()
    this.#writeCounters()
  }

  #write(before: ProjectedDocument, after: ProjectedDocument): void {
    this.#rows.write(before.rows, after.rows)
    for (const each of before.counters) this.#countOne(each, -1)
    for (const each of after.counters) this.#countOne(each, 1)
  }

  /** Empties every projected table and fills it again: contributions first, because rows read their sums (W4). */
  rebuild(documents: () => Iterable<readonly [string, StoredDocument]>, misfits: Misfits): void {
    this.begin()
    for (const projection of this.#projections.values()) this.#rows.empty(projection.tables)
    for (const table of ['slot_sums', 'counters', 'document_numbers']) this.#db.write(`delete from ${table}`).run()
    for (const [id, projection, stored] of this.#known(documents()))
      if (projection.contributes)
        misfits.tryToFit(id, () => {
          // Its rows are tried too: what has none contributes nothing (SPEC G7).
          projected(projection, stored, id, {})
          for (const each of projection.contributions(readDocument(projection.entity, stored.values), id))
            if (each.amount !== 0) this.#addToSum.run(each.target, each.slot, each.key, each.amount)
        })
    this.#db.write('delete from slot_sums where amount = 0').run()
    for (const [id, projection, stored] of this.#known(documents())) {
      if (misfits.has(id)) continue
      const sums = projection.slots.length === 0 ? {} : this.#readSums(id)
      misfits.tryToFit(id, () => {
        const made = projected(projection, stored, id, sums)
        for (const number of numbersIn(projection.entity, stored.values)) this.keepNumber(number, id, stored.entity)
        this.#rows.write([], made.rows)
        for (const each of made.counters) this.#countOne(each, 1)
      })
    }
    this.#writeCounters()
  }

  *#known(
    documents: Iterable<readonly [string, StoredDocument]>,
  ): Generator<readonly [string, AnyProjection, StoredDocument]> {
    for (const [id, stored] of documents) {
      const projection = this.#projections.get(stored.entity)
      if (projection !== undefined) yield [id, projection, stored] as const
    }
  }

  #readSums(id: string): SlotSums {
    const sums: MutableSums = {}
    for (const { slot, key, amount } of this.#sumsOf.all(id)) {
      sums[slot] ??= {}
      sums[slot][key] = amount
    }
    return sums
  }

  #countOne(counted: Counted, sign: 1 | -1): void {
    const key = `${counted.name}\u0000${counted.scope}\u0000${counted.key}`
    const standing = this.#counted.get(key) ?? { counted, amount: 0 }
    standing.amount += sign * (counted.amount ?? 1)
    this.#counted.set(key, standing)
  }

  #writeCounters(): void {
    for (const { counted, amount } of this.#counted.values()) {
      if (amount === 0) continue
      this.#count.run(counted.name, counted.scope, counted.key, amount)
      // A counter back at nothing leaves no row, so that a rebuild gives the same table.
      this.#dropEmptyCounter.run(counted.name, counted.scope, counted.key)
    }
    this.#counted.clear()
  }

  #contribute(before: readonly Contribution[], after: readonly Contribution[]): void {
    const change = new Map<string, { readonly each: Contribution; amount: number }>()
    const note = (each: Contribution, sign: 1 | -1): void => {
      const key = `${each.target}\u0000${each.slot}\u0000${each.key}`
      const standing = change.get(key) ?? { each, amount: 0 }
      standing.amount += sign * each.amount
      change.set(key, standing)
    }
    for (const each of before) note(each, -1)
    for (const each of after) note(each, 1)
    for (const { each, amount } of change.values()) {
      if (amount === 0) continue
      if (!this.#stale.has(each.target)) this.#stale.set(each.target, this.#readSums(each.target))
      this.#addToSum.run(each.target, each.slot, each.key, amount)
      this.#dropEmptySum.run(each.target, each.slot, each.key)
    }
  }
}
