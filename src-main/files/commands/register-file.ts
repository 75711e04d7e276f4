import { defineCommand } from '#main/platform/bus/module.ts'
import { mediaTypeHead, mediaTypeOf } from '#main/platform/files/media-type.ts'
import { filesContract } from '#shared/files/contract.ts'
import { readFileName } from '#shared/files/file-name.ts'
import { quarantineOf } from '#shared/files/quarantine.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

export const registerFile = defineCommand(filesContract['file.register'], ({ files }) => (input, context) => {
  const { hash, kind, replaces } = input
  const size = files.sizeOf(hash)
  if (size === undefined) return refused('file.missing', { hash })
  const replaced = replaces === null ? undefined : context.read(fileEntity, replaces)
  if (replaces !== null && replaced === undefined) return refused('notFound.file', { id: replaces })
  const name = readFileName(input.name)
  const mediaType = mediaTypeOf(files.head(hash, mediaTypeHead) ?? new Uint8Array())
  const version = (replaced?.version ?? 0) + 1
  const id = input.id ?? context.newId()
  context.tx.create(fileEntity, id, {
    hash,
    size,
    mediaType,
    name,
    kind,
    quarantine: quarantineOf(mediaType, name),
    version,
    replaces,
  })
  return accepted({ id, version })
})
