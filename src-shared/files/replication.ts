import { type DocumentOf, documentEntity, free, type WrittenBy } from '#shared/kernel/change/entity.ts'
import type { FileKind, QuarantineReason } from './file-record.ts'

const fileWriters: WrittenBy = { 'file.register': ['file.keep'], 'file.archive': ['file.keep'] }

/** A file as a person brought it: the same bytes brought twice are two records over one stored file (FI2). */
export const fileEntity = documentEntity('file', fileWriters, {
  /** SHA-256 of the bytes, hex. */
  hash: free(''),
  size: free(0),
  /** By content, never by name. */
  mediaType: free('application/octet-stream'),
  /** As its owner called it: text only, never a path (reliability 47). */
  name: free('', { personal: true }),
  kind: free<FileKind>('artwork'),
  quarantine: free<QuarantineReason | null>(null),
  /** 1 for a new file, one more than the record it replaces. */
  version: free(1),
  replaces: free<string | null>(null),
  archived: free(false),
})

export type FileRecord = DocumentOf<typeof fileEntity>
