import { join } from 'node:path'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import type { SyncPorts } from '#main/sync/module.ts'

/** Ports of a station whose keys lie in a folder of its own. */
export function syncPortsOf(keysFolder: string, more: Pick<SyncPorts, 'times'> & Partial<SyncPorts>): SyncPorts {
  const box = fileSecretBox(keysFolder)
  return { keys: stationKeyFiles(keysFolder, box), box, version: '0.1.0', reopen: () => undefined, ...more }
}

/** Where the keys of a station lie, beside the others of one test. */
export function keysFolderOf(home: string, name: string): string {
  return join(home, 'keys', name)
}
