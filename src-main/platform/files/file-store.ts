import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** SHA-256 of a file's bytes, as hex: its name in the store and its identity everywhere. */
export type FileHash = string

export const fileHashPattern = /^[0-9a-f]{64}$/

/**
 * Files by hash in the data folder (write-path "Files"): written under a temporary name, flushed, then renamed, so that a
 * name in the store always stands for whole content. Original names live in records, never on disk.
 */
export interface FileStore {
  put(bytes: Uint8Array): FileHash
  /** Bytes, or undefined when the file is not here (it may be on another station). */
  get(hash: FileHash): Uint8Array | undefined
  has(hash: FileHash): boolean
  pathOf(hash: FileHash): string
  sizeOf(hash: FileHash): number | undefined
  /** A file that arrives in pieces; resumes where it stopped. */
  receive(uploadId: string): FileUpload
}

export interface FileUpload {
  /** Bytes that are here already. */
  readonly size: number
  /** Appends at the offset; refuses a gap by returning false. */
  append(offset: number, bytes: Uint8Array): boolean
  /** Checks the hash if one was promised and moves the file into the store. */
  finish(promised?: FileHash): { readonly hash: FileHash; readonly size: number } | undefined
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
      rmSync(temporary)
      return
    }
    mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
    renameSync(temporary, path)
    flushFolder(join(folder, hash.slice(0, 2)))
  }
  return {
    pathOf,
    has: (hash) => existsSync(pathOf(hash)),
    get: (hash) => (existsSync(pathOf(hash)) ? readFileSync(pathOf(hash)) : undefined),
    sizeOf: (hash) => (existsSync(pathOf(hash)) ? statSync(pathOf(hash)).size : undefined),
    put: (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (existsSync(pathOf(hash))) return hash
      const temporary = join(incoming, `${hash}.${process.pid}.new`)
      writeWhole(temporary, bytes)
      keep(temporary, hash)
      return hash
    },
    receive: (uploadId) => {
      if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw new Error('not an upload id')
      const temporary = join(incoming, `${uploadId}.part`)
      return {
        get size() {
          return existsSync(temporary) ? statSync(temporary).size : 0
        },
        append: (offset, bytes) => {
          const standing = existsSync(temporary) ? statSync(temporary).size : 0
          if (offset !== standing) return false
          const file = openSync(temporary, 'a')
          writeSync(file, bytes)
          closeSync(file)
          return true
        },
        finish: (promised) => {
          if (!existsSync(temporary)) return undefined
          const file = openSync(temporary, 'r+')
          fsyncSync(file)
          closeSync(file)
          const bytes = readFileSync(temporary)
          const hash = createHash('sha256').update(bytes).digest('hex')
          if (promised !== undefined && promised !== hash) return undefined
          keep(temporary, hash)
          return { hash, size: bytes.byteLength }
        },
        discard: () => rmSync(temporary, { force: true }),
      }
    },
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
