import type { FileStore } from '#main/platform/files/file-store.ts'
import { isPreviewable } from '#shared/files/file-record.ts'
import type { FileRecord } from '#shared/files/replication.ts'
import { shortCodeOf } from '#shared/files/short-code.ts'

/** A record as screens see it. The place is looked up each time: antivirus programs take files away unasked (FI6). */
export function shownFile(id: string, record: FileRecord, files: Pick<FileStore, 'has'>) {
  return {
    id,
    ...record,
    shortCode: shortCodeOf(record.hash),
    previewable: isPreviewable(record.mediaType, record.quarantine),
    place: files.has(record.hash) ? ('here' as const) : ('missing' as const),
  }
}
