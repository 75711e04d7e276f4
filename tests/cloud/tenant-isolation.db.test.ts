import { createHash, randomBytes, randomUUID, sign } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { textToSign } from '#cloud/accounts/station-token.ts'
import { asApp } from '#cloud/database/as-app.ts'
import type { Sql } from '#cloud/database/sql.ts'
import { pgStores } from '#tests/support/cloud-for-test.ts'
import { type CloudOverHttp, presented, startCloud, textIn } from '#tests/support/cloud-http.ts'
import { databaseOfAnOwner, openPostgresServer, type PostgresServer } from '#tests/support/postgres-server.ts'
import { newcomer, wireWriter } from '#tests/support/wire-writer.ts'
import { seededRandom } from '#tests/sync/seeded-random.ts'

let server: PostgresServer | undefined
let cloud: CloudOverHttp | undefined
afterAll(async () => {
  await cloud?.close()
  await server?.close()
})

const requests = 5_000
const atOnce = 16
const tables = [
  'organisations',
  'tenant_head',
  'stations',
  'changes',
  'docs',
  'pairing_codes',
  'incidents',
  'stored_files',
]

type Member = Awaited<ReturnType<CloudOverHttp['member']>>

/** What an organisation has that nobody else may learn, reach or move. */
interface Victim {
  readonly org: string
  readonly station: string
  readonly doc: string
  readonly hash: string
  readonly code: string
  readonly change: unknown
  readonly epoch: string
  readonly member: Member
}

const secret = 'only for us'
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** An organisation with a log, a second station, a pairing code, an incident and a file. */
async function victimOf(at: CloudOverHttp): Promise<Victim> {
  const member = await at.member()
  const { org, token, key, writer, epoch } = member
  const change = writer.write({ fields: { note: [null, secret] } })
  await at.post('/v1/push', { wire: 1, epoch: null, changes: [change, writer.write()] }, token)
  await at.post('/v1/push', { wire: 1, epoch: null, changes: [wireWriter(randomUUID()).write()] }, token)
  const bytes = new Uint8Array(randomBytes(200))
  const hash = sha256(bytes)
  await at.post(`/v1/files/${hash}`, { size: 200 }, token)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }
  await fetch(`${at.url}/v1/files/${hash}?offset=0`, { method: 'PUT', body: bytes, headers })
  await at.post(`/v1/files/${hash}/finish`, {}, token)
  const { body } = await at.post('/v1/pairing-codes', {}, token)
  return { org, station: key.id, doc: change.doc, hash, code: textIn(body, 'code'), change, epoch, member }
}

/** The same shape, of nobody. */
function nobody(): Omit<Victim, 'member'> {
  const [org, station] = [randomUUID(), randomUUID()]
  const change = wireWriter(station).write()
  const [hash, code] = [sha256(randomBytes(8)), '']
  return { org, station, doc: change.doc, hash, code, change, epoch: randomUUID() }
}

/** What is asked with one's own credentials of what belongs to others; the answer may not depend on whether it exists. */
const tries: readonly ((
  at: CloudOverHttp,
  by: Member,
  of: Omit<Victim, 'member'>,
) => Promise<{ status: number; body: unknown }>)[] = [
  (at, by, of) => at.get(`/v1/history?doc=${of.doc}`, by.token),
  (at, by, of) => at.get(`/v1/history?doc=${of.station}`, by.token),
  (at, by, of) => at.get(`/v1/files/${of.hash}`, by.token),
  (at, by, of) => at.post(`/v1/files/${of.hash}/finish`, {}, by.token),
  async (at, by, of) => {
    const headers = { authorization: `Bearer ${by.token}`, 'content-type': 'application/octet-stream' }
    return at.direct(`/v1/files/${of.hash}?offset=0`, { method: 'PUT', body: new Uint8Array(200), headers })
  },
  (at, by, of) => at.post(`/v1/stations/${of.station}/revoke`, {}, by.token),
  (at, by, of) => at.get(`/v1/pull?after=0&limit=10&epoch=${of.epoch}`, by.token),
  (at, by, of) => at.post('/v1/push', { wire: 1, epoch: of.epoch, changes: [of.change] }, by.token),
  (at, by, of) => at.post('/v1/push', { wire: 1, epoch: null, changes: [of.change] }, by.token),
  (at, by, of) => at.post('/v1/quarantine', { wire: 1, epoch: null, changes: [of.change] }, by.token),
  (at, by, of) => at.tokenOf(of.org, by.key),
  (at, by, of) => at.tokenOf(of.org, { ...by.key, id: of.station }),
  (at, by, of) => at.tokenOf(by.org, { ...by.key, id: of.station }),
  async (at, by, of) => {
    // A challenge of one's own, answered in another's name.
    const { body } = await at.post('/v1/challenge', { org: by.org, station: by.key.id })
    const challenge = textIn(body, 'challenge')
    const signature = sign(null, Buffer.from(textToSign(challenge)), by.key.privateKey).toString('base64')
    return at.post('/v1/token', { org: of.org, station: of.station, challenge, signature })
  },
  (at, by, of) => {
    const [, mac = ''] = by.token.split('.')
    const said = Buffer.from(`${of.org} ${of.station} 99999999999999`).toString('base64url')
    return at.get('/v1/stations', `${said}.${mac}`)
  },
  (at, by, of) => at.get(`/v1/stations?org=${of.org}`, by.token),
  async (at, by, of) => {
    const { status, body } = await at.get(`/v1/incidents?station=${of.station}&org=${of.org}`, by.token)
    // Its own attempts are among them; nobody else's station is.
    return { status, body: JSON.stringify(body).includes(of.station) }
  },
]

