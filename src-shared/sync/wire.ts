import { z } from 'zod'

/** Grows when an answer or request changes in a way that an older end could not read (Y20). */
export const wireVersion = 1

/** Most of one push and of one page (Y4, Y9). Batches are cut between commands, so a page may run a little over. */
export const wireLimits = { changes: 500, bytes: 1024 * 1024, pageRows: 2000 } as const

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const hlc = z.string().regex(/^[0-9a-f]{16}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const counter = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const word = z.string().min(1).max(100)

/** A change as it travels (Y1): its envelope, and its payload as the very text that was hashed. */
const wireChangeMembers = {
  id: uuid,
  sseq: counter.min(1),
  commandId: uuid,
  command: word,
  groupNo: counter,
  hlc,
  actor: z.string().max(100),
  actorRole: z.string().max(50),
  reason: z.string().max(2000).nullable(),
  atWall: z.string().max(40),
  entity: word,
  doc: uuid,
  kind: z.string().min(1).max(20),
  payload: z.string().max(wireLimits.bytes),
  appVer: z.string().max(50),
  schemaVer: counter,
  /** Of this change, hex: whoever receives it recomputes it over the one before (Y3). */
  hash,
}
/** What a newer version says beside it is kept: it was hashed with the rest (Y1, Y3). */
export const wireChangeForm = z.looseObject(wireChangeMembers)
export type WireChange = z.output<typeof wireChangeForm>

/** What this version does not know of a change's envelope; undefined: nothing. */
export function strangeMembers(change: WireChange): Readonly<Record<string, unknown>> | undefined {
  const strange = Object.entries(change).filter(([name]) => !(name in wireChangeMembers))
  return strange.length === 0 ? undefined : Object.fromEntries(strange)
}

export const verdictForm = z.enum(['accepted', 'flagged', 'refused', 'quarantined'])
export type WireVerdict = z.output<typeof verdictForm>

/** What the cloud says about one change (Y6). `detail` is JSON that a screen turns into words. */
export const answeredForm = z.object({
  sseq: counter,
  seq: counter.min(1),
  hlcEff: hlc,
  verdict: verdictForm,
  code: z.string().max(100).nullable(),
  detail: z.string().max(20_000).nullable(),
})
export type Answered = z.output<typeof answeredForm>

export const pushForm = z.object({
  wire: z.literal(wireVersion),
  /** The incarnation of the cloud that this station last heard from; null at first contact (Y12). */
  epoch: uuid.nullable(),
  /** Raw, because one that cannot be read is kept and not refused (Y7). */
  changes: z.array(z.unknown()).min(1).max(wireLimits.changes),
})
export type PushRequest = z.output<typeof pushForm>

/**
 * The cloud was restored since this station last heard from it (Y12): up to `since` both have the same rows, and of this
 * station's changes the cloud has those up to `lastSseq`.
 */
const otherEpochForm = z.object({ is: z.literal('otherEpoch'), epoch: uuid, since: counter, lastSseq: counter })

export const pushAnswerForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('taken'), answers: z.array(answeredForm), head: counter, epoch: uuid }),
  /** The cloud has not got what comes before: go back to this counter (Y5). */
  z.object({ is: z.literal('gap'), expected: counter.min(1), epoch: uuid }),
  otherEpochForm,
  /** This counter is taken by another change, or the chain does not follow: a copied or rolled-back folder (Y13). */
  z.object({ is: z.literal('forked'), sseq: counter }),
])
export type PushAnswer = z.output<typeof pushAnswerForm>

/** A row of the feed: somebody else's change with its verdict, or the echo of one's own (Y9). */
export const feedRowForm = z.union([
  answeredForm.extend({
    station: uuid,
    stationCode: z.string().regex(/^[A-Z]{1,4}$/),
    /** Raw: of a newer version, or unreadable, it is kept as it came (Y1, Y7). */
    change: z.unknown(),
  }),
  answeredForm.extend({ own: z.literal(true) }),
])
export type FeedRow = z.output<typeof feedRowForm>

export const pullForm = z.object({
  after: counter,
  limit: counter.min(1).max(wireLimits.pageRows),
  epoch: uuid.nullable(),
  /** What the feed does not go back to is given as well: a snapshot has brought its documents, it completes the log (Y34). */
  onlyToKeep: z.boolean().optional(),
  /** One's own changes come as everybody's: the log here is laid beside the cloud's (Y35). */
  whole: z.boolean().optional(),
})
export type PullRequest = z.output<typeof pullForm>

export const pullAnswerForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('page'), rows: z.array(feedRowForm), head: counter, epoch: uuid }),
  otherEpochForm,
  /** The feed does not go back as far as this station's cursor (G6): what it lacks comes with a snapshot. */
  z.object({ is: z.literal('gone'), feedFrom: counter, epoch: uuid }),
  /** Whoever asks runs a program older than this (G8): what it writes is taken, what others write it cannot be given. */
  z.object({ is: z.literal('tooOld'), wanted: z.string().max(50) }),
])
export type PullAnswer = z.output<typeof pullAnswerForm>
