import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pieceBytes } from '#cloud/files/file-vault.ts'
import { sha256 } from '#tests/contracts/file-vault-suite.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'

let cloud: CloudOverHttp
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const put = async (
  hash: string,
  offset: number | string,
  bytes: Uint8Array<ArrayBuffer>,
  token: string,
  headers = {},
) => {
  const response = await fetch(`${cloud.url}/v1/files/${hash}?offset=${offset}`, {
    method: 'PUT',
    body: bytes,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
  })
  return { status: response.status, body: await response.json() }
}
const get = async (hash: string, token: string, range?: string) => {
  const headers = { authorization: `Bearer ${token}`, ...(range !== undefined && { range }) }
  const response = await fetch(`${cloud.url}/v1/files/${hash}`, { headers })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers }
}

test('[F1] [F2] [F4] [bad input 81] over HTTP a file is begun, sent by offset, finished and read, whole or in part', async () => {
  const { token } = await cloud.member()
  const bytes = new Uint8Array(randomBytes(10_000))
  const hash = sha256(bytes)
  expect((await get(hash, token)).status).toBe(404)
  expect(await cloud.post(`/v1/files/${hash}`, { size: 10_000 }, token)).toMatchObject({
    status: 200,
    body: { received: 0, pieceBytes },
  })
  // Not there as long as it is not whole.
  expect((await get(hash, token)).status).toBe(404)
  expect(await put(hash, 5, bytes.slice(5), token)).toEqual({
    status: 409,
    body: { code: 'file.offset', params: { received: 0 } },
  })
  expect(await cloud.post(`/v1/files/${hash}/finish`, {}, token)).toMatchObject({
    status: 409,
    body: { code: 'file.incomplete', params: { received: 0 } },
  })
  expect(await put(hash, 0, bytes, token)).toMatchObject({ status: 200, body: { received: 10_000, isWhole: false } })
  expect((await cloud.post(`/v1/files/${hash}/finish`, {}, token)).body).toMatchObject({ isWhole: true })
  const whole = await get(hash, token)
  expect([whole.status, whole.headers.get('content-length'), sha256(whole.bytes)]).toEqual([200, '10000', hash])
  const part = await get(hash, token, 'bytes=9990-')
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 9990-9999/10000'])
  expect(part.bytes).toEqual(Buffer.from(bytes.slice(9990)))
  expect((await get(hash, token, 'bytes=3-4')).bytes).toEqual(Buffer.from(bytes.slice(3, 5)))
  for (const bad of ['bytes=10000-', 'bytes=5-4', 'bytes=-5', 'bytes=a-b', 'lines=1-2', 'bytes=1-2,4-5'])
    expect([bad, (await get(hash, token, bad)).status]).toEqual([bad, 416])
})

test('[F3] [F4] what is forged, too large, of another kind or somebody else’s gets nothing', async () => {
  const [{ token }, other] = [await cloud.member(), await cloud.member()]
  const bytes = new Uint8Array(randomBytes(100))
  const hash = sha256(bytes)
  await cloud.post(`/v1/files/${hash}`, { size: 100 }, token)
  expect((await put(hash, 0, bytes, token, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await put(hash, 0, bytes, token, { 'content-encoding': 'gzip' })).status).toBe(415)
  expect((await put(hash, 'x', bytes, token)).status).toBe(400)
  expect((await put(hash, -1, bytes, token)).status).toBe(400)
  expect((await put(hash, 0, new Uint8Array(99), token)).status).toBe(400)
  expect((await put(hash, 0, new Uint8Array(pieceBytes + 1), token)).status).toBe(413)
  expect((await put('../../etc/passwd', 0, bytes, token)).status).toBe(404)
  expect((await put(hash.toUpperCase(), 0, bytes, token)).status).toBe(404)
  expect((await put(hash, 0, bytes, 'forged')).status).toBe(401)
  for (const size of [0, -1, 1.5, '9', null, Number.MAX_SAFE_INTEGER])
    expect([size, (await cloud.post(`/v1/files/${sha256(randomBytes(4))}`, { size }, token)).status]).toEqual([
      size,
      size === Number.MAX_SAFE_INTEGER ? 413 : 400,
    ])
  const wrong = new Uint8Array(bytes)
  wrong[0] = (wrong[0] ?? 0) ^ 1
  await put(hash, 0, wrong, token)
  expect(await cloud.post(`/v1/files/${hash}/finish`, {}, token)).toMatchObject({
    status: 422,
    body: { code: 'file.hashDiffers' },
  })
  await cloud.post(`/v1/files/${hash}`, { size: 100 }, token)
  await put(hash, 0, bytes, token)
  await cloud.post(`/v1/files/${hash}/finish`, {}, token)
  expect((await get(hash, token)).status).toBe(200)
  expect((await get(hash, other.token)).status).toBe(404)
  expect((await put(hash, 0, bytes, other.token)).status).toBe(404)
})