test(`[S10] [Y2] [F3] ${requests} requests of one organisation for what is another’s: nothing crosses, and nothing tells that it is there`, async (context) => {
  server = await openPostgresServer(context)
  const stores = await pgStores(await databaseOfAnOwner(server.connectionString))
  const at = await startCloud({ burst: 1e9, openBurst: 1e9 }, stores)
  cloud = at
  const { sql } = stores
  if (sql === undefined) throw new Error('a store without SQL')
  const victims = await Promise.all([0, 1, 2].map(() => victimOf(at)))
  const attackers = await Promise.all([0, 1, 2, 3].map(() => at.member()))
  const before = await Promise.all(victims.map(({ org }) => everything(sql, org)))
  const near = withoutSocket(at)
  const random = seededRandom(3)
  const seen = new Map<number, Set<string>>()
  const count = new Map<number, number>()

  const one = async (index: number): Promise<void> => {
    const which = index % tries.length
    const by = random.pick(attackers) as Member
    const isThere = random.chance(0.7)
    const victim = random.pick(victims) as Victim
    const of = isThere ? victim : nobody()
    const answer = await (tries[which] as (typeof tries)[number])(near, by, of)
    const text = JSON.stringify(answer.body)
    for (const { org, station, doc, code } of victims)
      for (const known of [secret, org, station, doc, code]) expect(text).not.toContain(known)
    // Alike for what is there and what is not, but for the attacker's own names and the hour.
    const said = text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replaceAll(/"(sseq|lastSseq|since|at|seenAt|head|code":"[A-Z]{8})"?:[^,}\]]+/g, '$1')
    const answers = seen.get(which) ?? new Set<string>()
    answers.add(`${answer.status} ${said}`)
    seen.set(which, answers)
    count.set(which, (count.get(which) ?? 0) + 1)
  }
  for (let done = 0; done < requests; done += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, requests - done) }, (_, each) => one(done + each)))

  expect([...count.values()].reduce((sum, each) => sum + each, 0)).toBe(requests)
  const many = [...seen]
    .filter(([, answers]) => answers.size > 1)
    .map(([which, answers]) => [which, [...answers].slice(0, 3)])
  expect(many).toEqual([])
  expect(await Promise.all(victims.map(({ org }) => everything(sql, org)))).toEqual(before)
  // The victims' own doors are as open as before, and their codes still let somebody in.
  for (const { member, code, hash } of victims) {
    expect((await at.get(`/v1/files/${hash}`, member.token)).status).toBe(200)
    expect((await at.post('/v1/join', { code, station: presented(newcomer()) })).status).toBe(200)
  }
})

test('[S10] [Y2] under all of it the database itself: the program’s role sees and takes nothing of another, in any table', async (context) => {
  if (cloud?.stores.sql === undefined) return context.skip()
  const { sql } = cloud.stores
  const [here, there] = [await victimOf(cloud), await victimOf(cloud)]
  for (const table of tables) {
    const [own] = await asApp(sql, here.org, (query) =>
      query<{ foreign: number; own: number }>(
        `select count(*) filter (where org <> $1)::integer as foreign, count(*) filter (where org = $1)::integer as own from ${table}`,
        [here.org],
      ),
    )
    expect([table, own?.foreign]).toEqual([table, 0])
    expect([table, (own?.own ?? 0) > 0]).toEqual([table, true])
    const moved = asApp(sql, here.org, (query) =>
      query(`update ${table} set org = $1 where org = $2`, [there.org, here.org]),
    )
    await expect(moved).rejects.toThrow(/row-level security|permission denied|foreign key/)
  }
  const foreign = [
    [`insert into stored_files (org, hash, size, begun_at) values ($1, 'x', 1, now())`, [there.org]],
    [`insert into incidents (org, station, what, sseq, at) values ($1, $1, 'forked', 1, now())`, [there.org]],
  ] as const
  for (const [statement, values] of foreign)
    await expect(asApp(sql, here.org, (query) => query(statement, values))).rejects.toMatchObject({ code: '42501' })
})

/** The same doors, asked without a socket between: it is the cloud that is on trial here, and its database. */
function withoutSocket(at: CloudOverHttp): CloudOverHttp {
  const bearer = (token?: string): Record<string, string> =>
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  const post: CloudOverHttp['post'] = (path, body, token) =>
    at.direct(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...bearer(token) },
    })
  return {
    ...at,
    get: (path, token) => at.direct(path, { headers: bearer(token) }),
    post,
    tokenOf: async (org, key) => {
      const { body } = await post('/v1/challenge', { org, station: key.id })
      const challenge = textIn(body, 'challenge')
      const signature = sign(null, Buffer.from(textToSign(challenge)), key.privateKey).toString('base64')
      return post('/v1/token', { org, station: key.id, challenge, signature })
    },
  }
}

/** All rows of an organisation, as text. */
async function everything(sql: Sql, org: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, string[]> = {}
  for (const table of tables)
    found[table] = await asApp(sql, org, async (query) => {
      const rows = await query<{ row: string }>(`select row_to_json(t)::text as row from ${table} t where org = $1`, [
        org,
      ])
      return rows.map(({ row }) => row).sort()
    })
  return found
}
