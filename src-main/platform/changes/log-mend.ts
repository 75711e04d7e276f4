import { z } from 'zod'
import type { WritableDb } from '../database/handles.ts'
import { problemInChain } from './chain-check.ts'
import { type ChangeLog, chainStart, type LogRow } from './change-log.ts'
import type { ReceivedRow } from './other-stations.ts'
import { changeInserter, hashesInChain } from './received-change.ts'
import type { Refolder } from './refold.ts'
import type { Store } from './store.ts'
import { writeAnew } from './write-anew.ts'

/** How far the log here has been laid beside the cloud's, and how many rows were put right on the way. */
const placeForm = z.object({ epoch: z.string(), after: z.number(), until: z.number(), mended: z.number() })
export type LayingPlace = z.output<typeof placeForm>

const placeFact = 'log_beside'

type KeptRow = LogRow & { readonly verdict_detail: string | null; readonly recv_at: string | null }

/** The cloud tells another story than a row here that is sound: nothing is taken from it. */
export class OtherStory extends Error {
  readonly seq: number
  constructor(seq: number) {
    super(`the cloud has another change ${seq} than this log`)
    this.seq = seq
  }
}

/**
 * Lays the log of this station beside the cloud's, row by row in the order of `seq` (SPEC Y35). What is missing here or is
 * not what was hashed is put right, and the documents it belongs to are computed anew; a sound row is never replaced.
 */
export class LogMend {
  readonly #db
  readonly #store
  readonly #log
  readonly #refolder
  readonly #insert
  readonly #row
  readonly #atSeq
  readonly #remove
  readonly #hashOf
  readonly #unread
  readonly #putUnread
  readonly #fact
  readonly #putFact
  readonly #dropFact

