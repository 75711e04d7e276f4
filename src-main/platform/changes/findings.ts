import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { type AnsweredChange, conflictsIn } from '#shared/kernel/change/conflicts.ts'
import { answerPath, documentEntity, type Entity } from '#shared/kernel/change/entity.ts'
import { foldChange, nothingFolded, readDocument, stampOf } from '#shared/kernel/change/fold.ts'
import { type FindingChange, type FindingField, findingReader, findings } from '../database/finding-tables.ts'
import type { WritableDb } from '../database/handles.ts'
import type { LogRow, StationIdentity } from './change-log.ts'
import { derivedId } from './derived-id.ts'
import type { StoredDocument } from './documents.ts'
import type { AnyFindingRule, StoryStep } from './finding-rule.ts'
import { unpackText } from './packed-text.ts'
import { type ProjectedRow, rowOf } from './projection.ts'
import { RowWriter } from './row-writer.ts'
import { toldUnread, unreadable, unreadReader } from './unread-changes.ts'

interface Found {
  readonly kind: string
  readonly cause: readonly string[]
  readonly changes: readonly string[]
  readonly fields: readonly FindingField[]
}

interface LoggedChange extends AnsweredChange {
  readonly row: LogRow
}

/** Of the rows of one document: one station's changes alone meet nothing, unless the cloud has not simply accepted one. */
export const hasMet = `(count(distinct case when seq is not null then station end) > 1
  or max(seq is not null and verdict <> 'accepted'))`

/**
 * A finding on whose document nothing can be written (it is not there, or is a posting) is closed by a posting of this id,
 * which names it as `findingId` (SPEC Y44).
 */
export function seenId(finding: string): string {
  return derivedId('seen', finding)
}

/**
 * Keeps the table of findings (W17). A document's findings are a function of its answered changes and of the facts about
 * it, so every station has the same rows; they are looked for only where applying has met a refusal, a value that was not
 * the expected one, or a state that a rule suspects.
 */
export class Findings {
  readonly #entities: ReadonlyMap<string, Entity>
  readonly #rules: readonly AnyFindingRule[]
  readonly #factsOf: ReadonlyMap<AnyFindingRule, (target: string) => readonly string[]>
  readonly #rows: RowWriter
  readonly #station: StationIdentity
  readonly #db: WritableDb
  readonly #kept
  readonly #hasRow
  readonly #log
  readonly #sums
  readonly #code
  readonly #docOf
  readonly #unread
  readonly #suspicious = new Set<string>()
  readonly #looked = new Set<string>()
  #changed = new Set<string>()

