import { hash as hashOf } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { chainText } from '#shared/kernel/change/chain.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, stampOf } from '#shared/kernel/change/fold.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'
import { effectiveHlc } from '#shared/sync/effective-clock.ts'
import { type Judgement, judgeGroup } from '#shared/sync/judge.ts'
import { type Answered, type PushAnswer, type PushRequest, type WireChange, wireChangeForm } from '#shared/sync/wire.ts'
import type { CloudStore, KeptChange, KeptStation, OrgHead, OrgTransaction } from './cloud-store.ts'
import { commonSince, presentEpoch } from './epochs.ts'

export interface Pusher {
  readonly org: string
  readonly station: string
}

/** Null: the organisation is not there, the station is none of it, or was revoked; whoever asks learns no more (Y19). */
export type PushOutcome = PushAnswer | null

interface Read {
  readonly wire: WireChange
  /** Null where the payload is no object of from-to pairs: the change is quarantined (Y7). */
  readonly fields: ChangedFields | null
}

interface Unreadable {
  readonly sseq: number
  readonly raw: string
}

const sha256 = (text: string): string => hashOf('sha256', text, 'hex')

/**
 * Takes a push (Y4 to Y8) in one transaction. Reading and hashing are done before the head is locked; under the lock
 * stands only what needs the order of the organisation.
 */
export async function takePush(
  store: CloudStore,
  entities: ReadonlyMap<string, Entity>,
  who: Pusher,
  request: PushRequest,
  nowMilliseconds: number,
): Promise<PushOutcome> {
  const read = request.changes.map(readChange)
  const answer = await store.transact(who.org, async (tx): Promise<PushOutcome> => {
    const station = await tx.station(who.station)
    if (station === undefined || station.revokedAt !== null) return null
    const head = await tx.head()
    const since = commonSince(head, request.epoch)
    if (since !== undefined) return { is: 'otherEpoch', epoch: presentEpoch(head), since, lastSseq: station.lastSseq }
    return takeInOrder(tx, entities, station, head, read, nowMilliseconds)
  })
  return answer ?? null
}

function readChange(raw: unknown): Read | Unreadable {
  const parsed = wireChangeForm.safeParse(raw)
  if (!parsed.success || !isKeepable(parsed.data.entity)) return { sseq: counterOf(raw), raw: canonicalJson(raw) }
  const payload = parseStrictJson(parsed.data.payload)
  return { wire: parsed.data, fields: payload.ok ? fieldsOf(payload.value) : null }
}

/** A database keeps neither of these as text: such a name stays in the raw change, and no lookup is made for it. */
function isKeepable(name: string): boolean {
  return name.isWellFormed() && !name.includes('\0')
}

/** Even what cannot be read has a place in its station's order, or the queue behind it would never move. */
function counterOf(raw: unknown): number {
  const sseq = typeof raw === 'object' && raw !== null && 'sseq' in raw ? raw.sseq : 0
  return typeof sseq === 'number' && Number.isSafeInteger(sseq) && sseq > 0 ? sseq : 0
}

function fieldsOf(value: unknown): ChangedFields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const pairs = Object.values(value)
  return pairs.every((pair) => Array.isArray(pair) && pair.length === 2) ? (value as ChangedFields) : null
}

async function takeInOrder(
  tx: OrgTransaction,
  entities: ReadonlyMap<string, Entity>,
  station: KeptStation,
  head: OrgHead,
  read: readonly (Read | Unreadable)[],
  nowMilliseconds: number,
): Promise<PushAnswer> {
  const known = read.filter((each) => sseqOf(each) <= station.lastSseq)
  const fresh = read.slice(known.length)
  const before = await answersBefore(tx, station, known)
  if (before.is === 'forked') return before
  const firstFresh = fresh[0]
  if (firstFresh !== undefined && sseqOf(firstFresh) !== station.lastSseq + 1)
    return { is: 'gap', expected: station.lastSseq + 1, epoch: presentEpoch(head) }
  const broken = brokenLink(station, fresh)
  if (broken !== undefined) return { is: 'forked', sseq: broken }

  const docs = new Set(fresh.flatMap((each) => ('wire' in each ? [each.wire.doc] : [])))
  const standing = await tx.documents([...docs])
  const ledger = new Ledger(entities, station, head, standing, nowMilliseconds)
  for (const group of groupsOf(fresh)) ledger.take(group)
  await tx.append(ledger.rows)
  await tx.putDocuments(ledger.changedDocuments)
  await tx.moveHead(ledger.head)
  const last = fresh.at(-1)
  if (last !== undefined) await tx.moveStation(station.id, { lastSseq: sseqOf(last), lastHash: hashOfRead(last) })
  return {
    is: 'taken',
    answers: [...before.answers, ...ledger.rows.map(answerOf)],
    head: ledger.head.seq,
    epoch: presentEpoch(head),
  }
}

type Before = { readonly is: 'known'; readonly answers: readonly Answered[] } | { is: 'forked'; sseq: number }

