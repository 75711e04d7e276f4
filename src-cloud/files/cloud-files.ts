import { createHash } from 'node:crypto'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { FileShelf, ShelvedFile } from './file-shelf.ts'
import { type ByteRange, type FileVault, pieceBytes } from './file-vault.ts'

export interface FileLimits {
  readonly fileBytes: number
  /** Of all files of one organisation. */
  readonly organisationBytes: number
}

export const usualFileLimits: FileLimits = { fileBytes: 4 * 1024 ** 3, organisationBytes: 500 * 1024 ** 3 }

export interface CloudFileParts {
  readonly shelf: FileShelf
  readonly vault: FileVault
  readonly clock: () => number
  readonly limits?: FileLimits
}

/** Where an upload stands: what is still wanted begins at `received`. */
export interface Standing {
  readonly received: number
  readonly size: number
  readonly pieceBytes: number
  readonly isWhole: boolean
}

export interface CloudFiles {
  /** Begins an upload, or says where it stands. */
  begin(org: string, hash: string, size: number): Promise<Result<Standing>>
  piece(org: string, hash: string, offset: number, bytes: Uint8Array): Promise<Result<Standing>>
  /** Counts and hashes what came; what is not what it should be is thrown away. */
  finish(org: string, hash: string): Promise<Result<Standing>>
  find(org: string, hash: string): Promise<ShelvedFile | undefined>
  read(org: string, hash: string, range: ByteRange): Promise<ReadableStream<Uint8Array>>
}

/** Files of organisations, by their hash: taken in pieces, given out whole or in part (SPEC F1 to F5). */
export function cloudFiles({ shelf, vault, clock, limits = usualFileLimits }: CloudFileParts): CloudFiles {
  const finishing = new Map<string, Promise<Result<Standing>>>()
  const now = (): string => new Date(clock()).toISOString()

  const discard = async (org: string, { hash, progress }: ShelvedFile): Promise<void> => {
    await vault.discard({ org, hash }, progress)
    await shelf.remove(org, hash)
  }

  const verify = async (org: string, hash: string): Promise<Result<Standing>> => {
    const file = await shelf.find(org, hash)
    if (file === undefined) return refused('notFound.file')
    if (file.isWhole) return accepted(standing(file))
    if (file.received !== file.size) return refused('file.incomplete', { received: file.received })
    await vault.complete({ org, hash }, file.progress)
    const digest = createHash('sha256')
    let size = 0
    for await (const part of await vault.read({ org, hash }, { start: 0, end: file.size - 1 })) {
      digest.update(part)
      size += part.length
    }
    if (size !== file.size || digest.digest('hex') !== hash) {
      await discard(org, file)
      return refused('file.hashDiffers')
    }
    await shelf.makeWhole(org, hash, now())
    return accepted(standing({ ...file, isWhole: true }))
  }

  return {
    begin: async (org, hash, size) => {
      const known = await shelf.find(org, hash)
      if (known !== undefined && (known.isWhole || known.size === size)) return accepted(standing(known))
      // One hash has one size: one of the two was wrong about it, and nothing of it is whole.
      if (known !== undefined) await discard(org, known)
      if (size > limits.fileBytes) return refused('file.tooLarge', { limit: limits.fileBytes })
      if ((await shelf.bytesOf(org)) + size > limits.organisationBytes) return refused('file.noRoom')
      await shelf.begin(org, { hash, size, progress: await vault.begin({ org, hash }) }, now())
      const begun = await shelf.find(org, hash)
      return begun === undefined ? refused('notFound.file') : accepted(standing(begun))
    },
    piece: async (org, hash, offset, bytes) => {
      const file = await shelf.find(org, hash)
      if (file === undefined) return refused('notFound.file')
      const end = offset + bytes.length
      // Its answer was lost: it is there already.
      if (file.isWhole || (end <= file.received && bytes.length > 0)) return accepted(standing(file))
      if (offset !== file.received) return refused('file.offset', { received: file.received })
      if (bytes.length !== Math.min(pieceBytes, file.size - offset)) return refused('input.malformed', { at: 'body' })
      const progress = await vault.piece({ org, hash }, file.progress, offset, bytes)
      if (await shelf.advance(org, hash, offset, end, progress)) return accepted(standing({ ...file, received: end }))
      return refused('file.offset', { received: (await shelf.find(org, hash))?.received ?? 0 })
    },
    finish: async (org, hash) => {
      const key = `${org} ${hash}`
      const running = finishing.get(key) ?? verify(org, hash)
      finishing.set(key, running)
      try {
        return await running
      } finally {
        finishing.delete(key)
      }
    },
    find: (org, hash) => shelf.find(org, hash),
    read: (org, hash, range) => vault.read({ org, hash }, range),
  }
}

function standing({ received, size, isWhole }: ShelvedFile): Standing {
  return { received, size, pieceBytes, isWhole }
}
