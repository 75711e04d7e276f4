import { expect, test } from 'vitest'
import { tokenBuckets } from '#cloud/server/token-buckets.ts'
import { isOlderVersion } from '#shared/sync/app-version.ts'
import { startCloud, textIn } from '#tests/support/cloud-http.ts'

test('[Y6] an organisation that asks too much is told when to come again, and no other notices', async () => {
  const cloud = await startCloud({ burst: 3, perSecond: 0.5 })
  try {
    const [busy, calm] = [await cloud.member(), await cloud.member()]
    const statuses = []
    for (let round = 0; round < 4; round += 1) statuses.push((await cloud.get('/v1/stations', busy.token)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const refused = await cloud.get('/v1/stations', busy.token)
    expect([refused.body, refused.headers.get('retry-after')]).toEqual([{ code: 'limit.requests' }, '2'])
    expect((await cloud.get('/v1/stations', calm.token)).status).toBe(200)
    cloud.clock.now += 2_000
    expect((await cloud.get('/v1/stations', busy.token)).status).toBe(200)
  } finally {
    await cloud.close()
  }
})

test('[Y18] who has no token has a bucket of their own', async () => {
  const cloud = await startCloud({ openBurst: 1, openPerSecond: 1 })
  try {
    const ask = () => cloud.post('/v1/join', { code: 'ABCD2345' })
    expect([(await ask()).status, (await ask()).status]).toEqual([400, 429])
  } finally {
    await cloud.close()
  }
})

test('a bucket never holds more than its burst, whatever the clock does', () => {
  let now = 0
  const buckets = tokenBuckets({ burst: 2, perSecond: 1 }, () => now)
  const take = (many: number) => Array.from({ length: many }, () => buckets.take('one'))
  expect(take(3)).toEqual([0, 0, 1])
  now = 1_000_000
  expect(take(3)).toEqual([0, 0, 1])
  now = 0
  expect(take(1)).toEqual([1])
  now = 1_000
  expect(take(2)).toEqual([0, 1])
})

test('[G8] [bad input 83] a program that is too old may send what it has, gets nothing until it is updated, and is told so', async () => {
  const cloud = await startCloud({ oldestClient: '1.2.0' })
  try {
    const { token, writer, org, key } = await cloud.member()
    const changes = Array.from({ length: 400 }, () => writer.write())
    const push = await cloud.post('/v1/push', { wire: 1, epoch: null, changes }, token)
    expect(push.body).toMatchObject({ is: 'taken', head: 400 })
    expect((await cloud.post('/v1/push', { wire: 1, epoch: null, changes }, token)).body).toEqual(push.body)
    const told = { status: 426, body: { is: 'tooOld', wanted: '1.2.0' } }
    expect(await cloud.get('/v1/pull?after=0&limit=1', token)).toMatchObject(told)
    const closed = { status: 426, body: { code: 'client.tooOld', params: { wanted: '1.2.0' } } }
    expect(await cloud.get('/v1/live', token)).toMatchObject(closed)
    expect(await cloud.get(`/v1/history?doc=${changes[0]?.doc}`, token)).toMatchObject(closed)
    const updated = await cloud.tokenOf(org, key, undefined, '1.10.0')
    expect((await cloud.get('/v1/pull?after=0&limit=1', textIn(updated.body, 'token'))).status).toBe(200)
  } finally {
    await cloud.close()
  }
})

test('[G8] versions are compared by their numbers', () => {
  const isOlder = ['1.2.0', '1.1.9', '0.9.0', '1.2.1', '1.10.0', '2.0.0-beta', 'x', ''].map((each) =>
    isOlderVersion(each, '1.2.0'),
  )
  expect(isOlder).toEqual([false, true, true, false, false, false, true, true])
})
