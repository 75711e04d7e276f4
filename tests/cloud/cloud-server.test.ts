import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemoryStore } from '#cloud/sync/memory-store.ts'
import { type CloudOverHttp, presented, startCloud, textIn } from '#tests/support/cloud-http.ts'
import { newcomer } from '#tests/support/wire-writer.ts'

let cloud: CloudOverHttp
beforeAll(async () => {
  cloud = await startCloud({ openBurst: 10_000, burst: 10_000 })
})
afterAll(() => cloud.close())

const refusedWith = (status: number, code: string) => ({ status, body: { code } })
const outcome = ({ status, body }: { status: number; body: unknown }) => ({ status, body })

describe('the way of a station over HTTP', () => {
  test('[Y18] [Y19] a shop begins, a second station joins by a code, both push and pull', async () => {
    const { org, token, epoch, writer, key } = await cloud.member()
    const change = writer.write()
    const pushed = await cloud.post('/v1/push', { wire: 1, epoch: null, changes: [change] }, token)
    expect(outcome(pushed)).toMatchObject({ status: 200, body: { is: 'taken', head: 1, epoch } })

    const issued = await cloud.post('/v1/pairing-codes', {}, token)
    const second = newcomer('Bench')
    const joined = await cloud.post('/v1/join', { code: textIn(issued.body, 'code'), station: presented(second) })
    expect(outcome(joined)).toEqual({ status: 200, body: { org, stationCode: 'B', epoch } })
    const theirs = textIn((await cloud.tokenOf(org, second)).body, 'token')
    const page = await cloud.get(`/v1/pull?wire=1&after=0&limit=2000&epoch=${epoch}`, theirs)
    expect(page.body).toMatchObject({ is: 'page', head: 1, rows: [{ seq: 1, stationCode: 'A', change }] })
    const history = await cloud.get(`/v1/history?doc=${change.doc}`, theirs)
    expect(history.body).toMatchObject({ rows: [{ seq: 1, station: key.id, change }], next: null })
    const { body } = await cloud.get('/v1/stations', theirs)
    expect(body).toMatchObject({
      stations: [
        { id: key.id, code: 'A', name: 'Counter', lastSseq: 1, revokedAt: null },
        { id: second.id, code: 'B', name: 'Bench', lastSseq: 0 },
      ],
    })
  })

  test('[Y19] without a token, with an altered, a foreign or an expired one, nothing opens', async () => {
    const { token } = await cloud.member()
    const other = await cloud.member()
    const [said = '', mac = ''] = token.split('.')
    const [otherSaid = ''] = other.token.split('.')
    const bad = ['', 'x', `${said}.${mac}x`, `${otherSaid}.${mac}`, `${said}`, `${said}.${mac}.${mac}`]
    for (const each of [undefined, ...bad])
      expect([each, outcome(await cloud.get('/v1/stations', each))]).toEqual([each, refusedWith(401, 'auth.refused')])
    cloud.clock.now += 15 * 60_000
    expect(outcome(await cloud.get('/v1/stations', token))).toEqual(refusedWith(401, 'auth.refused'))
  })

  test('[Y19] [G5] every door is closed to a revoked station, at once, but the one where it hands in what it holds', async () => {
    const { org, token, key, writer } = await cloud.member()
    expect((await cloud.post(`/v1/stations/${key.id}/revoke`, {}, token)).status).toBe(200)
    const given = await cloud.tokenOf(org, key)
    expect(given.body).toMatchObject({ isShutOut: true })
    const last = textIn(given.body, 'token')
    const push = { wire: 1, epoch: null, changes: [writer.write()] }
    const paths = ['pull?after=0&limit=1', 'live', `history?doc=${randomUUID()}`, 'stations', 'incidents', 'members']
    const posts = ['pairing-codes', `stations/${key.id}/revoke`, 'roster', 'vouch', 'letters', 'letters/own']
    const tries = [token, last].flatMap((each) => [
      cloud.post('/v1/push', push, each),
      ...paths.map((path) => cloud.get(`/v1/${path}`, each)),
      ...posts.map((path) => cloud.post(`/v1/${path}`, {}, each)),
    ])
    const answers = await Promise.all(tries)
    expect(answers.map(outcome)).toEqual(answers.map(() => refusedWith(401, 'auth.refused')))
    expect((await cloud.post('/v1/quarantine', push, last)).body).toMatchObject({
      is: 'taken',
      answers: [{ verdict: 'quarantined', code: 'station.revoked' }],
    })
    // Some months later that door is closed as well.
    cloud.clock.now += 91 * 24 * 3_600_000
    expect(outcome(await cloud.tokenOf(org, key))).toEqual(refusedWith(401, 'auth.refused'))
    cloud.clock.now -= 91 * 24 * 3_600_000
  })

  test('[Y13] a rewritten history is told once, and who asks for it is a member', async () => {
    const { token, writer, key } = await cloud.member()
    const other = await cloud.member()
    await cloud.post('/v1/push', { wire: 1, epoch: null, changes: [writer.write()] }, token)
    const rewritten = { wire: 1, epoch: null, changes: [other.writer.write()] }
    for (const _ of [1, 2])
      expect((await cloud.post('/v1/push', rewritten, token)).body).toEqual({ is: 'forked', sseq: 1 })
    const { incidents } = (await cloud.get('/v1/incidents', token)).body as { incidents: unknown[] }
    expect(incidents).toEqual([{ station: key.id, what: 'forked', sseq: 1, at: expect.any(String) }])
    expect((await cloud.get('/v1/incidents', other.token)).body).toEqual({ incidents: [] })
    expect(cloud.lines.at(-1)).toContain('cloud.forked')
  })

  test('[G6] the feed says where it begins, and whoever is behind that is sent for a snapshot', async () => {
    const { org, token, writer } = await cloud.member()
    await cloud.post('/v1/push', { wire: 1, epoch: null, changes: [writer.write(), writer.write()] }, token)
    const { store } = cloud.stores
    if ('beginFeedAfter' in store) (store as MemoryStore).beginFeedAfter(org, 1)
    const gone = await cloud.get('/v1/pull?after=0&limit=10', token)
    expect([gone.status, gone.body]).toMatchObject([410, { is: 'gone', feedFrom: 1 }])
    expect((await cloud.get('/v1/pull?after=1&limit=10', token)).body).toMatchObject({ is: 'page', rows: [{ seq: 2 }] })
    expect((await cloud.post('/v1/push', { wire: 1, epoch: null, changes: [writer.write()] }, token)).status).toBe(200)
  })

  test('[Y19] an unknown organisation, an unknown station and a wrong key are answered alike', async () => {
    const { org, key } = await cloud.member()
    const impostor = { ...newcomer(), id: key.id }
    const tries = [
      await cloud.tokenOf(randomUUID(), key),
      await cloud.tokenOf(org, newcomer()),
      await cloud.tokenOf(org, impostor),
    ]
    expect(tries.map(outcome)).toEqual(tries.map(() => refusedWith(401, 'auth.refused')))
    const challenges = await Promise.all(
      [org, randomUUID()].map((each) => cloud.post('/v1/challenge', { org: each, station: key.id })),
    )
    expect(challenges.map(({ body }) => textIn(body, 'challenge').length)).toEqual([
      textIn(challenges[0]?.body, 'challenge').length,
      textIn(challenges[0]?.body, 'challenge').length,
    ])
  })

  test('[Y19] a challenge is for its own station and for a minute', async () => {
    const { sign } = await import('node:crypto')
    const { org, key } = await cloud.member()
    const other = await cloud.member()
    const challenge = textIn((await cloud.post('/v1/challenge', { org, station: key.id })).body, 'challenge')
    const signed = (by: typeof key) =>
      sign(null, Buffer.from(`counterproof token\n${challenge}`), by.privateKey).toString('base64')
    const instance = cloud.instanceOf(key)
    const foreign = { org: other.org, station: other.key.id, challenge, signature: signed(other.key), instance }
    expect(outcome(await cloud.post('/v1/token', foreign))).toEqual(refusedWith(401, 'auth.refused'))
    const own = { org, station: key.id, challenge, signature: signed(key), instance, appVersion: '0.2.0' }
    expect((await cloud.post('/v1/token', own)).status).toBe(200)
    cloud.clock.now += 60_001
    expect(outcome(await cloud.post('/v1/token', own))).toEqual(refusedWith(401, 'auth.refused'))
  })
})

