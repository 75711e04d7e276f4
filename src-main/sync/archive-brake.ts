import type { Services } from '#main/platform/bus/module.ts'
import { type PackedText, unpackText } from '#main/platform/changes/packed-text.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { archives, brakeMilliseconds, isFew, isMassArchive } from '#shared/sync/archive-brake.ts'
import { archiveHoldForm } from '#shared/sync/contract.ts'
import type { ArchiveHold } from '#shared/sync/sync-state.ts'

/** What waits for an administrator, as screens read it; and up to which own change nobody is asked any more. */
export const holdFact = 'archive_hold'
const allowedFact = 'archive_allowed'

interface Archived {
  readonly sseq: number
  /** Of the first change of its command: batches are cut between commands (Y4). */
  readonly from: number
  readonly entity: string
  readonly actor: string
  readonly at: number
}

interface Row {
  sseq: number
  command_id: string
  entity: string
  doc: string
  kind: string
  payload: PackedText | null
  actor: string
  at_wall: string
}

type BrakeServices = Pick<Services, 'db' | 'local' | 'station' | 'clock' | 'replica' | 'announceLocal'>

/**
 * Stops what this station would archive by the heap, before another station sees it (SPEC Y33, reliability S7): the outbox from
 * there on waits until an administrator says yes, or until enough of it was taken back.
 */
export class ArchiveBrake {
  readonly #services
  readonly #fact
  readonly #keep
  readonly #drop
  readonly #rows
  readonly #before
  readonly #count
  readonly #nameOf
  /** By document: archived by this station and not taken back, unsent or of the last hour. */
  readonly #archived = new Map<string, Archived>()
  #readTo: number | undefined

  constructor(services: BrakeServices) {
    this.#services = services
    const { db, local } = services
    this.#fact = db.read<{ value: string }>('select value from station_facts where name = ?')
    this.#keep = local.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#drop = local.write('delete from station_facts where name = ?')
    this.#rows = db.read<Row>(
      `select sseq, command_id, entity, doc, kind, payload, actor, at_wall from changes
       where station = ? and sseq > ? and kind = 'set' order by sseq`,
    )
    this.#before = db.read<{ sseq: number; command_id: string; at_wall: string }>(
      'select sseq, command_id, at_wall from changes where station = ? and sseq <= ? order by sseq desc limit 500',
    )
    this.#count = db.read<{ documents: number }>('select count(*) as documents from docs where entity = ?')
    this.#nameOf = db.read<{ name: string }>('select name from users where id = ?')
  }

  /** The own counter from which on nothing is sent; undefined: all may go. */
  heldFrom(): number | undefined {
    this.#read()
    const { acknowledged } = this.#services.replica.place()
    const unsent = [...this.#archived.values()].filter(({ sseq }) => sseq > acknowledged)
    const held = [...new Set(unsent.map(({ entity }) => entity))].flatMap((entity) => this.#heldOf(entity, unsent))
    this.#tell(held)
    return held.length === 0 ? undefined : Math.min(...held.map(({ from }) => from))
  }

  /** Nobody is asked about anything up to here: it was said yes to, or the cloud had it before. */
  letThrough(sseq: number): void {
    if (sseq <= this.#allowed()) return
    this.#keep.run(allowedFact, String(sseq))
    for (const [doc, each] of this.#archived) if (each.sseq <= sseq) this.#archived.delete(doc)
  }

  #heldOf(entity: string, unsent: readonly Archived[]): readonly Archived[] {
    const own = unsent.filter((each) => each.entity === entity)
    const newest = Math.max(...own.map(({ at }) => at))
    const counted = [...this.#archived.values()].filter(
      (each) => each.entity === entity && (own.includes(each) || each.at > newest - brakeMilliseconds),
    ).length
    if (isFew(counted)) return []
    return isMassArchive(counted, this.#count.get(entity)?.documents ?? 0) ? own : []
  }

  #allowed(): number {
    return Number(this.#fact.get(allowedFact)?.value ?? 0)
  }

  /** What was written since the last look; the first one also reads what has gone within the hour. */
  #read(): void {
    const from = Math.max(this.#readTo ?? this.#beginOfHour(), this.#allowed())
    for (const row of this.#rows.all(this.#services.station.id, from)) this.#note(row)
    const { replica } = this.#services
    this.#readTo = replica.place().acknowledged + replica.waiting()
  }

  #note({ sseq, command_id, entity, doc, kind, payload, actor, at_wall }: Row): void {
    const text = payload === null ? '' : unpackText(payload)
    if (!text.includes('"archived"')) return
    const does = archives(kind, JSON.parse(text) as ChangedFields)
    if (does === false) this.#archived.delete(doc)
    if (does !== true) return
    const command = this.#before.all(this.#services.station.id, sseq)
    const begin = command.findIndex((each) => each.command_id !== command_id)
    const from = (begin < 0 ? command.at(-1) : command[begin - 1])?.sseq ?? sseq
    this.#archived.set(doc, { sseq, from, entity, actor, at: Date.parse(at_wall) })
  }

  #beginOfHour(): number {
    const { replica, station, clock } = this.#services
    const since = new Date(clock.now() - brakeMilliseconds).toISOString()
    for (let sseq = replica.place().acknowledged; ; ) {
      const page = this.#before.all(station.id, sseq)
      const older = page.find(({ at_wall }) => at_wall < since)
      const last = page.at(-1)
      if (older !== undefined || last === undefined) return older?.sseq ?? 0
      sseq = last.sseq - 1
    }
  }

  #tell(held: readonly Archived[]): void {
    const kept = this.#fact.get(holdFact)?.value
    if (held.length === 0) {
      if (kept === undefined) return
      this.#drop.run(holdFact)
      this.#services.announceLocal('sync')
      return
    }
    const since = kept === undefined ? instantOf(this.#services.clock) : archiveHoldForm.parse(JSON.parse(kept)).since
    const hold: ArchiveHold = { since, upTo: Math.max(...held.map(({ sseq }) => sseq)), archived: this.#inWords(held) }
    const text = JSON.stringify(hold)
    if (text === kept) return
    this.#keep.run(holdFact, text)
    this.#services.announceLocal('sync')
  }

  /** Who archived how many of what. */
  #inWords(held: readonly Archived[]): ArchiveHold['archived'] {
    const counts = new Map<string, { by: string; entity: string; count: number }>()
    for (const { actor, entity } of held) {
      const key = `${actor} ${entity}`
      const known = counts.get(key) ?? { by: this.#nameOf.get(actor)?.name ?? actor, entity, count: 0 }
      counts.set(key, { ...known, count: known.count + 1 })
    }
    return [...counts.values()]
  }
}
