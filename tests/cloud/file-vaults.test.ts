import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloudFiles } from '#cloud/files/cloud-files.ts'
import { memoryShelf } from '#cloud/files/file-shelf.ts'
import { folderVault } from '#cloud/files/folder-vault.ts'
import { S3Problem, s3Vault } from '#cloud/files/s3-vault.ts'
import { signed } from '#cloud/files/sigv4.ts'
import { fileVaultOf } from '#cloud/server/file-place.ts'
import { StoreBusy } from '#cloud/sync/store-busy.ts'
import { fileVaultSuite, readAll, sha256 } from '#tests/contracts/file-vault-suite.ts'
import { openS3Server, type S3Server } from '#tests/support/s3-server.ts'

const home = mkdtempSync(join(tmpdir(), 'counterproof-vault-'))
const keys = { accessKey: 'AK', secretKey: 'a secret/with+signs', region: 'eu-central-1', bucket: 'files' }
let s3: S3Server
beforeAll(async () => {
  s3 = await openS3Server(keys)
})
afterAll(async () => {
  await s3.close()
  rmSync(home, { recursive: true, force: true })
})

const vault = (more = {}) => s3Vault({ ...keys, endpoint: s3.url, now: Date.now, timeout: 400, firstRetry: 1, ...more })

fileVaultSuite('a folder', async () => folderVault(home))
fileVaultSuite('an S3-compatible store', async () => vault())

test('[F4] a folder holds nothing of what was thrown away, and keeps organisations apart', async () => {
  const folder = join(home, 'alone')
  const files = cloudFiles({ shelf: memoryShelf(), vault: folderVault(folder), clock: Date.now })
  const bytes = randomBytes(100)
  const [org, hash] = [randomUUID(), sha256(bytes)]
  await files.begin(org, hash, 100)
  await files.piece(org, hash, 0, randomBytes(100))
  await files.finish(org, hash)
  expect(readdirSync(join(folder, org, hash.slice(0, 2)))).toEqual([])
})

// Worked examples of AWS's own documentation of Signature Version 4 for S3.
describe('[F5] the signature of a request to S3', () => {
  const example = {
    accessKey: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const at = new Date('2013-05-24T00:00:00Z')
  const signature = (headers: Readonly<Record<string, string>>) =>
    /Signature=(\w+)$/.exec(headers.authorization ?? '')?.[1]

  test('of reading a range', () => {
    const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt')
    const request = { method: 'GET', url, headers: { Range: 'bytes=0-9' }, body: new Uint8Array() }
    expect(signature(signed(request, example, at))).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    )
  })

  test('of writing, with a sign in its path that is encoded', () => {
    const url = new URL('https://examplebucket.s3.amazonaws.com/test$file.text')
    const headers = { Date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
    const request = { method: 'PUT', url, headers, body: Buffer.from('Welcome to Amazon S3.') }
    expect(signature(signed(request, example, at))).toBe(
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    )
  })

  test('of a query without a value, and of one with two', () => {
    const sign = (query: string) =>
      signature(
        signed(
          {
            method: 'GET',
            url: new URL(`https://examplebucket.s3.amazonaws.com/${query}`),
            headers: {},
            body: new Uint8Array(),
          },
          example,
          at,
        ),
      )
    expect(sign('?lifecycle')).toBe('fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543')
    expect(sign('?max-keys=2&prefix=J')).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
  })
})

describe('[F5] a store that fails', () => {
  const put = async (through = vault()) => {
    const files = cloudFiles({ shelf: memoryShelf(), vault: through, clock: Date.now })
    const bytes = randomBytes(2000)
    const [org, hash] = [randomUUID(), sha256(bytes)]
    await files.begin(org, hash, bytes.length)
    await files.piece(org, hash, 0, bytes)
    const done = await files.finish(org, hash)
    return { files, org, hash, bytes, done }
  }

  test('is asked again after what passes: busy, at fault, reset, silent, an error inside a good answer', async () => {
    s3.fail([503, 'SlowDown'], [500, 'InternalError'], 'reset')
    const { files, org, hash, bytes, done } = await put()
    expect(done).toMatchObject({ value: { isWhole: true } })
    s3.fail('silence', [429, 'TooManyRequests'])
    expect(await readAll(files, org, hash, 0, 1999)).toEqual(bytes)
  })

  test('is a busy store when it goes on failing, and says so with its own word when it will not', async () => {
    s3.fail([503, 'SlowDown'], [503, 'SlowDown'], [503, 'SlowDown'], [503, 'SlowDown'])
    await expect(put()).rejects.toBeInstanceOf(StoreBusy)
    await expect(put(vault({ secretKey: 'another' }))).rejects.toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    })
    await expect(put(vault({ bucket: 'nowhere' }))).rejects.toBeInstanceOf(S3Problem)
  })

  test('a completion whose answer was lost is completed, one that failed inside its answer is not', async () => {
    const key = { org: randomUUID(), hash: sha256(randomBytes(1)) }
    const store = vault()
    const progress = await store.piece(key, await store.begin(key), 0, Buffer.from('file'))
    s3.fail('errorInBody')
    await expect(store.complete(key, progress)).rejects.toMatchObject({ code: 'InternalError' })
    await store.complete(key, progress)
    await store.complete(key, progress)
    expect(s3.objects.get(`${key.org}/${key.hash}`)?.toString()).toBe('file')
    const before = s3.openUploads()
    const other = { ...key, hash: sha256(randomBytes(2)) }
    await store.discard(other, await store.begin(other))
    expect(s3.openUploads()).toBe(before)
  })
})

test('[F5] the environment says where files lie, and what it lacks is said at the start', () => {
  expect(() => fileVaultOf('x', { FILES_S3_ENDPOINT: 'https://s3.example' })).toThrow(/FILES_S3_BUCKET/)
})