test('[bad input 86] a code that is used, or guessed at five times, lets nobody in', async () => {
  const { token } = await cloud.member()
  const join = (code: string) => cloud.post('/v1/join', { code, station: presented(newcomer()) })
  const used = textIn((await cloud.post('/v1/pairing-codes', {}, token)).body, 'code')
  expect((await join(used)).status).toBe(200)
  expect(outcome(await join(used))).toEqual(refusedWith(403, 'code.unknown'))
  const code = textIn((await cloud.post('/v1/pairing-codes', {}, token)).body, 'code')
  const wrong = `${code.slice(0, 7)}${code.endsWith('2') ? '3' : '2'}`
  for (let guess = 0; guess < 5; guess += 1) await join(wrong)
  const closed = await join(code)
  expect([closed.status, closed.body, closed.headers.get('retry-after')]).toEqual([429, { code: 'code.tooMany' }, '60'])
})

test('[Y30] the second of two instances of a station is told so, and only with its key', async () => {
  const { org, key } = await cloud.member()
  const copied = cloud.instanceOf(key)
  expect((await cloud.tokenOf(org, key)).status).toBe(200)
  const second = await cloud.tokenOf(org, key, copied)
  expect(outcome(second)).toEqual({ status: 409, body: { code: 'instance.other' } })
  const impostor = { ...newcomer(), id: key.id }
  expect(outcome(await cloud.tokenOf(org, impostor, copied))).toEqual(refusedWith(401, 'auth.refused'))
  expect((await cloud.tokenOf(org, key)).status).toBe(200)
})