/** What was said about these counters before; another hash under one of them is another story (Y13). */
async function answersBefore(
  tx: OrgTransaction,
  station: KeptStation,
  known: readonly (Read | Unreadable)[],
): Promise<Before> {
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return { is: 'known', answers: [] }
  const kept = await tx.answered(station.id, sseqOf(first), sseqOf(last))
  for (const [index, each] of known.entries())
    if (kept[index]?.sseq !== sseqOf(each) || kept[index]?.hash !== hashOfRead(each))
      return { is: 'forked', sseq: sseqOf(each) }
  return { is: 'known', answers: kept.map(answerOf) }
}

/** The first counter whose change does not follow from the one before it, or is missing (Y3). */
function brokenLink(station: KeptStation, fresh: readonly (Read | Unreadable)[]): number | undefined {
  let [sseq, previous] = [station.lastSseq, station.lastHash]
  for (const each of fresh) {
    sseq += 1
    if (sseqOf(each) !== sseq) return sseq
    if ('wire' in each) {
      const { hash, payload, ...envelope } = each.wire
      const text = chainText(previous, { ...envelope, station: station.id }, sha256(payload))
      if (sha256(text) !== hash) return sseq
    }
    previous = hashOfRead(each)
  }
  return undefined
}

function groupsOf(fresh: readonly (Read | Unreadable)[]): readonly (readonly (Read | Unreadable)[])[] {
  const groups: (Read | Unreadable)[][] = []
  let last = ''
  for (const each of fresh) {
    const key = 'wire' in each ? `${each.wire.commandId} ${each.wire.groupNo}` : `unreadable ${each.sseq}`
    if (key === last) groups.at(-1)?.push(each)
    else groups.push([each])
    last = key
  }
  return groups
}

/** The rows that a push adds, group by group, and the head after them. */
class Ledger {
  readonly rows: KeptChange[] = []
  readonly changedDocuments = new Map<string, { entity: string; document: FoldedDocument }>()
  readonly #entities
  readonly #station
  readonly #standing
  readonly #now
  #seq: number
  #hlc: string
  #chain: string

  constructor(
    entities: ReadonlyMap<string, Entity>,
    station: KeptStation,
    head: OrgHead,
    standing: ReadonlyMap<string, FoldedDocument>,
    nowMilliseconds: number,
  ) {
    this.#entities = entities
    this.#station = station
    this.#standing = standing
    this.#now = nowMilliseconds
    this.#seq = head.seq
    this.#hlc = head.hlc
    this.#chain = head.chain
  }

  get head(): Omit<OrgHead, 'epochs'> {
    return { seq: this.#seq, hlc: this.#hlc, chain: this.#chain }
  }

  take(group: readonly (Read | Unreadable)[]): void {
    const read: { readonly wire: WireChange; readonly fields: ChangedFields; readonly hlcEff: string }[] = []
    let highest = this.#hlc
    for (const each of group) {
      if (!('wire' in each) || each.fields === null) {
        this.#quarantine(group)
        return
      }
      const hlcEff = effectiveHlc(each.wire.hlc, highest, this.#now)
      if (hlcEff > highest) highest = hlcEff
      read.push({ wire: each.wire, fields: each.fields, hlcEff })
    }
    const judged = judgeGroup(
      this.#entities,
      (doc) => this.changedDocuments.get(doc)?.document ?? this.#standing.get(doc),
      read.map(({ wire, fields, hlcEff }) => ({
        entity: wire.entity,
        doc: wire.doc,
        kind: wire.kind,
        fields,
        stamp: stampOf(hlcEff, this.#station.code),
      })),
    )
    if (judged.verdict === 'accepted') {
      this.#hlc = highest
      for (const { wire } of read) {
        const document = judged.documents.get(wire.doc)
        if (document !== undefined) this.changedDocuments.set(wire.doc, { entity: wire.entity, document })
      }
    }
    for (const { wire, hlcEff } of read) this.#keep(wire, hlcEff, judged)
  }

  #quarantine(group: readonly (Read | Unreadable)[]): void {
    for (const each of group)
      if ('wire' in each)
        this.#keep(each.wire, each.wire.hlc, { verdict: 'quarantined', code: 'change.unreadable', detail: {} })
      else
        this.#append({
          sseq: each.sseq,
          hash: hashOfRead(each),
          hlcEff: this.#hlc,
          verdict: 'quarantined',
          code: 'change.unreadable',
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
    this.rows.push({ ...change, seq: this.#seq, station: this.#station.id, chain: this.#chain })
  }
}

interface Quarantine {
  readonly verdict: 'quarantined'
  readonly code: 'change.unreadable'
  readonly detail: Readonly<Record<string, never>>
}

function sseqOf(each: Read | Unreadable): number {
  return 'wire' in each ? each.wire.sseq : each.sseq
}

/** A change that cannot be read is still held to what was received under its counter. */
function hashOfRead(each: Read | Unreadable): string {
  if ('wire' in each) return each.wire.hash
  const said = /"hash":"([0-9a-f]{64})"/.exec(each.raw)?.[1]
  return said ?? sha256(each.raw)
}

function answerOf({ sseq, seq, hlcEff, verdict, code, detail }: KeptChange): Answered {
  return { sseq, seq, hlcEff, verdict, code, detail }
}
