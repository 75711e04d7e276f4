import type { StandingDocument } from '#shared/sync/judge.ts'
import type { WireVerdict } from '#shared/sync/wire.ts'
import type { DocumentsPage, DocumentsPlace, FoldMarks, SnapshotShelf } from './snapshot-shelf.ts'

/** A change as the cloud keeps it: append-only, never altered. */
export interface KeptChange {
  readonly seq: number
  readonly station: string
  readonly sseq: number
  readonly hash: string
  readonly hlcEff: string
  readonly verdict: WireVerdict
  readonly code: string | null
  readonly detail: string | null
  /** Empty where the change could not be read (Y7), as are `entity` and `doc`. */
  readonly commandId: string
  readonly entity: string
  readonly doc: string
  /** The change as it came, as JSON text (Y1). */
  readonly raw: string
  /** The cloud's own chain over `seq` (Y3), hex. */
  readonly chain: string
}

/** A station of an organisation. */
export interface KeptStation {
  readonly id: string
  /** `A`, `B` ...; never given twice (Y18). */
  readonly code: string
  readonly name: string
  /** Ed25519, SPKI as base64. */
  readonly publicKey: string
  readonly lastSseq: number
  readonly lastHash: string
  readonly revokedAt: string | null
  readonly appVersion: string
  /** Instant of the last contact. */
  readonly seenAt: string | null
}

/** The end of an organisation's log. */
export interface OrgHead {
  readonly seq: number
  /** The highest effective stamp accepted so far (Y10). */
  readonly hlc: string
  /** The cloud's chain up to here, hex. */
  readonly chain: string
  /** Incarnations of this organisation's data, the present one last, each with the last `seq` it shares with the one before (Y12). */
  readonly epochs: readonly Epoch[]
  /** The feed begins after this `seq`: what is older comes with a snapshot (G6). */
  readonly feedFrom: number
  /** By which declarations the documents of each kind are folded (Y37). */
  readonly foldedAs: FoldMarks
}

export interface Epoch {
  readonly id: string
  readonly since: number
}

export type LogEnd = Pick<OrgHead, 'seq' | 'hlc' | 'chain'>
export type ChangeOfStation = KeptChange & { readonly stationCode: string }

/** One transaction on one organisation, with its head locked: pushes of an organisation come one after the other (Y5). */
export interface OrgTransaction {
  head(): Promise<OrgHead>
  station(id: string): Promise<KeptStation | undefined>
  /** What was answered for these counters of a station, in their order. */
  answered(station: string, fromSseq: number, toSseq: number): Promise<readonly KeptChange[]>
  documents(ids: readonly string[]): Promise<ReadonlyMap<string, StandingDocument>>
  /** Every change of each of these documents, in the order of `seq`. */
  histories(docs: readonly string[]): Promise<ReadonlyMap<string, readonly ChangeOfStation[]>>
  /** Documents that the log has changes of one of these kinds of, in the order of their ids, after one. */
  documentsInLog(kinds: readonly string[], after: string, limit: number): Promise<readonly string[]>
  keep(what: ToKeep): Promise<void>
  /** What no change that is folded makes any more. */
  dropDocuments(ids: readonly string[]): Promise<void>
  markFolded(marks: FoldMarks): Promise<void>
}

/** All that a push leaves behind goes to the store in one word: each more is a way there and back under the lock. */
export interface ToKeep {
  readonly changes?: readonly KeptChange[]
  readonly documents?: ReadonlyMap<string, StandingDocument>
  readonly head?: LogEnd
  readonly station?: { readonly id: string; readonly lastSseq: number; readonly lastHash: string }
}

export interface FeedPage {
  /** Undefined where the organisation is not there: nobody outside may tell the two apart. */
  readonly head: OrgHead
  readonly rows: readonly ChangeOfStation[]
}

/** What the cloud keeps. The same behaviour over memory, PGlite and PostgreSQL (one suite of tests runs over all). */
export interface CloudStore {
  /** Runs `work` alone for its organisation; a throw leaves nothing behind. Undefined: there is no such organisation. */
  transact<T>(org: string, work: (tx: OrgTransaction) => Promise<T>): Promise<T | undefined>
  /** Rows after `after` in the order of `seq`, at most `limit`. */
  feed(org: string, after: number, limit: number): Promise<FeedPage | undefined>
  station(org: string, id: string): Promise<KeptStation | undefined>
  /** Documents after an id; where the head has moved between two pages, they are not of one moment (Y32). */
  documents(org: string, place: DocumentsPlace): Promise<DocumentsPage | undefined>
  readonly snapshots: SnapshotShelf
  /** Calls back when an organisation's head has moved, here or in another process; returns how to stop. */
  onMoved(listen: (org: string, seq: number) => void): () => void
  /** The same when its stations, or what they have left for each other, are others than before. */
  onMembersChanged(listen: (org: string) => void): () => void
  close(): Promise<void>
}
