import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hlcOf } from '#shared/kernel/change/clock.ts'
import { testNow } from '#tests/support/cloud-for-test.ts'
import { type CloudOverHttp, presented, startCloud, textIn } from '#tests/support/cloud-http.ts'
import { newcomer, wireWriter } from '#tests/support/wire-writer.ts'

let cloud: CloudOverHttp
beforeAll(async () => {
  cloud = await startCloud({}, undefined, { headersTimeout: 300, requestTimeout: 600, connections: 40 })
})
afterAll(() => cloud.close())

const push = (changes: readonly unknown[]) => ({ wire: 1, epoch: null, changes })

test('[Y10] [bad input 84] clocks of 1970 and of a year ahead are taken; the far one takes effect now, both stay as they were written', async () => {
  const { token, writer } = await cloud.member()
  const year = 365 * 24 * 3_600_000
  const changes = [
    writer.write({ hlc: hlcOf(0, 1), atWall: '1970-01-01T00:00:00.001Z' }),
    writer.write({ hlc: hlcOf(testNow + year, 0) }),
  ]
  const { body } = await cloud.post('/v1/push', push(changes), token)
  expect(body).toMatchObject({ answers: [{ hlcEff: hlcOf(0, 1) }, { hlcEff: hlcOf(testNow, 1) }] })
  expect((await cloud.get(`/v1/history?doc=${changes[1]?.doc}`, token)).body).toMatchObject({
    rows: [{ change: changes[1], hlcEff: hlcOf(testNow, 1) }],
  })
})

test('[bad input 100] a number of the old year, written on another time zone’s New Year, stays as its station gave it', async () => {
  const { token, writer } = await cloud.member()
  const number = { series: 'sales_order', station: 'A', year: 2026, counter: 9, text: '26-A00009' }
  const sale = writer.write({
    entity: 'sales_order',
    atWall: '2027-01-01T00:30:00.000+01:00',
    hlc: hlcOf(Date.parse('2026-12-31T23:30:00.000Z'), 0),
    fields: { status: [null, 'confirmed'], number: [null, number] },
  })
  expect((await cloud.post('/v1/push', push([sale]), token)).body).toMatchObject({ answers: [{ verdict: 'accepted' }] })
  const { body } = await cloud.get(`/v1/history?doc=${sale.doc}`, token)
  expect(body).toMatchObject({ rows: [{ change: sale }] })
})

test('[Y18] [bad input 86] a code that was guessed, used, or has run out lets nobody in', async () => {
  const { token } = await cloud.member()
  const join = async (code: string, station = presented(newcomer())) => {
    const { status, body } = await cloud.post('/v1/join', { code, station })
    return [status, typeof body === 'object' && body !== null && 'code' in body ? body.code : 'in']
  }
  const issue = async () => textIn((await cloud.post('/v1/pairing-codes', {}, token)).body, 'code')
  const used = await issue()
  expect(await join(used)).toEqual([200, 'in'])
  expect(await join(used)).toEqual([403, 'code.unknown'])
  const old = await issue()
  cloud.clock.now += 10 * 60_000
  expect(await join(old)).toEqual([403, 'code.unknown'])
  cloud.clock.now -= 10 * 60_000
  const wanted = await issue()
  const guess = `${wanted.slice(0, 7)}${wanted.endsWith('Z') ? 'Y' : 'Z'}`
  for (let tries = 0; tries < 5; tries += 1) expect(await join(guess)).toEqual([403, 'code.unknown'])
  expect(await join(wanted)).toEqual([429, 'code.tooMany'])
})

test('[Y2] [bad input 88] a station of one shop is nobody in another, whichever way it says so', async () => {
  const [here, there] = [await cloud.member(), await cloud.member()]
  const refused = { status: 401, body: { code: 'auth.refused' } }
  expect(await cloud.tokenOf(there.org, here.key)).toMatchObject(refused)
  // Its own changes, pushed under the other shop’s token, are another story than that station’s.
  const foreign = wireWriter(here.key.id)
  expect((await cloud.post('/v1/push', push([foreign.write()]), there.token)).body).toEqual({ is: 'forked', sseq: 1 })
  // The same key and id under a code of the other shop is another station: nothing is merged, both have their own log.
  const { body } = await cloud.post('/v1/pairing-codes', {}, there.token)
  const joined = await cloud.post('/v1/join', { code: textIn(body, 'code'), station: presented(here.key) })
  expect(joined.body).toMatchObject({ org: there.org, stationCode: 'B' })
  await cloud.post('/v1/push', push([here.writer.write()]), here.token)
  expect((await cloud.get('/v1/pull?after=0&limit=10', there.token)).body).toMatchObject({ head: 0, rows: [] })
})

