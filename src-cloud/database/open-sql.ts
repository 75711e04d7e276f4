import { join } from 'node:path'
import { ownFolder } from './folder-owner.ts'
import { pgSql } from './pg-sql.ts'
import { pgliteSql } from './pglite-sql.ts'
import type { Sql } from './sql.ts'

export type SqlPlace =
  | { readonly is: 'server'; readonly connectionString: string; readonly log: (line: string) => void }
  | { readonly is: 'folder'; readonly folder: string }

/** Undefined: another process has this folder. */
export async function openSql(place: SqlPlace): Promise<Sql | undefined> {
  if (place.is === 'server') return pgSql(place)
  const release = ownFolder(place.folder)
  if (release === undefined) return undefined
  const sql = await pgliteSql(join(place.folder, 'database'))
  return {
    ...sql,
    close: async () => {
      await sql.close()
      release()
    },
  }
}
