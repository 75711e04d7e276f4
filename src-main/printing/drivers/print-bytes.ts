import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The exact bytes of each print job, in a file of its own beside the database, kept for an exact reprint (P5). */
export interface PrintBytes {
  put(printJobId: string, bytes: Uint8Array): void
  get(printJobId: string): Uint8Array | undefined
  remove(printJobId: string): void
}

export function openPrintBytes(folder: string): PrintBytes {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/u.test(id)) throw new Error('not the id of a print job')
    return join(folder, `${id}.bytes`)
  }
  return {
    put: (id, bytes) => {
      // Whole or not there: a name never stands for half a paper.
      const temporary = `${pathOf(id)}.new`
      const file = openSync(temporary, 'w', 0o600)
      writeSync(file, bytes)
      fsyncSync(file)
      closeSync(file)
      renameSync(temporary, pathOf(id))
    },
    get: (id) => (existsSync(pathOf(id)) ? readFileSync(pathOf(id)) : undefined),
    remove: (id) => rmSync(pathOf(id), { force: true }),
  }
}
