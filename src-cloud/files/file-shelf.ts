/** What is known of a file of an organisation, beside its bytes. */
export interface ShelvedFile {
  readonly hash: string
  readonly size: number
  /** Bytes that are there for good; all of them, once it is whole. */
  readonly received: number
  /** The vault's own account of the pieces. */
  readonly progress: string
  /** Its bytes were counted and hashed, and are what they should be. */
  readonly isWhole: boolean
}

/** The register of files. The same behaviour in memory and in PostgreSQL. */
export interface FileShelf {
  find(org: string, hash: string): Promise<ShelvedFile | undefined>
  /** Bytes of all files of an organisation, those still coming with their whole size. */
  bytesOf(org: string): Promise<number>
  /** Does nothing where it is there already. */
  begin(org: string, file: Pick<ShelvedFile, 'hash' | 'size' | 'progress'>, at: string): Promise<void>
  /** Moves the account on, from where the caller saw it; false: somebody else was quicker. */
  advance(org: string, hash: string, from: number, to: number, progress: string): Promise<boolean>
  makeWhole(org: string, hash: string, at: string): Promise<void>
  remove(org: string, hash: string): Promise<void>
}

export function memoryShelf(): FileShelf {
  const files = new Map<string, ShelvedFile>()
  const keyOf = (org: string, hash: string): string => `${org} ${hash}`
  return {
    find: async (org, hash) => files.get(keyOf(org, hash)),
    bytesOf: async (org) =>
      [...files].reduce((sum, [key, file]) => sum + (key.startsWith(`${org} `) ? file.size : 0), 0),
    begin: async (org, file) => {
      const key = keyOf(org, file.hash)
      if (!files.has(key)) files.set(key, { ...file, received: 0, isWhole: false })
    },
    advance: async (org, hash, from, to, progress) => {
      const file = files.get(keyOf(org, hash))
      if (file === undefined || file.isWhole || file.received !== from) return false
      files.set(keyOf(org, hash), { ...file, received: to, progress })
      return true
    },
    makeWhole: async (org, hash) => {
      const file = files.get(keyOf(org, hash))
      if (file !== undefined) files.set(keyOf(org, hash), { ...file, isWhole: true })
    },
    remove: async (org, hash) => {
      files.delete(keyOf(org, hash))
    },
  }
}
