import { readFileSync, statfsSync } from 'node:fs'
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os'
import Database from 'better-sqlite3'

export interface MachineFacts {
  readonly system: string
  readonly processor: string
  readonly cores: number
  readonly memory: string
  readonly disk: string
  readonly node: string
  readonly sqlite: string
  /** Processes that wanted to run, averaged over the last minute, when the bench began. */
  readonly load: number
}

/** What a reader must know before a number means anything. */
export function thisMachine(folder: string): MachineFacts {
  const memory = new Database(':memory:')
  const sqlite = String(memory.prepare('select sqlite_version()').pluck().get())
  memory.close()
  const { bsize, blocks, bavail } = statfsSync(folder)
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(0)} GB`
  return {
    system: `${type()} ${release()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: gigabytes(totalmem()),
    disk: `${fileSystemOf(folder)}, ${gigabytes(bsize * blocks)}, ${gigabytes(bsize * bavail)} free`,
    node: process.versions.node,
    sqlite,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}

/** The kind of file system and of device under a folder, where the system says so. */
function fileSystemOf(folder: string): string {
  try {
    const mounts = readFileSync('/proc/mounts', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, place = '']) => folder === place || folder.startsWith(place.endsWith('/') ? place : `${place}/`))
      .sort(([, a = ''], [, b = '']) => b.length - a.length)
    const [device = '', , kind = ''] = mounts[0] ?? []
    return `${kind} on ${device.replace(/^\/dev\//, '')}`
  } catch {
    return 'unknown file system'
  }
}
