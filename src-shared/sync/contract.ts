import { z } from 'zod'
import { contract, local, query } from '#shared/kernel/contract.ts'

const since = z.string()

/** A secret in words of its own: `name` is the key of one the company keeps, else the person it proves. */
const secretLabel = z.object({ kind: z.enum(['company', 'password', 'pin', 'recovery', 'other']), name: z.string() })
const secretKey = z.string().regex(/^[a-z][A-Za-z0-9._-]{0,99}$/)
export const syncStateForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('alone') }),
  z.object({ is: z.literal('starting'), since }),
  /** It is brought up from a snapshot: before it is in step for the first time (SPEC Y21), or afresh (SPEC Y34). */
  z.object({ is: z.literal('fetching'), since }),
  z.object({ is: z.literal('inStep'), since }),
  z.object({ is: z.literal('offline'), since }),
  z.object({ is: z.literal('notLetIn'), since }),
  z.object({ is: z.literal('noKey'), since }),
  z.object({ is: z.literal('forked'), since }),
  z.object({ is: z.literal('shutOut'), since }),
  /** Away for longer than the feed goes back, and there is no snapshot to begin again from yet (SPEC G6, Y34). */
  z.object({ is: z.literal('behind'), since }),
  /** The cloud wants at least this version of the program (SPEC G8). */
  z.object({ is: z.literal('tooOld'), since, wanted: z.string() }),
  /** Cloud and station are so many versions apart that neither reads what the other says (SPEC Y20). */
  z.object({ is: z.literal('otherWire'), since }),
  /** In step, and yet some documents are something else at the cloud (SPEC Y32). */
  z.object({ is: z.literal('differs'), since, documents: z.number() }),
  /** In step, but for what was archived by the heap and what was done here since (SPEC Y33). */
  z.object({ is: z.literal('held'), since }),
  z.object({ is: z.literal('problem'), since, why: z.string() }),
])

const documentName = z.object({ entity: z.string(), doc: z.string() })
const troubledDocument = documentName.extend({ title: z.string() })

/** What the last comparison with the cloud came to (SPEC Y32). */
export const documentsCheckedForm = z.object({
  at: z.string(),
  /** The log as of which both ends were compared. */
  seq: z.number(),
  /** Documents that were not what this station's log says, and were computed anew. */
  mended: z.number(),
  /** Documents that are something else at the cloud, and the first of them. */
  differing: z.number(),
  documents: z.array(documentName),
})

/** A station that held data was brought up from a snapshot (SPEC Y34): when, from where in the log to where. */
export const begunAgainForm = z.object({ at: z.string(), from: z.number(), to: z.number() })

/** Rows of the log that were not what was hashed and were put right from the cloud's (SPEC Y35): when, and how many. */
export const logMendedForm = z.object({ at: z.string(), rows: z.number() })

/** Archived by the heap, and not sent until an administrator says yes (SPEC Y33). */
export const archiveHoldForm = z.object({
  since,
  /** The last own change of it: what the yes is for. */
  upTo: z.number(),
  archived: z.array(z.object({ by: z.string(), entity: z.string(), count: z.number() })),
})