test('[Y28] [Y29] letters and rosters go from station to station over HTTP, and say nothing to others', async () => {
  const { org, token, key } = await cloud.member()
  const other = await cloud.member()
  const letter = {
    to: key.id,
    name: 'company/mail.password',
    stamp: '0000000000000001A',
    sealed: 'AAAA',
    signature: 'AA==',
  }
  expect((await cloud.post('/v1/letters', { letters: [letter] }, token)).status).toBe(200)
  const lie = { letters: [{ ...letter, name: 'company/forged' }] }
  expect((await cloud.post('/v1/letters', lie, other.token)).status).toBe(200)
  const roster = { roster: '{}', signature: 'AA==', welcomes: [{ station: key.id, proof: 'AA==' }] }
  expect((await cloud.post('/v1/roster', roster, other.token)).status).toBe(200)
  const own = await cloud.post('/v1/letters/own', { names: [letter.name, 'company/forged'] }, token)
  expect(own.body).toEqual({ letters: [{ ...letter, from: key.id }] })
  expect((await cloud.get('/v1/members', token)).body).toMatchObject({
    members: [{ id: key.id, boxKey: key.boxKey, roster: null, welcome: null }],
    held: [{ station: key.id, name: letter.name, stamp: letter.stamp }],
  })
  expect((await cloud.post('/v1/letters/own', { names: [letter.name] }, other.token)).body).toEqual({ letters: [] })
  const bad = [
    { letters: [{ ...letter, sealed: 'no base64!' }] },
    { letters: [{ ...letter, stamp: 'z' }] },
    { letters: [{ ...letter, name: '../company' }] },
    { letters: [] },
  ]
  for (const each of bad) expect((await cloud.post('/v1/letters', each, token)).status).toBe(400)
  expect(org).not.toBe(other.org)
})

