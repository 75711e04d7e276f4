import { defineQuery } from '#main/platform/bus/module.ts'
import { filesContract } from '#shared/files/contract.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { shownFile } from '../shown-file.ts'

export const getFile = defineQuery(filesContract['file.get'], ({ files }) => ({ id }, { read }) => {
  const record = read(fileEntity, id)
  return record === undefined ? refused('notFound.file', { id }) : accepted(shownFile(id, record, files))
})