  constructor(db: WritableDb, store: Store, log: ChangeLog, refolder: Refolder) {
    this.#db = db
    this.#store = store
    this.#log = log
    this.#refolder = refolder
    this.#insert = changeInserter(db)
    this.#row = db.read<KeptRow>('select * from changes where station = ? and sseq = ?')
    this.#atSeq = db.read<KeptRow>('select * from changes where seq = ?')
    this.#remove = db.write('delete from changes where lsn = ?')
    this.#hashOf = db.read<{ hash: Buffer }>('select hash from changes where station = ? and sseq = ?')
    this.#unread = db.read<{ seq: number; raw: string; verdict: string }>(
      'select seq, raw, verdict from unread_changes where station = ? and sseq = ?',
    )
    this.#putUnread = db.write(
      `insert into unread_changes (seq, station, sseq, raw, verdict, code, hlc_eff) values (?, ?, ?, ?, ?, ?, ?)
       on conflict do update set station = excluded.station, sseq = excluded.sseq, raw = excluded.raw,
         verdict = excluded.verdict, code = excluded.code, hlc_eff = excluded.hlc_eff`,
    )
    this.#fact = db.read<{ value: string }>('select value from station_facts where name = ?')
    this.#putFact = db.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#dropFact = db.write('delete from station_facts where name = ?')
  }

  /** Undefined: nothing is being laid beside anything. */
  place(): LayingPlace | undefined {
    const kept = this.#fact.get(placeFact)?.value
    return kept === undefined ? undefined : placeForm.parse(JSON.parse(kept))
  }

  begin(until: number, epoch: string): void {
    this.#move({ epoch, after: 0, until, mended: 0 })
  }

  end(): void {
    this.#dropFact.run(placeFact)
  }

  /**
   * Looks at some rows, right after those before them, in one transaction with the place. Returns the documents that were
   * computed anew. Throws `OtherStory`, keeping nothing.
   */
  lay(rows: readonly ReceivedRow[], receivedAt: string): readonly string[] {
    const place = this.place()
    const last = rows.at(-1)
    if (place === undefined || last === undefined) return []
    try {
      return this.#db.transact(() => {
        this.#db.write(`insert into maintenance (what) values ('mend_log')`).run()
        const docs = new Set<string>()
        let mended = 0
        for (const row of rows) if (this.#putRight(row, receivedAt, docs)) mended += 1
        this.#db.write(`delete from maintenance where what = 'mend_log'`).run()
        writeAnew(this.#store, this.#refolder.refold, [...docs], true)
        for (const doc of docs) this.#store.findings.suspect(doc)
        this.#store.findings.settle((id) => this.#store.load(id))
        this.#move({ ...place, after: last.seq, mended: place.mended + mended })
        return [...docs]
      })
    } finally {
      this.#log.reloadHead()
      this.#store.misfits.reload()
      this.#store.forget()
    }
  }

  /** True where the row had to be put right. */
  #putRight(row: ReceivedRow, receivedAt: string, docs: Set<string>): boolean {
    const { foreign } = row
    if (foreign === undefined) return false
    const { station, change, strange, raw } = foreign
    // Kept as it came by a program that could not read it yet (Y7): it stays so.
    const unread = change === null ? undefined : this.#unread.get(station, row.sseq)
    if (unread !== undefined && unread.raw === raw()) return false
    if (change === null) return this.#putRightUnread(row, foreign)
    const received = { station, change, strange, previous: this.#before(station, row.sseq) }
    const hashes = hashesInChain(received)
    const kept = this.#row.get(station, row.sseq)
    const isSound = kept !== undefined && this.#isSound(kept, row.sseq, received.previous)
    if (hashes === undefined || (isSound && !kept.hash.equals(hashes.hash))) throw new OtherStory(row.seq)
    const detail = row.code === null ? null : JSON.stringify({ code: row.code, detail: row.detail })
    if (isSound && isAnswered(kept, row, detail)) return false
    if (kept !== undefined) this.#takeAway(kept, docs)
    const inItsPlace = this.#atSeq.get(row.seq)
    if (inItsPlace !== undefined) this.#takeAway(inItsPlace, docs)
    this.#insert(received, hashes, row, detail, kept?.recv_at ?? receivedAt, kept?.lsn ?? null)
    docs.add(change.doc)
    return true
  }

  #takeAway(kept: KeptRow, docs: Set<string>): void {
    this.#remove.run(kept.lsn)
    docs.add(kept.doc)
  }

  #putRightUnread(row: ReceivedRow, { station, raw: said }: NonNullable<ReceivedRow['foreign']>): boolean {
    const raw = said()
    const kept = this.#unread.get(station, row.sseq)
    if (kept !== undefined && kept.seq === row.seq && kept.raw === raw && kept.verdict === row.verdict) return false
    this.#putUnread.run(row.seq, station, row.sseq, raw, row.verdict, row.code, row.hlcEff)
    this.#store.findings.suspectSetApart(station)
    return true
  }

  #isSound(kept: KeptRow, sseq: number, previous: Buffer): boolean {
    try {
      return problemInChain(kept, sseq, previous) === undefined
    } catch {
      // What a damaged disk has left cannot even be hashed.
      return false
    }
  }

  /** The hash of the change before, which was looked at already: rows of a station come in their order. */
  #before(station: string, sseq: number): Buffer {
    if (sseq === 1) return chainStart.hash
    const kept = this.#hashOf.get(station, sseq - 1)
    if (kept !== undefined) return kept.hash
    const said = /"hash":"([0-9a-f]{64})"/.exec(this.#unread.get(station, sseq - 1)?.raw ?? '')?.[1]
    return Buffer.from(said ?? '', 'hex')
  }

  #move(place: LayingPlace): void {
    this.#putFact.run(placeFact, JSON.stringify(place))
  }
}

function isAnswered(kept: KeptRow, { seq, hlcEff, verdict }: ReceivedRow, detail: string | null): boolean {
  return kept.seq === seq && kept.hlc_eff === hlcEff && kept.verdict === verdict && kept.verdict_detail === detail
}
