import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { shortCodeOf } from '#shared/files/short-code.ts'
import { files } from './tables.ts'

export const fileProjection = projection({
  entity: fileEntity,
  tables: [files],
  rows: ({ archived, ...file }, id) => [
    rowOf(files, { id, ...file, shortCode: shortCodeOf(file.hash), isArchived: archived }),
  ],
})
