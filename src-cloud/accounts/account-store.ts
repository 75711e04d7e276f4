import type { Instance, Letter, MembersAnswer, ReceivedLetter } from '#shared/sync/members.ts'
import type { KeptChange, KeptStation } from '../sync/cloud-store.ts'

/** A station that wants in, as it describes itself. */
export interface NewStation {
  readonly id: string
  readonly name: string
  /** Ed25519, SPKI as base64. */
  readonly publicKey: string
  /** X25519, SPKI as base64: letters to it are closed with this. */
  readonly boxKey: string
  readonly appVersion: string
  /** Of one that joins: that its keys are its own, for the station that made the code (Y28). */
  readonly proof?: string | undefined
}

/** One that another station knew before the cloud was restored (Y36). */
export interface VouchedStation extends Omit<NewStation, 'appVersion' | 'proof'> {
  readonly code: string
  readonly revokedAt: string | null
}

/** How a station stood when it last spoke. */
export interface StationPlace {
  /** Last `seq` it has fetched. */
  readonly readTo: number
  /** Its own changes that it has not sent. */
  readonly waiting: number
}

/** What a station learns when it is let in (Y18). */
export interface Membership {
  readonly org: string
  readonly stationCode: string
  readonly epoch: string
}

export interface KeptPairingCode {
  readonly org: string
  /** The code itself is kept nowhere. */
  readonly hash: string
  readonly issuedBy: string
  readonly expiresAt: string
}

export type Joined =
  | { readonly is: 'joined'; readonly membership: Membership }
  /** Unknown, expired or used. */
  | { readonly is: 'codeUnknown' }
  /** The organisation has a station of this id already. */
  | { readonly is: 'stationTaken' }

export interface CodeTries {
  readonly key: string
  readonly tries: number
}

/** What a station tried that is no part of the log: a history other than the one the cloud has of it (Y13). */
export interface Incident {
  readonly station: string
  readonly what: 'forked'
  readonly sseq: number
}

/** Who belongs to which organisation. Instants come from the caller, so that a test moves the clock. */
export interface AccountStore {
  /** One secret for every process of this cloud: the one that is kept, or else `fresh`, which then is. */
  serverSecret(fresh: string): Promise<string>
  /**
   * Makes an organisation with its first station. Null where it is there already; the very same station with the very same
   * key gets its membership again, since the first answer may have been lost.
   */
  found(org: string, epoch: string, first: NewStation, at: string): Promise<Membership | null>
  openCodes(org: string, at: string): Promise<number>
  addCode(code: KeptPairingCode): Promise<void>
  /** Uses a code up and lets its station in, in one transaction. The same station with the same key may repeat itself. */
  redeem(hash: string, station: NewStation, at: string): Promise<Joined>
  /** Counts a try under each key before anything is looked up, so that tries at the same moment are all counted. */
  countTry(keys: readonly string[], at: string, windowMilliseconds: number): Promise<readonly CodeTries[]>
  /** Takes a try back that was none: the code was right. */
  forgiveTry(keys: readonly string[]): Promise<void>
  stations(org: string): Promise<readonly (KeptStation & StationPlace)[]>
  /** False: there is no such station. A station stays revoked, and its letters are emptied: what it could read stays known. */
  revoke(org: string, station: string, at: string): Promise<boolean>
  seen(org: string, station: string, at: string, appVersion: string | null, place?: StationPlace): Promise<void>
  /** Kept once, however often it is tried. */
  addIncident(org: string, incident: Incident, at: number): Promise<void>
  /** The newest first, at most 100. */
  incidents(org: string): Promise<readonly (Incident & { readonly at: string })[]>
  /** False: another instance of this station has spoken since (Y30). */
  enter(org: string, station: string, instance: Instance): Promise<boolean>
  members(org: string): Promise<MembersAnswer>
  /** What a station says of whom it trusts, and its welcomes to those it has let in itself. */
  putRoster(
    org: string,
    station: string,
    roster: { readonly text: string; readonly signature: string },
    welcomes: readonly { readonly station: string; readonly proof: string }[],
  ): Promise<void>
  /**
   * What a restored cloud has forgotten: stations come back under the codes they had, and who was shut out is again (Y36). Nothing
   * happens in one that was never restored, nor to a station whose code is another's or was not given yet.
   */
  vouch(org: string, by: string, stations: readonly VouchedStation[], at: string): Promise<void>
  /** Letters to stations of the organisation; an older one than what lies there is dropped. */
  putLetters(org: string, from: string, letters: readonly Letter[]): Promise<void>
  letters(org: string, to: string, names: readonly string[]): Promise<readonly ReceivedLetter[]>
  /** The changes of one document after `after`, oldest first. */
  history(
    org: string,
    doc: string,
    after: number,
    limit: number,
  ): Promise<readonly (KeptChange & { readonly stationCode: string })[]>
}
