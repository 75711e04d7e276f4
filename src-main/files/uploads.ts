import type { Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import type { FileKind } from '#shared/files/file-record.ts'

export interface Upload {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly kind: FileKind
  readonly replaces: string | null
  readonly owner: string
  readonly hash: string | null
}

/** Who brings a file: a person, or before the shop is set up the session. */
export function ownerOf(viewer: Viewer): string {
  return viewer.userId ?? viewer.sessionId
}

/** The uploads of this station. Somebody else's upload is not found (FI5). */
export function uploadsOf({ local }: Pick<Services, 'local'>) {
  const find = local.read<Upload>(
    'select id, name, size, kind, replaces, owner, hash from file_uploads where id = ? and owner = ?',
  )
  const insert = local.write(
    'insert into file_uploads (id, name, size, kind, replaces, owner, begun_at) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const seal = local.write('update file_uploads set hash = ? where id = ?')
  const remove = local.write('delete from file_uploads where id = ?')
  const old = local.read<{ id: string }>('select id from file_uploads where begun_at < ?')
  return {
    find: (id: string, viewer: Viewer): Upload | undefined => find.get(id, ownerOf(viewer)),
    add: (upload: Omit<Upload, 'hash'>, begunAt: string) =>
      insert.run(upload.id, upload.name, upload.size, upload.kind, upload.replaces, upload.owner, begunAt),
    sealed: (id: string, hash: string) => seal.run(hash, id),
    remove: (id: string) => remove.run(id),
    begunBefore: (instant: string): readonly string[] => old.all(instant).map((row) => row.id),
  }
}
