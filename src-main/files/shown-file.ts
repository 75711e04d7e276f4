import { isPreviewable } from '#shared/files/file-record.ts'
import type { FileRecord } from '#shared/files/replication.ts'
import { shortCodeOf } from '#shared/files/short-code.ts'
import { placeReader } from './file-places.ts'

/** A record as screens see it. The place is looked up each time: antivirus programs take files away unasked (FI6). */
export function fileShower(services: Parameters<typeof placeReader>[0]) {
  const placeOf = placeReader(services)
  return (id: string, record: FileRecord) => ({
    id,
    ...record,
    shortCode: shortCodeOf(record.hash),
    previewable: isPreviewable(record.mediaType, record.quarantine),
    ...placeOf(record.hash),
  })
}
