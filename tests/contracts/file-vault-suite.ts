import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type CloudFiles, cloudFiles } from '#cloud/files/cloud-files.ts'
import { memoryShelf } from '#cloud/files/file-shelf.ts'
import { type FileVault, pieceBytes } from '#cloud/files/file-vault.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const refused = (code: string, params?: object) => ({
  ok: false,
  refusal: params === undefined ? { code } : { code, params },
})

export async function readAll(
  files: CloudFiles,
  org: string,
  hash: string,
  start = 0,
  end = Number.MAX_SAFE_INTEGER,
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of await files.read(org, hash, { start, end })) parts.push(part)
  return Buffer.concat(parts)
}

/** What every place for files does: a folder, or a store that speaks S3. */
export function fileVaultSuite(name: string, open: () => Promise<FileVault>): void {
  const opened = async () => {
    const limits = { fileBytes: 12 * 1024 * 1024, organisationBytes: 15 * 1024 * 1024 }
    return cloudFiles({ shelf: memoryShelf(), vault: await open(), clock: Date.now, limits })
  }

  describe(`files in ${name}`, () => {
    test('[F1] [F2] [F4] a file comes in pieces, goes on where it stopped, and is whole when its hash is right', async () => {
      const files = await opened()
      const bytes = randomBytes(pieceBytes + 1000)
      const [org, hash] = [randomUUID(), sha256(bytes)]
      const begun = { received: 0, size: bytes.length, pieceBytes, isWhole: false }
      expect(await files.begin(org, hash, bytes.length)).toEqual({ ok: true, value: begun })
      const first = bytes.subarray(0, pieceBytes)
      expect(await files.piece(org, hash, pieceBytes, bytes.subarray(pieceBytes))).toEqual(
        refused('file.offset', { received: 0 }),
      )
      expect(await files.piece(org, hash, 0, bytes.subarray(0, 99))).toEqual(refused('input.malformed', { at: 'body' }))
      expect(await files.piece(org, hash, 0, first)).toMatchObject({ value: { received: pieceBytes } })
      expect(await files.piece(org, hash, 0, first)).toMatchObject({ value: { received: pieceBytes } })
      expect(await files.finish(org, hash)).toEqual(refused('file.incomplete', { received: pieceBytes }))
      expect(await files.begin(org, hash, bytes.length)).toMatchObject({ value: { received: pieceBytes } })
      await files.piece(org, hash, pieceBytes, bytes.subarray(pieceBytes))
      const [one, other] = await Promise.all([files.finish(org, hash), files.finish(org, hash)])
      expect([one, other, await files.finish(org, hash)]).toMatchObject(Array(3).fill({ value: { isWhole: true } }))
      expect(await files.begin(org, hash, bytes.length)).toMatchObject({ value: { isWhole: true } })
      expect(sha256(await readAll(files, org, hash, 0, bytes.length - 1))).toBe(hash)
      const part = await readAll(files, org, hash, pieceBytes - 3, pieceBytes + 3)
      expect(part).toEqual(bytes.subarray(pieceBytes - 3, pieceBytes + 4))
    })

    test('[F4] other bytes than the hash says are thrown away, and the right ones may come after them', async () => {
      const files = await opened()
      const bytes = randomBytes(3000)
      const [org, hash] = [randomUUID(), sha256(bytes)]
      await files.begin(org, hash, bytes.length)
      const wrong = Buffer.from(bytes)
      wrong[7] = (wrong[7] ?? 0) ^ 1
      await files.piece(org, hash, 0, wrong)
      expect(await files.finish(org, hash)).toEqual(refused('file.hashDiffers'))
      expect(await files.find(org, hash)).toBeUndefined()
      expect(await files.finish(org, hash)).toEqual(refused('notFound.file'))
      await files.begin(org, hash, bytes.length)
      await files.piece(org, hash, 0, bytes)
      expect(await files.finish(org, hash)).toMatchObject({ value: { isWhole: true } })
    })

    test('[F3] one organisation’s files are not another’s, and have their limits', async () => {
      const files = await opened()
      const bytes = randomBytes(2000)
      const [here, there, hash] = [randomUUID(), randomUUID(), sha256(bytes)]
      await files.begin(here, hash, bytes.length)
      await files.piece(here, hash, 0, bytes)
      await files.finish(here, hash)
      expect(await files.find(there, hash)).toBeUndefined()
      // It has to bring the bytes itself: that somebody else has them gives it nothing.
      expect(await files.begin(there, hash, bytes.length)).toMatchObject({ value: { received: 0, isWhole: false } })
      const tooLarge = { limit: 12 * 1024 * 1024 }
      expect(await files.begin(here, sha256(randomBytes(1)), 12 * 1024 * 1024 + 1)).toEqual(
        refused('file.tooLarge', tooLarge),
      )
      expect(await files.begin(here, sha256(randomBytes(2)), 10 * 1024 * 1024)).toMatchObject({ ok: true })
      expect(await files.begin(here, sha256(randomBytes(3)), 6 * 1024 * 1024)).toEqual(refused('file.noRoom'))
    })

    test('[F1] who was wrong about the size begins anew', async () => {
      const files = await opened()
      const bytes = randomBytes(500)
      const [org, hash] = [randomUUID(), sha256(bytes)]
      await files.begin(org, hash, 77)
      await files.piece(org, hash, 0, bytes.subarray(0, 77))
      expect(await files.begin(org, hash, 500)).toMatchObject({ value: { received: 0, size: 500 } })
      await files.piece(org, hash, 0, bytes)
      expect(await files.finish(org, hash)).toMatchObject({ value: { isWhole: true } })
    })
  })
}
