import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, stampOf } from '#shared/kernel/change/fold.ts'
import { effectiveHlc } from '#shared/sync/effective-clock.ts'
import { type Judgement, judgeGroup, type StandingDocument } from '#shared/sync/judge.ts'
import type { WireChange } from '#shared/sync/wire.ts'
import type { KeptChange, KeptStation, LogEnd, OrgHead } from './cloud-store.ts'
import type { PeopleOfPush } from './people-of-push.ts'
import { hashOfRead, type PushedChange, sha256 } from './read-change.ts'

/** Why changes are set apart without a look at what they do. */
export type SetApart = 'change.unreadable' | 'change.setAside' | 'station.revoked'

interface Quarantine {
  readonly verdict: 'quarantined'
  readonly code: SetApart
  readonly detail: Readonly<Record<string, never>>
}

interface LedgerParts {
  readonly entities: ReadonlyMap<string, Entity>
  readonly station: KeptStation
  readonly head: OrgHead
  readonly standing: ReadonlyMap<string, StandingDocument>
  readonly people: PeopleOfPush
  readonly nowMilliseconds: number
}

/** The rows that a push adds, group by group, and the head after them. */
export class Ledger {
  readonly rows: KeptChange[] = []
  readonly changedDocuments = new Map<string, { entity: string; document: FoldedDocument }>()
  readonly #parts
  #seq: number
  #hlc: string
  #chain: string

  constructor(parts: LedgerParts) {
    this.#parts = parts
    this.#seq = parts.head.seq
    this.#hlc = parts.head.hlc
    this.#chain = parts.head.chain
  }

  get head(): LogEnd {
    return { seq: this.#seq, hlc: this.#hlc, chain: this.#chain }
  }

  take(group: readonly PushedChange[]): void {
    const { entities, people, standing, station, nowMilliseconds } = this.#parts
    const read: { readonly wire: WireChange; readonly fields: ChangedFields; readonly hlcEff: string }[] = []
    let highest = this.#hlc
    for (const each of group) {
      if (!('wire' in each) || each.fields === null) {
        this.setApart(group, 'change.unreadable')
        return
      }
      const hlcEff = effectiveHlc(each.wire.hlc, highest, nowMilliseconds)
      if (hlcEff > highest) highest = hlcEff
      read.push({ wire: each.wire, fields: each.fields, hlcEff })
    }
    people.begin(read[0]?.wire.commandId ?? '')
    const judged = judgeGroup(
      {
        entities,
        people,
        stationCode: station.code,
        document: (doc) => this.changedDocuments.get(doc) ?? standing.get(doc),
      },
      read.map(({ wire, fields, hlcEff }) => ({ ...wire, fields, stamp: stampOf(hlcEff, station.code) })),
    )
    if ('documents' in judged) {
      this.#hlc = highest
      for (const { wire, fields, hlcEff } of read) {
        const document = judged.documents.get(wire.doc)
        if (document === undefined) continue
        this.changedDocuments.set(wire.doc, { entity: wire.entity, document })
        people.changed(wire, document, { fields, stamp: stampOf(hlcEff, station.code) })
      }
    }
    for (const { wire, hlcEff } of read) this.#keep(wire, hlcEff, judged)
  }

  /** Kept as it came, and folded by nobody (Y7). */
  setApart(group: readonly PushedChange[], code: SetApart): void {
    for (const each of group)
      if ('wire' in each) this.#keep(each.wire, each.wire.hlc, { verdict: 'quarantined', code, detail: {} })
      else
        this.#append({
          sseq: each.sseq,
          hash: hashOfRead(each),
          hlcEff: this.#hlc,
          verdict: 'quarantined',
          code,
          detail: null,
          commandId: '',
          entity: '',
          doc: '',
          raw: each.raw,
        })
  }

  #keep(wire: WireChange, hlcEff: string, judged: Judgement | Quarantine): void {
    const { sseq, hash, commandId, entity, doc } = wire
    const said = judged.verdict === 'accepted' ? { code: null, detail: null } : judged
    this.#append({
      sseq,
      hash,
      hlcEff,
      verdict: judged.verdict,
      code: said.code,
      detail: said.detail === null ? null : canonicalJson(said.detail),
      commandId,
      entity,
      doc,
      raw: canonicalJson(wire),
    })
  }

  #append(change: Omit<KeptChange, 'seq' | 'station' | 'chain'>): void {
    this.#seq += 1
    this.#chain = sha256(`${this.#chain}\n${this.#seq}\n${change.hash}\n${change.verdict}\n${change.hlcEff}`)
    this.rows.push({ ...change, seq: this.#seq, station: this.#parts.station.id, chain: this.#chain })
  }
}
