import { defineCommand } from '#main/platform/bus/module.ts'
import { filesContract } from '#shared/files/contract.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

export const archiveFile = defineCommand(filesContract['file.archive'], () => ({ id, archived }, { tx, read }) => {
  if (read(fileEntity, id) === undefined) return refused('notFound.file', { id })
  tx.set(fileEntity, id, { archived })
  return accepted(null)
})
