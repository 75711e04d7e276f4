import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

/** SHA-256 of a file's bytes, as hex: its name in the store and its identity everywhere. */
export type FileHash = string

export const fileHashPattern = /^[0-9a-f]{64}$/

/**
 * Files by hash in the data folder (write-path "Files"): written under a temporary name, flushed, then renamed, so that a
 * name in the store always stands for whole content. Original names live in records, never on disk.
 */
export interface FileStore {
  /** Where the store lies, for threads that open it for themselves. */
  readonly folder: string
  put(bytes: Uint8Array): FileHash
  /** Bytes, or undefined when the file is not here (it may be on another station). */
  get(hash: FileHash): Uint8Array | undefined
  /** The first bytes only: what a file is, without reading 4 GB of it. */
  head(hash: FileHash, count: number): Uint8Array | undefined
  /** Some bytes from a place on, without holding up the thread; fewer at the end, undefined where the file is not here. */
  part(hash: FileHash, offset: number, count: number): Promise<Uint8Array<ArrayBuffer> | undefined>
  has(hash: FileHash): boolean
  pathOf(hash: FileHash): string
  sizeOf(hash: FileHash): number | undefined
  /** Bytes that the disk still takes. */
  room(): number
  /** A file that arrives in pieces; resumes where it stopped. */
  receive(uploadId: string): FileUpload
}

export interface FileUpload {
  /** The unfinished file; hashed and flushed by another thread before it is kept. */
  readonly path: string
  /** Bytes that are here already. */
  readonly size: number
  /** Appends at the offset; refuses a gap by returning false. */
  append(offset: number, bytes: Uint8Array): boolean
  /** Moves the file, whose hash this is, into the store. */
  keep(hash: FileHash): void
  discard(): void
}

export function openFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (hash: FileHash): string => {
    if (!fileHashPattern.test(hash)) throw new Error('not a file hash')
    return join(folder, hash.slice(0, 2), hash)
  }
  const keep = (temporary: string, hash: FileHash): void => {
    const path = pathOf(hash)
    if (existsSync(path)) {
      rmSync(temporary, { force: true })
      return
    }
    mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
    renameSync(temporary, path)
    flushFolder(join(folder, hash.slice(0, 2)))
  }
  return {
    folder,
    pathOf,
    has: (hash) => existsSync(pathOf(hash)),
    get: (hash) => (existsSync(pathOf(hash)) ? readFileSync(pathOf(hash)) : undefined),
    head: (hash, count) => (existsSync(pathOf(hash)) ? firstBytes(pathOf(hash), count) : undefined),
    part: (hash, offset, count) => partOf(pathOf(hash), offset, count),
    sizeOf: (hash) => sizeOf(pathOf(hash)),
    room: () => {
      const { bavail, bsize } = statfsSync(folder)
      return bavail * bsize
    },
    put: (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (existsSync(pathOf(hash))) return hash
      // Two threads may put the same bytes at once: each has a name of its own until the rename.
      const temporary = join(incoming, `${hash}.${randomUUID()}.new`)
      writeWhole(temporary, bytes)
      keep(temporary, hash)
      return hash
    },
    receive: (uploadId) => {
      if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw new Error('not an upload id')
      const temporary = join(incoming, `${uploadId}.part`)
      return {
        path: temporary,
        get size() {
          return sizeOf(temporary) ?? 0
        },
        append: (offset, bytes) => {
          if (offset !== (sizeOf(temporary) ?? 0)) return false
          const file = openSync(temporary, 'a', 0o600)
          try {
            writeSync(file, bytes)
          } finally {
            closeSync(file)
          }
          return true
        },
        keep: (hash) => keep(temporary, hash),
        discard: () => rmSync(temporary, { force: true }),
      }
    },
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size
}

function firstBytes(path: string, count: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(count)
    return bytes.subarray(0, readSync(file, bytes, 0, count, 0))
  } finally {
    closeSync(file)
  }
}

async function partOf(path: string, offset: number, count: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await open(path, 'r').catch(() => undefined)
  if (file === undefined) return undefined
  try {
    const bytes = new Uint8Array(count)
    const { bytesRead } = await file.read(bytes, 0, count, offset)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w')
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
}

function flushFolder(folder: string): void {
  // Windows cannot open a folder; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
