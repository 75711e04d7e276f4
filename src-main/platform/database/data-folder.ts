import { mkdirSync, realpathSync, statfsSync } from 'node:fs'
import { DatabaseRefused } from './open-database.ts'

/** File systems that lie about locks or flushes: NFS, SMB and CIFS, exFAT, FAT (reliability 96, A1). */
const unsafeFileSystems: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  538032816: 'exFAT',
  19780: 'FAT',
}

/** Folders that a cloud program copies behind our back, file by file. */
const syncedFolder =
  /(^|[\\/])(onedrive|dropbox|google ?drive|icloud ?drive|com~apple~clouddocs|nextcloud|creative cloud files)([ \-_][^\\/]*)?([\\/]|$)/i

/** Makes the folder if needed; refuses a place where a live database would be damaged. Backups may go there. */
export function prepareDataFolder(
  folder: string,
  fileSystemOf: (path: string) => number = (path) => statfsSync(path).type,
): string {
  refuseUnsafePath(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const real = realpathSync(folder)
  refuseUnsafePath(real)
  const kind = unsafeFileSystems[fileSystemOf(real) >>> 0]
  if (kind !== undefined) throw new DatabaseRefused('database.unsafeFolder', { folder: real, kind })
  return real
}

function refuseUnsafePath(folder: string): void {
  if (/^(\\\\|\/\/)[^\\/]/.test(folder))
    throw new DatabaseRefused('database.unsafeFolder', { folder, kind: 'network share' })
  const synced = syncedFolder.exec(folder)
  if (synced) throw new DatabaseRefused('database.unsafeFolder', { folder, kind: synced[2] ?? '' })
}
