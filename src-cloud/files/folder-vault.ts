import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileKey, FileVault } from './file-vault.ts'

/** Files in a folder of this computer, or one that all servers of this cloud share. */
export function folderVault(folder: string): FileVault {
  const pathOf = ({ org, hash }: FileKey): string => join(folder, org, hash.slice(0, 2), hash)
  const partOf = (key: FileKey): string => `${pathOf(key)}.part`
  return {
    begin: async (key) => {
      await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 })
      const file = await open(partOf(key), 'w', 0o600)
      await file.close()
      return ''
    },
    piece: async (key, progress, offset, bytes) => {
      const file = await open(partOf(key), 'r+')
      try {
        await file.write(bytes, 0, bytes.length, offset)
        // Before the account of it moves on: what counts as received is on the disk.
        await file.datasync()
      } finally {
        await file.close()
      }
      return progress
    },
    complete: async (key) => {
      try {
        await rename(partOf(key), pathOf(key))
      } catch (problem) {
        if (!isMissing(problem)) throw problem
      }
      await flushFolder(dirname(pathOf(key)))
    },
    read: async (key, { start, end }) => {
      const stream = createReadStream(pathOf(key), { start, end })
      await new Promise<void>((resolve, reject) => {
        stream.once('open', () => resolve())
        stream.once('error', reject)
      })
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>
    },
    discard: async (key) => {
      await rm(partOf(key), { force: true })
      await rm(pathOf(key), { force: true })
    },
  }
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT'
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
