import { chainText } from '#shared/kernel/change/chain.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { uuidPattern } from '#shared/kernel/ids.ts'
import { lengthened } from '#shared/sync/short-form.ts'
import type { Answered, PushAnswer, PushRequest } from '#shared/sync/wire.ts'
import type { CloudStore, KeptChange, KeptStation, OrgHead, OrgTransaction } from './cloud-store.ts'
import { commonSince, presentEpoch } from './epochs.ts'
import { marksAfterPush, staleKinds, standingDocuments } from './fold-anew.ts'
import { Ledger, type SetApart } from './ledger.ts'
import { PeopleOfPush } from './people-of-push.ts'
import { groupsOf, hashOfRead, type PushedChange, readChange, sha256, sseqOf } from './read-change.ts'

export interface Pusher {
  readonly org: string
  readonly station: string
}

/** Null: the organisation is not there, the station is none of it, or was revoked; whoever asks learns no more (Y19). */
export type PushOutcome = PushAnswer | null

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
  return takeInTransaction(
    store,
    who,
    request,
    (station) => station.revokedAt === null,
    async (tx, station, head, fresh) => {
      const read = fresh.flatMap((each) => ('wire' in each ? [each.wire] : []))
      const wanted = new Set([...read.map(({ doc }) => doc), ...read.map(({ actor }) => actor), who.org])
      const ids = [...wanted].filter((id) => uuidPattern.test(id))
      const written = new Map(read.map(({ doc, entity }) => [doc, entity]))
      const standing = await standingDocuments(tx, entities, staleKinds(head, entities), ids, written)
      const people = await PeopleOfPush.of(tx, who.org, standing, fresh)
      const ledger = new Ledger({ entities, station, head, standing, people, nowMilliseconds })
      for (const group of groupsOf(fresh)) ledger.take(group)
      const marks = marksAfterPush(head, entities, new Set(written.values()))
      if (marks !== undefined && fresh.length > 0) await tx.markFolded(marks)
      return ledger
    },
  )
}

/**
 * Takes changes without a look at what they do (G4, G5): what the cloud has failed at again and again, and what a station
 * that was shut out still held. They are in the log, in no document, and wait for a person.
 */
export async function setAside(
  store: CloudStore,
  who: Pusher,
  request: PushRequest,
  nowMilliseconds: number,
): Promise<PushOutcome> {
  return takeInTransaction(
    store,
    who,
    request,
    () => true,
    async (tx, station, head, fresh) => {
      const people = await PeopleOfPush.of(tx, who.org, new Map(), [])
      const ledger = new Ledger({ entities: new Map(), station, head, standing: new Map(), people, nowMilliseconds })
      const why: SetApart = station.revokedAt === null ? 'change.setAside' : 'station.revoked'
      ledger.setApart(fresh, why)
      return ledger
    },
  )
}

async function takeInTransaction(
  store: CloudStore,
  who: Pusher,
  request: PushRequest,
  isLetIn: (station: KeptStation) => boolean,
  judge: (tx: OrgTransaction, station: KeptStation, head: OrgHead, fresh: readonly PushedChange[]) => Promise<Ledger>,
): Promise<PushOutcome> {
  const read = lengthened(request.changes, { station: who.station, sha256 }).map(readChange)
  const answer = await store.transact(who.org, async (tx): Promise<PushOutcome> => {
    const station = await tx.station(who.station)
    if (station === undefined || !isLetIn(station)) return null
    const head = await tx.head()
    const since = commonSince(head, request.epoch)
    if (since !== undefined) return { is: 'otherEpoch', epoch: presentEpoch(head), since, lastSseq: station.lastSseq }
    return takeInOrder(tx, station, head, read, judge)
  })
  return answer ?? null
}

async function takeInOrder(
  tx: OrgTransaction,
  station: KeptStation,
  head: OrgHead,
  read: readonly PushedChange[],
  judge: (tx: OrgTransaction, station: KeptStation, head: OrgHead, fresh: readonly PushedChange[]) => Promise<Ledger>,
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

  const ledger = await judge(tx, station, head, fresh)
  const last = fresh.at(-1)
  if (last !== undefined)
    await tx.keep({
      changes: ledger.rows,
      documents: ledger.changedDocuments,
      head: ledger.head,
      station: { id: station.id, lastSseq: sseqOf(last), lastHash: hashOfRead(last) },
    })
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
  known: readonly PushedChange[],
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
function brokenLink(station: KeptStation, fresh: readonly PushedChange[]): number | undefined {
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

function answerOf({ sseq, seq, hlcEff, verdict, code, detail }: KeptChange): Answered {
  return { sseq, seq, hlcEff, verdict, code, detail }
}
