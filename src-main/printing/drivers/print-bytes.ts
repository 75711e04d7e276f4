import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The exact bytes of each print job, in a file of its own beside the database, kept for an exact reprint (P5). */
export interface PrintBytes {
  put(printJobId: string, bytes: Uint8Array): void
  get(printJobId: string): Uint8Array | undefined
  remove(printJobId: string): void
  /** Removes whatever else lies in the folder; how many files that were. */
  keepOnly(printJobIds: ReadonlySet<string>): number
}

export function openPrintBytes(folder: string): PrintBytes {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/u.test(id)) throw new Error('not the id of a print job')
    return join(folder, `${id}.bytes`)
  }
  return {
    put: (id, bytes) => {
      // Not flushed: the paper itself is in the database, and whoever reads the file compares its length.
      const temporary = `${pathOf(id)}.new`
      writeFileSync(temporary, bytes, { mode: 0o600 })
      renameSync(temporary, pathOf(id))
    },
    get: (id) => (existsSync(pathOf(id)) ? readFileSync(pathOf(id)) : undefined),
    remove: (id) => rmSync(pathOf(id), { force: true }),
    keepOnly: (ids) => {
      const strays = readdirSync(folder).filter((name) => !name.endsWith('.bytes') || !ids.has(name.slice(0, -6)))
      for (const name of strays) rmSync(join(folder, name), { force: true, recursive: true })
      return strays.length
    },
  }
}