export const syncContract = contract(
  query('sync.status', {
    input: z.strictObject({}),
    output: z.object({
      state: syncStateForm,
      /** Changes written here that the cloud has not confirmed. */
      waiting: z.number(),
      /** Documents of a snapshot that are here, of all; null where none is being fetched. */
      fetched: z.object({ done: z.number(), total: z.number() }).nullable(),
      cloudUrl: z.string().nullable(),
      /** Minutes that this computer's clock is ahead of the cloud's (behind: below 0); 0 within one. */
      clockAhead: z.number(),
      /** Null: the documents were never compared with the cloud's. */
      checked: documentsCheckedForm.nullable(),
      held: archiveHoldForm.nullable(),
      /** The last time; null: never. */
      begunAgain: begunAgainForm.nullable(),
      logMended: logMendedForm.nullable(),
    }),
    permission: 'session.use',
    touches: ['sync'],
    summary: 'Whether this station is in step with its cloud, since when, and how much waits to be sent (SYN-01).',
  }),
  query('sync.joining', {
    input: z.strictObject({}),
    output: z.object({
      state: syncStateForm,
      /** Rows of the feed that are here, and how many there were when it was last asked. */
      applied: z.number(),
      head: z.number(),
      /** PINs and passwords of the shop are on their way here, sealed by another station. */
      awaitsSecrets: z.boolean(),
      /** Documents of a snapshot; null where none is being fetched. */
      fetched: z.object({ done: z.number(), total: z.number() }).nullable(),
    }),
    permission: null,
    touches: ['sync', 'company', 'credential'],
    summary: 'How far this station has come with joining a shop: before anybody can sign in at it.',
  }),
  query('sync.outbox', {
    input: z.strictObject({ limit: z.int().min(1).max(200).default(100) }),
    output: z.object({
      documents: z.array(
        z.object({
          entity: z.string(),
          doc: z.string(),
          /** Its number or name; empty where it has none. */
          title: z.string(),
          changes: z.number(),
          /** Instant of the oldest. */
          since: z.string(),
        }),
      ),
      hasMore: z.boolean(),
    }),
    permission: 'session.use',
    touches: ['sync'],
    summary: 'What waits to reach the cloud, by document, the oldest first (SYN-02).',
  }),
  query('sync.waiting', {
    input: z.strictObject({ docs: z.array(z.uuid()).max(500) }),
    output: z.object({ docs: z.array(z.string()) }),
    permission: 'session.use',
    touches: ['sync'],
    summary: 'Which of these documents have not reached the cloud whole; without a cloud none waits for it (SYN-02).',
  }),
  query('sync.troubles', {
    input: z.strictObject({}),
    output: z.object({
      /** Documents whose values no table here can hold (SPEC G7): in no list, and kept whole. */
      misfits: z.array(troubledDocument),
      /** Documents that are something else at the cloud (SPEC Y32). */
      differing: z.array(troubledDocument),
    }),
    permission: 'station.see',
    touches: ['sync'],
    summary: 'Documents of this station that an administrator should look at.',
  }),
  local('sync.join', {
    input: z.strictObject({
      cloudUrl: z.string().max(500),
      code: z.string().max(100),
      stationName: z.string().trim().min(1).max(100),
    }),
    output: z.object({ stationCode: z.string() }),
    permission: 'company.setUp',
    summary:
      'Makes this empty station one of a shop that is there already, with a pairing code; it opens anew as that.',
  }),
  local('sync.found', {
    input: z.strictObject({ cloudUrl: z.string().max(500), stationName: z.string().trim().min(1).max(100) }),
    output: z.object({ cloudUrl: z.string() }),
    permission: 'station.pair',
    summary: 'Founds the organisation in a cloud from this station and brings its whole log there.',
  }),
  local('sync.pairingCode', {
    input: z.strictObject({}),
    output: z.object({ code: z.string(), until: z.string(), cloudUrl: z.string() }),
    permission: 'station.pair',
    summary: 'A code that lets one more station in, once, within ten minutes (SPEC Y18).',
  }),
  local('sync.stations', {
    input: z.strictObject({}),
    output: z.object({
      stations: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          name: z.string(),
          appVersion: z.string(),
          /** Instant of its last word, to some seconds. */
          seenAt: z.string().nullable(),
          revokedAt: z.string().nullable(),
          isOwn: z.boolean(),
          /** Its own changes that it had not sent when it last spoke. */
          waiting: z.number(),
          /** Changes of others that it has not fetched. */
          behind: z.number(),
          /** Secrets that were sealed to it. */
          reads: z.array(secretLabel),
        }),
      ),
      /** What a station tried that is another story than the cloud's: a copied or rolled-back folder (SPEC Y13). */
      incidents: z.array(
        z.object({ station: z.string(), stationCode: z.string(), stationName: z.string(), at: z.string() }),
      ),
    }),
    permission: 'station.see',
    summary: 'The stations of the organisation as the cloud knows them, and what it has met with them.',
  }),
  local('sync.revoke', {
    input: z.strictObject({ station: z.string() }),
    output: z.object({}),
    permission: 'station.revoke',
    summary: 'Shuts a station out: from now on it gets nothing and nothing is taken from it (SPEC Y19).',
  }),
  local('sync.checkNow', {
    input: z.strictObject({}),
    output: z.object({ seq: z.number(), mended: z.array(documentName), differing: z.array(documentName) }),
    permission: 'station.see',
    summary:
      'Compares this station’s documents with the cloud’s, as every night: what is not what the log says is computed anew, what still differs is named (SPEC Y32).',
  }),
  local('sync.letArchive', {
    input: z.strictObject({ upTo: z.int().min(1) }),
    output: z.object({}),
    summary: 'An administrator’s yes to what was archived by the heap up to this own change: it is sent (SPEC Y33).',
  }),
  query('secret.list', {
    input: z.strictObject({}),
    output: z.object({
      secrets: z.array(z.object({ key: z.string(), keptAt: z.string() })),
      /** What a station could read that was shut out, and that has not been changed since. */
      toChange: z.array(secretLabel.extend({ stations: z.array(z.string()) })),
    }),
    permission: 'secret.see',
    touches: ['secret', 'credential', 'user'],
    summary: 'Which secrets the company keeps, never what they are, and which to change after a station was shut out.',
  }),
  local('secret.keep', {
    input: z.strictObject({ key: secretKey, value: z.string().min(1).max(16_384).nullable() }),
    output: z.object({}),
    summary:
      'Keeps a secret of the company (a mail password, a carrier’s key) at every station, sealed; null takes it away. No procedure gives it back.',
  }),
)
