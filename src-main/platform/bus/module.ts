import type { DocumentNumber, DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import type { AnyProcedure, OutputOf, ParsedInputOf, Procedure } from '#shared/kernel/contract.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { StationIdentity } from '../changes/change-log.ts'
import type { Tx } from '../changes/draft.ts'
import type { AnyFindingRule } from '../changes/finding-rule.ts'
import type { AnyProjection } from '../changes/projection.ts'
import type { Replica } from '../changes/replica.ts'
import type { TouchedDocument } from '../changes/store.ts'
import type { Clock } from '../clock/clock.ts'
import type { ReadableDb } from '../database/handles.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log/log.ts'
import type { SecretSource } from '../secrets/secret-source.ts'
import type { Translate } from '../translate/translate.ts'
import type { ChoreName, Chores } from '../workers/chores.ts'
import type { LocalDb } from './local-db.ts'
import type { Viewer } from './viewer.ts'

/** What a feature is given once, when the app is composed. Prepare statements here, not per call. */
export interface Services {
  readonly db: ReadableDb
  /** Writes to this station's own tables (drafts, printers, sessions); refuses projected ones. */
  readonly local: LocalDb
  readonly clock: Clock
  readonly newId: () => string
  /** Random bytes for tokens and codes. */
  readonly randomBytes: (count: number) => Uint8Array
  readonly station: StationIdentity
  /** Id of the organisation, which is also that of its company document. */
  readonly org: string
  readonly files: FileStore
  readonly chores: Chores
  readonly log: Log
  readonly translate: Translate
  /** Reads a document as it stands, outside of commands. */
  readonly read: <E extends Entity>(entity: E, id: string) => DocumentOf<E> | undefined
  /** How the documents of a kind are declared; undefined for one of a newer version. */
  readonly entityOf: (name: string) => Entity | undefined
  /** Tells every screen that something of this station changed: `print_job`, `session`. */
  readonly announceLocal: (...what: string[]) => void
  /** Runs a command for the program itself (an errand's outcome), as the given person. */
  readonly runCommand: (name: string, input: unknown, commandId: string, as: Actor) => Promise<Result<unknown>>
  /** This station's end of the sync: its outbox, and where received changes enter the log. */
  readonly replica: Replica
  /** Calls back after every commit of this station; returns how to stop. */
  readonly onWritten: (listen: () => void) => () => void
  /** Tells every screen which documents received changes have touched. */
  readonly announceReceived: (entities: Readonly<Record<string, readonly string[]>>) => void
  /** Secrets of all features that travel between stations, sealed and never in the log. */
  readonly secretSources: readonly SecretSource[]
  /** A feature has kept such a secret: the other stations want it. */
  readonly secretsChanged: () => void
  /** Calls back then; returns how to stop. */
  readonly onSecretsChanged: (listen: () => void) => () => void
  /** Folder for what is kept beside the database (print bytes, uploads). */
  readonly dataFolder: string
}

export interface Actor {
  readonly userId: string
  readonly role: string
}

/** What a command works with, inside its transaction. Reads see the state before the command (W10). */
export interface CommandContext {
  readonly viewer: Viewer
  /** Instant of the command, UTC with milliseconds. */
  readonly now: string
  /** The business day: the calendar date in the company's time zone. */
  readonly today: string
  readonly tx: Tx
  readonly read: <E extends Entity>(entity: E, id: string) => DocumentOf<E> | undefined
  readonly newId: () => string
  /** The next number of a series, in this transaction or never. */
  readonly number: (series: string) => DocumentNumber
  /** An effect on the world, carried out after the commit (W7). */
  readonly errand: (kind: string, payload: unknown, doc?: string) => void
  /** Local rows that belong to the same transaction (a print job of the paper that is wanted). */
  readonly local: LocalDb
  /** Why the person did it, for the history. */
  readonly because: (reason: string) => void
  /** Signs the command as another person than the session's: the one who is being made by it (first start). */
  readonly signAs: (userId: string, role: string) => void
  /** Tells screens about local rows after the commit. */
  readonly announceLocal: (...what: string[]) => void
  readonly commandId: string
}

export interface CommandDefinition {
  readonly procedure: AnyProcedure
  readonly prepare: ((services: Services) => (input: unknown, viewer: Viewer) => Promise<Result<unknown>>) | null
  readonly compose: (
    services: Services,
  ) => (input: unknown, context: CommandContext, prepared: unknown) => Result<unknown>
}

/** A command: pure decision plus `tx`. What must be awaited (a password's hash) is prepared before the transaction. */
export function defineCommand<P extends Procedure, Prepared = undefined>(
  procedure: P,
  compose: (
    services: Services,
  ) => (input: ParsedInputOf<P>, context: CommandContext, prepared: Prepared) => Result<OutputOf<P>>,
  prepare?: (services: Services) => (input: ParsedInputOf<P>, viewer: Viewer) => Promise<Result<Prepared>>,
): CommandDefinition {
  return { procedure, compose, prepare: prepare ?? null } as CommandDefinition
}

export interface QueryContext {
  readonly viewer: Viewer
  readonly now: string
  readonly today: string
  readonly read: <E extends Entity>(entity: E, id: string) => DocumentOf<E> | undefined
}

/** What a query is composed with: it can read and nothing else, so that it may run in the reader as well. */
export type QueryServices = Pick<Services, 'db' | 'station' | 'translate' | 'log' | 'entityOf'> & {
  /** Whether bytes are on this station; reading them is no query's work. */
  readonly files: Pick<FileStore, 'has'>
}

export interface QueryDefinition {
  readonly procedure: AnyProcedure
  readonly compose: (services: QueryServices) => (input: unknown, context: QueryContext) => Result<unknown>
}

export function defineQuery<P extends Procedure>(
  procedure: P,
  compose: (services: QueryServices) => (input: ParsedInputOf<P>, context: QueryContext) => Result<OutputOf<P>>,
): QueryDefinition {
  return { procedure, compose } as QueryDefinition
}

export interface LocalContext {
  readonly viewer: Viewer
  readonly now: string
  readonly today: string
}

export interface LocalDefinition {
  readonly procedure: AnyProcedure
  readonly compose: (
    services: Services,
  ) => (input: unknown, context: LocalContext) => Result<unknown> | Promise<Result<unknown>>
}

/** A station-local action: sign in, keep a form draft, retry a print job. Not in the log, not idempotent by id. */
export function defineLocal<P extends Procedure>(
  procedure: P,
  compose: (
    services: Services,
  ) => (input: ParsedInputOf<P>, context: LocalContext) => Result<OutputOf<P>> | Promise<Result<OutputOf<P>>>,
): LocalDefinition {
  return { procedure, compose } as LocalDefinition
}

/** Runs only where the command ran, inside its transaction (W6): may add groups and errands. */
export interface Reaction {
  /** Entity whose documents it looks at. */
  readonly on: string
  readonly compose: (services: Services) => (touched: TouchedDocument, context: CommandContext) => void
}

/** Carries out one errand; throws to be tried again later. Its outcome is recorded by a command of its own. */
export type ErrandHandler = (
  services: Services,
) => (
  payload: unknown,
  errand: { readonly id: string; readonly doc: string | null; readonly attempt: number },
) => Promise<void>

export interface FeatureModule {
  readonly name: string
  readonly projections?: readonly AnyProjection[]
  /** Kinds of findings that the feature's facts may end in (W17). */
  readonly findingRules?: readonly AnyFindingRule[]
  readonly commands?: readonly CommandDefinition[]
  readonly queries?: readonly QueryDefinition[]
  readonly locals?: readonly LocalDefinition[]
  readonly reactions?: readonly Reaction[]
  readonly errands?: Readonly<Record<string, ErrandHandler>>
  /** Tables of this station that the feature writes itself. */
  readonly localTables?: readonly string[]
  /** Heavy work done in another thread (W11), by name. */
  readonly chores?: Readonly<Record<ChoreName, (input: never) => Promise<unknown>>>
  /** What of it travels between stations sealed, and never in the log. */
  readonly secrets?: (services: Services) => SecretSource
  /** Work that goes on while the app runs (a printer's worker); returns how to stop it. */
  readonly start?: (services: Services) => () => Promise<void>
}