test('[bad input 85] who sends a byte now and then, or opens connections without end, is cut off, and the others are served', async () => {
  const { port } = new URL(cloud.url)
  const held = Array.from({ length: 60 }, () => connect(Number(port), '127.0.0.1'))
  let ended = 0
  for (const socket of held) {
    socket.on('error', () => undefined)
    socket.on('close', () => {
      ended += 1
    })
    socket.on('connect', () => socket.write('POST /v1/push HTTP/1.1\r\nhost: cloud\r\nx-slow: '))
  }
  const dripping = setInterval(() => {
    for (const socket of held) if (socket.writable) socket.write('a')
  }, 50)
  try {
    await expect.poll(() => ended, { timeout: 5_000 }).toBe(held.length)
  } finally {
    clearInterval(dripping)
    for (const socket of held) socket.destroy()
  }
  expect((await cloud.get('/health')).status).toBe(200)
  // Headers without end are no request.
  const fat = await fetch(`${cloud.url}/health`, { headers: { 'x-fat': 'a'.repeat(20_000) } })
  expect(fat.status).toBe(431)
})

test('[Y6] no door gives way to what is forged, replayed, too large or no request', async () => {
  const { token, key, org, writer } = await cloud.member()
  const doors: readonly (readonly ['GET' | 'POST', string])[] = [
    ['POST', '/v1/organisations'],
    ['POST', '/v1/join'],
    ['POST', '/v1/challenge'],
    ['POST', '/v1/token'],
    ['POST', '/v1/push'],
    ['POST', '/v1/quarantine'],
    ['GET', '/v1/pull'],
    ['GET', '/v1/live'],
    ['GET', '/v1/history'],
    ['POST', '/v1/pairing-codes'],
    ['GET', '/v1/stations'],
    ['GET', '/v1/incidents'],
    ['POST', `/v1/stations/${key.id}/revoke`],
  ]
  const [said = '', mac = ''] = token.split('.')
  const forged = [
    `${said}.${mac.slice(1)}A`,
    `${said}x.${mac}`,
    Buffer.from(`${org} ${key.id} 9999999999999`).toString('base64url'),
  ]
  const bodies = [
    '',
    '[]',
    'null',
    '{',
    '{"wire":1,"changes":[]}',
    `{"org":"${'9'.repeat(300)}"}`,
    '"'.repeat(5 * 1024 * 1024),
  ]
  for (const [method, path] of doors) {
    const isOpen = ['organisations', 'join', 'challenge', 'token'].some((each) => path.endsWith(each))
    for (const bad of forged) {
      const { status } = method === 'GET' ? await cloud.get(path, bad) : await cloud.post(path, {}, bad)
      expect([path, status]).toEqual([path, isOpen ? 400 : 401])
    }
    if (method === 'GET' || path.includes('pairing') || path.includes('revoke')) continue
    for (const body of bodies) {
      const { status } = await cloud.post(path, body, token)
      expect([path, body.slice(0, 20), status]).toEqual([
        path,
        body.slice(0, 20),
        body.length > 4 * 1024 * 1024 ? 413 : 400,
      ])
    }
  }
  expect(cloud.lines.filter((line) => line.includes('fault'))).toEqual([])
  // A push sent again is answered as it was, and adds nothing.
  const request = push([writer.write()])
  const once = await cloud.post('/v1/push', request, token)
  expect((await cloud.post('/v1/push', request, token)).body).toEqual(once.body)
  expect((await cloud.get('/v1/pull?after=0&limit=10', token)).body).toMatchObject({ head: 1 })
})
