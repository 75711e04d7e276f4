import { defineLocal, type Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import type { SealedFile } from '#main/platform/files/seal-file.ts'
import { filesContract } from '#shared/files/contract.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { fileShower } from '../shown-file.ts'
import { ownerOf, type Upload, uploadsOf } from '../uploads.ts'

/**
 * Hashes what was received beside the core, moves it into the store and makes its record, which has the id of the upload:
 * whoever asks again, also after a crash in between, gets the same record.
 */
export const finishFile = defineLocal(filesContract['file.finish'], (services) => {
  const uploads = uploadsOf(services)
  const shown = fileShower(services)
  const finishing = new Map<string, Promise<Result<null>>>()

  const answer = (id: string) => {
    const record = services.read(fileEntity, id)
    return record === undefined ? refused('notFound.fileUpload', { id }) : accepted(shown(id, record))
  }
  const finish = async (upload: Upload, promised: string | undefined, viewer: Viewer): Promise<Result<null>> => {
    const hash = await keep(services, upload, promised, uploads)
    if (!hash.ok) return hash
    const { id, name, kind, replaces } = upload
    const as = { userId: ownerOf(viewer), role: viewer.role }
    const record = await services.runCommand('file.register', { id, hash: hash.value, name, kind, replaces }, id, as)
    if (!record.ok) return record
    uploads.remove(id)
    return accepted(null)
  }
  return async ({ uploadId, sha256 }, { viewer }) => {
    const upload = uploads.find(uploadId, viewer)
    if (upload === undefined) return answer(uploadId)
    const running = finishing.get(uploadId) ?? finish(upload, sha256, viewer)
    finishing.set(uploadId, running)
    try {
      const done = await running
      return done.ok ? answer(uploadId) : done
    } finally {
      finishing.delete(uploadId)
    }
  }
})

/** Into the store under its hash. The hash is written down first: a crash after the move must find its way back. */
async function keep(
  { files, chores }: Services,
  upload: Upload,
  promised: string | undefined,
  uploads: ReturnType<typeof uploadsOf>,
): Promise<Result<string>> {
  if (upload.hash !== null && files.has(upload.hash)) return accepted(upload.hash)
  const incoming = files.receive(upload.id)
  if (incoming.size !== upload.size) return refused('file.incomplete', { received: incoming.size, size: upload.size })
  const { hash, size } = await chores.run<SealedFile>('files.seal', { path: incoming.path })
  if (size !== upload.size) return refused('file.incomplete', { received: size, size: upload.size })
  if (promised !== undefined && promised !== hash) {
    // Nobody can tell which piece is wrong: the file comes anew.
    incoming.discard()
    uploads.remove(upload.id)
    return refused('file.hashDiffers')
  }
  uploads.sealed(upload.id, hash)
  incoming.keep(hash)
  return accepted(hash)
}
