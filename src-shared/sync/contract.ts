import { z } from 'zod'
import { contract, local, query } from '#shared/kernel/contract.ts'

const since = z.string()
export const syncStateForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('alone') }),
  z.object({ is: z.literal('starting'), since }),
  /** It begins from a snapshot, before it is in step for the first time (SPEC Y21). */
  z.object({ is: z.literal('fetching'), since }),
  z.object({ is: z.literal('inStep'), since }),
  z.object({ is: z.literal('offline'), since }),
  z.object({ is: z.literal('notLetIn'), since }),
  z.object({ is: z.literal('forked'), since }),
  z.object({ is: z.literal('shutOut'), since }),
  /** Away for longer than the feed goes back (SPEC G6). */
  z.object({ is: z.literal('behind'), since }),
  /** The cloud wants at least this version of the program (SPEC G8). */
  z.object({ is: z.literal('tooOld'), since, wanted: z.string() }),
  z.object({ is: z.literal('problem'), since, why: z.string() }),
])

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
    }),
    permission: 'session.use',
    touches: ['sync'],
    summary: 'Whether this station is in step with its cloud, since when, and how much waits to be sent (SYN-01).',
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
          seenAt: z.string().nullable(),
          revokedAt: z.string().nullable(),
        }),
      ),
    }),
    permission: 'station.see',
    summary: 'The stations of the organisation as the cloud knows them.',
  }),
  local('sync.revoke', {
    input: z.strictObject({ station: z.string() }),
    output: z.object({}),
    permission: 'station.revoke',
    summary: 'Shuts a station out: from now on it gets nothing and nothing is taken from it (SPEC Y19).',
  }),
)