describe('what is no request', () => {
  test.for([
    ['{"wire":1', 400, 'input.json.syntax'],
    ['{"wire":1,"wire":1}', 400, 'input.json.duplicateKey'],
    ['{"__proto__":{}}', 400, 'input.json.forbiddenKey'],
    ['['.repeat(100) + ']'.repeat(100), 400, 'input.json.tooDeep'],
    ['{"wire":1,"epoch":null,"changes":[]}', 400, 'input.malformed'],
    ['{"wire":1,"epoch":"x","changes":[{}]}', 400, 'input.malformed'],
    ['{"wire":2,"epoch":null,"changes":[{}]}', 400, 'wire.version'],
    ['null', 400, 'input.malformed'],
    ['', 400, 'input.json.syntax'],
    ['\ufffe', 400, 'input.json.syntax'],
  ] as const)('[Y6] [Y20] [bad input 80] a push of %s is refused by its code', async ([text, status, code]) => {
    const { token } = await cloud.member()
    const answer = await cloud.post('/v1/push', text, token)
    expect([answer.status, textIn(answer.body, 'code')]).toEqual([status, code])
  })

  test('[Y6] [bad input 80] so are other types, encodings, addresses and parameters, and no answer shows what is inside', async () => {
    const { token } = await cloud.member()
    const push = '{"wire":1,"epoch":null,"changes":[{}]}'
    const answers = await Promise.all([
      cloud.post('/v1/push', push, token, { 'content-type': 'text/plain' }),
      cloud.post('/v1/push', push, token, { 'content-encoding': 'br' }),
      cloud.post('/v1/push', push, token, { 'content-encoding': 'gzip' }),
      cloud.get('/v1/pull?after=-1&limit=10', token),
      cloud.get('/v1/pull?after=0&limit=2001', token),
      cloud.get('/v1/pull?wire=2&after=0&limit=1', token),
      cloud.get('/v1/history?doc=1', token),
      cloud.get('/v1/nowhere', token),
      cloud.get('/v1/push', token),
      cloud.post('/v1/stations/x/revoke', {}, token),
      cloud.post('/v1/organisations', { org: randomUUID(), station: { ...presented(newcomer()), publicKey: 'AAAA' } }),
      cloud.post('/v1/organisations', { org: randomUUID(), station: { ...presented(newcomer()), name: 'a\u0000b' } }),
      cloud.post('/v1/organisations', {
        org: randomUUID(),
        station: { ...presented(newcomer()), boxKey: newcomer().publicKey },
      }),
      cloud.post('/v1/join', { code: '????????', station: presented(newcomer()) }),
    ])
    expect(answers.map(({ status, body }) => `${status} ${textIn(body, 'code')}`)).toEqual([
      '415 input.mediaType',
      '415 input.contentEncoding',
      '415 input.contentEncoding',
      '400 input.malformed',
      '400 input.malformed',
      '400 wire.version',
      '400 input.malformed',
      '404 notFound.page',
      '404 notFound.page',
      '404 station.unknown',
      '400 input.malformed',
      '400 input.malformed',
      '400 input.malformed',
      '403 code.unknown',
    ])
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/at \/|node_modules|Error|\.ts/)
  })

  test('[Y4] [bad input 85] a body too large is refused, as sent, in pieces and as what it inflates to', async () => {
    const { token, writer } = await cloud.member()
    const tooLarge = `"${'x'.repeat(4 * 1024 * 1024)}"`
    const gzip = { 'content-encoding': 'gzip' }
    const answers = [
      await cloud.post('/v1/push', tooLarge, token),
      await cloud.post('/v1/push', gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20)), token, gzip),
    ]
    const pieces = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(256 * 1024))),
    })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const endless = await fetch(`${cloud.url}/v1/push`, {
      method: 'POST',
      headers,
      body: pieces,
      duplex: 'half',
    } as RequestInit)
      .then((response) => response.status)
      // The server hangs up while the rest is still being sent.
      .catch(() => 413)
    expect([...answers.map(({ status, body }) => `${status} ${textIn(body, 'code')}`), endless]).toEqual([
      '413 input.tooLarge',
      '413 input.tooLarge',
      413,
    ])
    const body = gzipSync(JSON.stringify({ wire: 1, epoch: null, changes: [writer.write()] }))
    expect((await cloud.post('/v1/push', body, token, gzip)).body).toMatchObject({ is: 'taken' })
  })

  test('[Y6] a fault is told by a reference alone, a busy store by when to come again', async () => {
    const { token, org } = await cloud.member()
    const { StoreBusy } = await import('#cloud/sync/store-busy.ts')
    const { store } = cloud.stores
    const feed = store.feed
    const broken = async (problem: Error) => {
      store.feed = async () => {
        throw problem
      }
      const answer = await cloud.get('/v1/pull?after=0&limit=1', token).finally(() => {
        store.feed = feed
      })
      return answer
    }
    const fault = await broken(new Error(`secret of ${org}`))
    expect(outcome(fault)).toEqual({
      status: 500,
      body: { code: 'fault.internal', params: { reference: expect.stringMatching(/^[0-9a-f]{12}$/) } },
    })
    expect(cloud.lines.at(-1)).toContain('secret of')
    const busy = await broken(new StoreBusy(new Error('lock')))
    expect([busy.status, busy.body, busy.headers.get('retry-after')]).toEqual([503, { code: 'store.busy' }, '2'])
  })
})

test('[Y9] long answers travel gzipped, /health answers, /metrics counts', async () => {
  const { token, writer } = await cloud.member()
  const changes = Array.from({ length: 20 }, () => writer.write())
  const pushed = await cloud.post('/v1/push', { wire: 1, epoch: null, changes }, token)
  expect(pushed.headers.get('content-encoding')).toBe('gzip')
  expect(outcome(await cloud.get('/health'))).toEqual({ status: 200, body: { ok: true } })
  const text = String((await cloud.get('/metrics')).body)
  expect(text).toMatch(/^counterproof_cloud_pushes_total\{outcome="taken"\} \d+$/m)
  expect(text).toMatch(/^counterproof_cloud_verdicts_total\{verdict="accepted"\} \d+$/m)
  expect(text).toMatch(/^counterproof_cloud_push_seconds_bucket\{le="\+Inf"\} \d+$/m)
})
