import type { WritableDb } from '../database/handles.ts'
import { chainStart } from './change-log.ts'
import type { OutgoingChange } from './outbox.ts'
import { changeInserter, hashesInChain } from './received-change.ts'

/** A row of the feed as the station applies it (SPEC Y9). */
export interface ReceivedRow {
  readonly seq: number
  readonly sseq: number
  readonly hlcEff: string
  readonly verdict: 'accepted' | 'flagged' | 'refused' | 'quarantined'
  readonly code: string | null
  readonly detail: string | null
  /** Another station's change; undefined for the echo of an own one. */
  readonly foreign?: {
    readonly station: string
    readonly stationCode: string
    /** Null where it could not be read (SPEC Y7): kept as `raw`. */
    readonly change: OutgoingChange | null
    /** What a newer version says in the envelope, and this one does not know: kept, for it was hashed (SPEC Y1). */
    readonly strange?: Readonly<Record<string, unknown>> | undefined
    readonly raw: () => string
    /** What the station's next change is chained to, hex. */
    readonly hash: string
  }
}

type ForeignRow = NonNullable<ReceivedRow['foreign']>

interface KnownStation {
  readonly code: string
  readonly lastSseq: number
  readonly lastHash: Buffer
}

/** What this station holds of the others' logs: their changes as they came, each chain as far as it has been received (SPEC Y3). */
export class OtherStations {
  readonly #db
  readonly #known = new Map<string, KnownStation>()
  readonly #insert
  readonly #insertUnread
  readonly #keepStation
  /** Moved in this transaction and not written yet: a page is mostly one station's. */
  readonly #moved = new Set<string>()

  constructor(db: WritableDb) {
    this.#db = db
    this.#insert = changeInserter(db)
    this.#insertUnread = db.write(
      'insert into unread_changes (seq, station, sseq, raw, verdict, code, hlc_eff) values (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#keepStation = db.write(
      `insert into stations (id, code, last_sseq, last_hash) values (?, ?, ?, ?)
       on conflict do update set last_sseq = excluded.last_sseq, last_hash = excluded.last_hash`,
    )
    this.readAgain()
  }

  /** Empty for a station that nothing has come from. */
  codeOf(station: string): string {
    return this.#known.get(station)?.code ?? ''
  }

  /** A change that could not be read (SPEC Y7) is kept as it came, and stands in its station's chain all the same. */
  keepUnread(row: ReceivedRow, { station, stationCode, raw, hash }: ForeignRow): void {
    this.#insertUnread.run(row.seq, station, row.sseq, raw(), row.verdict, row.code, row.hlcEff)
    this.#move(station, stationCode, row.sseq, Buffer.from(hash, 'hex'))
  }

  /** Adds a change to its station's log. False where it does not follow from what is here of that station. */
  keep(
    row: ReceivedRow,
    { station, stationCode, strange }: ForeignRow,
    change: OutgoingChange,
    detail: string | null,
    receivedAt: string,
  ): boolean {
    const before = this.#known.get(station)
    const received = { station, change, strange, previous: before?.lastHash ?? chainStart.hash }
    const hashes = hashesInChain(received)
    if (change.sseq !== (before?.lastSseq ?? 0) + 1 || hashes === undefined) return false
    this.#insert(received, hashes, row, detail, receivedAt)
    this.#move(station, stationCode, change.sseq, hashes.hash)
    return true
  }

  /** Where each chain stands, at the end of the transaction that has received of it. */
  keepPlaces(): void {
    for (const id of this.#moved) {
      const known = this.#known.get(id)
      if (known !== undefined) this.#keepStation.run(id, known.code, known.lastSseq, known.lastHash)
    }
    this.#moved.clear()
  }

  /** After a transaction that was rolled back. */
  readAgain(): void {
    this.#known.clear()
    this.#moved.clear()
    const rows = this.#db
      .read<{ id: string; code: string; last_sseq: number; last_hash: Buffer }>('select * from stations')
      .all()
    for (const row of rows)
      this.#known.set(row.id, { code: row.code, lastSseq: row.last_sseq, lastHash: row.last_hash })
  }

  #move(id: string, code: string, lastSseq: number, lastHash: Buffer): void {
    this.#known.set(id, { code, lastSseq, lastHash })
    this.#moved.add(id)
  }
}
