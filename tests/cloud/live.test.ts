import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'

let cloud: CloudOverHttp
beforeAll(async () => {
  cloud = await startCloud({ heartbeatMilliseconds: 50, liveConnectionsOfStation: 2, liveConnections: 3 })
})
afterAll(() => cloud.close())

/** What comes on a live connection, and whether it has ended. */
async function listen(token: string) {
  const leave = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${cloud.url}/v1/live`, { headers, signal: leave.signal })
  const heard = { status: response.status, text: '', hasEnded: false, leave: () => leave.abort() }
  const read = async () => {
    if (response.body === null) return
    const decoder = new TextDecoder()
    for await (const part of response.body) heard.text += decoder.decode(part, { stream: true })
  }
  read()
    .catch(() => undefined)
    .finally(() => {
      heard.hasEnded = true
    })
  return heard
}

const open = async () => /live_connections (\d+)/.exec(String((await cloud.get('/metrics')).body))?.[1]

test('[Y11] a live connection says where the head is, at once and after each push, and beats between', async () => {
  const { token, writer } = await cloud.member()
  const other = await cloud.member()
  const heard = await listen(token)
  await expect.poll(() => heard.text).toContain('event: moved\ndata: {"head":0}\n\n')
  const push = (by: typeof other, many: number) =>
    cloud.post(
      '/v1/push',
      { wire: 1, epoch: null, changes: Array.from({ length: many }, () => by.writer.write()) },
      by.token,
    )
  await push({ ...other, token, writer }, 2)
  await expect.poll(() => heard.text).toContain('event: moved\ndata: {"head":2}\n\n')
  await push(other, 5)
  await expect.poll(() => heard.text).toMatch(/(: still here\n\n){2}/)
  expect(heard.text).not.toContain('{"head":5}')
  expect(heard.text).not.toMatch(/party|agreed|note/)
  heard.leave()
  await expect.poll(open).toBe('0')
})

test('[Y19] it ends when the station is revoked, and when its token has run out', async () => {
  const { token, key } = await cloud.member()
  const other = await cloud.member()
  const [revoked, expired] = [await listen(token), await listen(other.token)]
  await cloud.post(`/v1/stations/${key.id}/revoke`, {}, token)
  await expect.poll(() => revoked.hasEnded).toBe(true)
  expect(expired.hasEnded).toBe(false)
  cloud.clock.now += 15 * 60_000
  await expect.poll(() => expired.hasEnded).toBe(true)
})

test('[Y11] a station that comes back again and again loses its oldest line; too many lines are refused', async () => {
  const [one, other] = [await cloud.member(), await cloud.member()]
  const lines = [await listen(one.token), await listen(one.token), await listen(one.token)]
  await expect.poll(() => lines.map((each) => each.hasEnded)).toEqual([true, false, false])
  const theirs = [await listen(other.token), await listen(other.token)]
  expect(theirs.map((each) => each.status)).toEqual([200, 429])
  for (const each of [...lines, ...theirs]) each.leave()
})