  constructor(db: WritableDb, entities: readonly Entity[], rules: readonly AnyFindingRule[], station: StationIdentity) {
    this.#db = db
    this.#entities = new Map(entities.map((entity) => [entity.name, entity]))
    this.#rules = rules
    this.#factsOf = new Map(rules.map((rule) => [rule, rule.factsOf(db)]))
    this.#rows = new RowWriter(db)
    this.#station = station
    this.#kept = findingReader(db)
    this.#hasRow = db.read<{ found: number }>('select 1 as found from findings where doc = ? limit 1')
    this.#log = db.read<LogRow>('select * from changes where doc = ? order by seq is null, seq, lsn')
    this.#sums = db.read<{ slot: string; key: string; amount: number }>(
      'select slot, key, amount from slot_sums where target = ?',
    )
    this.#code = db.read<{ code: string }>('select code from stations where id = ?')
    this.#docOf = db.read<{ doc: string }>('select doc from findings where id = ?')
    this.#unread = unreadReader(db)
  }

  /** Something in the log of this document calls for its findings to be computed. */
  suspect(doc: string): void {
    this.#suspicious.add(doc)
  }

  /** A change was answered: what was found about its document may be so no more. */
  reconsider(doc: string): void {
    if (this.#hasRow.get(doc) !== undefined) this.#suspicious.add(doc)
  }

  /** The cloud has kept a change of this station without a look at what it does. */
  suspectSetApart(station: string, doc?: string): void {
    this.#suspicious.add(station)
    if (doc !== undefined) this.#suspicious.add(doc)
  }

  /** A posting was written; where it says of a finding that somebody has looked, that one is computed. */
  noteSeen(posting: StoredDocument['values']): void {
    const { findingId } = posting
    const about = typeof findingId === 'string' ? this.#docOf.get(findingId) : undefined
    if (about !== undefined) this.#suspicious.add(about.doc)
  }

  /** A document was touched or answered: where rules know it, what it stands for is looked at in `settle`. */
  look(entity: string, doc: string, values: () => StoredDocument['values'] | undefined): void {
    if (this.#entities.get(entity)?.kind === 'posting') this.noteSeen(values() ?? {})
    for (const rule of this.#rules) {
      if (rule.on.name === entity) this.#looked.add(doc)
      if (rule.fact.name !== entity) continue
      const known = values()
      if (known !== undefined) this.#looked.add(rule.targetOf(readDocument(rule.fact, known)))
    }
  }

  /** Where the whole log has come at once: something has met in this document, or a rule may know it. */
  lookInto(doc: string, hasMet: boolean): void {
    if (hasMet) this.#suspicious.add(doc)
    else this.#looked.add(doc)
  }

  /** The same of stations of which something could not be read. */
  lookIntoStations(): void {
    const stations = this.#db
      .read<{ station: string }>(
        `select station from unread_changes union select station from changes where verdict = 'quarantined'`,
      )
      .all()
    for (const { station } of stations) this.#suspicious.add(station)
  }

  /** Writes the findings of every document that was named, once documents and projections are written. */
  settle(load: (id: string) => StoredDocument | undefined): void {
    for (const doc of this.#looked)
      if (!this.#suspicious.has(doc) && this.#looksBad(doc, load)) this.#suspicious.add(doc)
    this.#looked.clear()
    for (const doc of this.#suspicious) this.#write(doc)
    this.#suspicious.clear()
  }

  /** Ids of findings that came, went or changed since this was last asked. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed]
    this.#changed = new Set()
    return changed
  }

  /** What a transaction that was rolled back had begun. */
  forget(): void {
    this.#suspicious.clear()
    this.#looked.clear()
  }

  /** Computes all of them anew; documents and sums are there already (W4). */
  rebuild(load: (id: string) => StoredDocument | undefined): void {
    this.forget()
    this.#rows.empty([findings])
    const docs = this.#db.read<{ doc: string }>(`select doc from changes group by doc having ${hasMet}`).all()
    for (const { doc } of docs) this.#suspicious.add(doc)
    this.lookIntoStations()
    const targets = this.#db.read<{ target: string }>('select distinct target from slot_sums').all()
    for (const { target } of targets) this.#looked.add(target)
    this.settle(load)
    this.takeChanged()
  }

  #looksBad(doc: string, load: (id: string) => StoredDocument | undefined): boolean {
    if (this.#hasRow.get(doc) !== undefined) return true
    const filled = this.#sums.all(doc)
    const stored = filled.length === 0 ? undefined : load(doc)
    if (stored === undefined) return false
    const sums: Record<string, Record<string, number>> = {}
    for (const { slot, key, amount } of filled) sums[slot] = { ...sums[slot], [key]: amount }
    return this.#rules.some(
      ({ on, suspects }) => on.name === stored.entity && suspects(readDocument(on, stored.values), sums),
    )
  }

  #write(doc: string): void {
    const before = this.#kept(doc)
    const after = this.#find(doc)
    if (before.length === 0 && after.length === 0) return
    this.#rows.write(
      before.map((row) => rowOf(findings, row)),
      after,
    )
    for (const { row } of [...before.map((row) => ({ row })), ...after]) this.#changed.add(String(row.id))
  }

  #find(doc: string): readonly ProjectedRow[] {
    const log = this.#read(doc)
    const first = log.find(({ row }) => row.verdict !== 'quarantined') ?? log[0]
    if (first === undefined) return this.#unreadOf(doc)
    // Of a newer version's document its fields are not known; what became of its changes is.
    const entity = this.#entities.get(first.row.entity) ?? documentEntity(first.row.entity, {})
    const answered = log.filter(({ row }) => row.seq !== null)
    const known = new Map(answered.map((change) => [change.id, change]))
    const conflicts: readonly Found[] = conflictsIn(
      entity,
      answered,
      ({ kind, cause }) => derivedId(kind, doc, ...cause),
      (id, before) => this.#wasSeenBefore(id, known.get(before.id)?.row.seq ?? 0),
    )
    const stories = this.#rules
      .filter(({ on }) => on.name === entity.name)
      .map((rule) => this.#story(rule, doc, answered, known))
    return [...conflicts, ...stories.flat()].map((found) => this.#row(found, entity, doc, log, known))
  }

  /** What a rule says of the document's changes and the facts about it, told together in the order of `seq`. */
  #story(
    rule: AnyFindingRule,
    doc: string,
    answered: readonly LoggedChange[],
    known: Map<string, LoggedChange>,
  ): readonly Found[] {
    const facts = (this.#factsOf.get(rule)?.(doc) ?? [])
      .flatMap((id) => this.#read(id))
      .filter(({ row }) => row.seq !== null)
    if (facts.length === 0) return []
    for (const fact of facts) known.set(fact.id, fact)
    let document = nothingFolded
    let isBorn = false
    const steps: StoryStep<unknown, unknown>[] = []
    for (const change of [...answered, ...facts].sort((a, b) => (a.row.seq ?? 0) - (b.row.seq ?? 0))) {
      if (change.isRefused) continue
      const isFact = change.row.entity === rule.fact.name
      if (!isFact) {
        const outcome = foldChange(rule.on, document, change)
        if (!outcome.ok) continue
        document = outcome.document
        isBorn ||= change.kind === 'create'
      }
      const values = Object.fromEntries(Object.entries(change.fields).map(([path, [, to]]) => [path, to]))
      steps.push({
        change,
        document: isBorn ? readDocument(rule.on, document.values) : undefined,
        fact: isFact ? readDocument(rule.fact, values) : undefined,
      })
    }
    return rule.find(steps).map(({ kind, cause, changes }) => ({
      kind,
      cause: [cause.id],
      changes: changes.map(({ id }) => id),
      fields: [],
    }))
  }

  #read(doc: string): readonly LoggedChange[] {
    return this.#log.all(doc).flatMap((row): readonly LoggedChange[] => {
      const code = codeOf(row)
      if (row.payload === null || code === unreadable) return []
      return [
        {
          id: row.id,
          station: row.station,
          kind: row.kind,
          fields: JSON.parse(unpackText(row.payload)) as ChangedFields,
          stamp: stampOf(row.hlc_eff ?? row.hlc, this.#codeOf(row.station)),
          isRefused: row.verdict === 'refused' || row.verdict === 'quarantined',
          code,
          row,
        },
      ]
    })
  }

  #row(
    { kind, cause, changes, fields }: Found,
    entity: Entity,
    doc: string,
    log: readonly LoggedChange[],
    known: ReadonlyMap<string, LoggedChange>,
  ): ProjectedRow {
    const id = derivedId(kind, doc, ...cause)
    const told = changes.flatMap((each) => known.get(each) ?? []).map((change) => this.#told(change))
    // The person's own answer holds at once where it was given; one that was refused holds nowhere.
    const answer = log.find(({ fields, isRefused }) => !isRefused && answerPath(id) in fields)
    const closed = answer ?? this.#seenBy(id)
    const newest = cause
      .map((each) => known.get(each)?.row)
      .sort((a, b) => (a?.seq ?? 0) - (b?.seq ?? 0))
      .at(-1)
    return rowOf(findings, {
      id,
      kind,
      entity: entity.name,
      doc,
      at: newest?.at_wall ?? '',
      changes: told.sort((a, b) => a.seq - b.seq),
      fields,
      isOpen: closed === undefined,
      ...this.#closing(closed, answer === undefined ? 'done' : String(answer.fields[answerPath(id)]?.[1])),
    })
  }

  #closing(closed: LoggedChange | undefined, answer: string) {
    return {
      answer: closed === undefined ? null : answer,
      answeredBy: closed?.row.actor ?? null,
      answeredAt: closed?.row.at_wall ?? null,
      answeredStation: closed === undefined ? null : this.#codeOf(closed.row.station),
    }
  }

  /** Who has looked at a finding on whose document nothing can be written. */
  #seenBy(finding: string): LoggedChange | undefined {
    return this.#read(seenId(finding)).find(({ isRefused }) => !isRefused)
  }

  #wasSeenBefore(finding: string, seq: number): boolean {
    const seen = this.#seenBy(finding)?.row.seq ?? null
    return seen !== null && seen < seq
  }

  /** Changes of a station that nobody could read. */
  #unreadOf(station: string): readonly ProjectedRow[] {
    const groups = this.#unread(station, (finding, seq) => this.#wasSeenBefore(finding, seq))
    return groups.map(({ id, rows }) => {
      const closed = this.#seenBy(id)
      const told = rows.map((row) => toldUnread(row, station, this.#codeOf(station)))
      return rowOf(findings, {
        id,
        kind: unreadable,
        entity: 'station',
        doc: station,
        at: told[0]?.at ?? '',
        changes: told,
        fields: [],
        isOpen: closed === undefined,
        ...this.#closing(closed, 'done'),
      })
    })
  }

  #told({ row }: LoggedChange): FindingChange {
    const { id, station, actor, command, entity, doc } = row
    return {
      id,
      seq: row.seq ?? 0,
      station,
      stationCode: this.#codeOf(station),
      actor,
      at: row.at_wall,
      command,
      entity,
      doc,
    }
  }

  #codeOf(station: string): string {
    return station === this.#station.id ? this.#station.code : (this.#code.get(station)?.code ?? '')
  }
}

/** Why a change was set apart, or stands and should be looked at. */
function codeOf({ verdict, verdict_detail }: LogRow): string | undefined {
  if (verdict !== 'quarantined' && verdict !== 'flagged') return undefined
  const { code }: { code?: unknown } = verdict_detail === null ? {} : JSON.parse(verdict_detail)
  return typeof code === 'string' ? code : verdict
}
