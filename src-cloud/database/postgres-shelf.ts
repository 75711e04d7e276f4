import type { FileShelf } from '../files/file-shelf.ts'
import { asApp } from './as-app.ts'
import type { Sql } from './sql.ts'

interface FileRow {
  readonly hash: string
  readonly size: string | number
  readonly received: string | number
  readonly progress: string
  readonly is_whole: boolean
}

/** The register of files in PostgreSQL; the schema is brought up by `postgresStore`. */
export function postgresShelf(sql: Sql): FileShelf {
  return {
    find: (org, hash) =>
      asApp(sql, org, async (query) => {
        const [row] = await query<FileRow>(
          `select hash, size, received, progress, whole_at is not null as is_whole
           from stored_files where org = $1 and hash = $2`,
          [org, hash],
        )
        if (row === undefined) return undefined
        const { progress, is_whole: isWhole } = row
        return { hash, size: Number(row.size), received: Number(row.received), progress, isWhole }
      }),
    bytesOf: (org) =>
      asApp(sql, org, async (query) => {
        const [row] = await query<{ bytes: string | number }>(
          'select coalesce(sum(size), 0)::bigint as bytes from stored_files where org = $1',
          [org],
        )
        return Number(row?.bytes ?? 0)
      }),
    begin: (org, { hash, size, progress }, at) =>
      asApp(sql, org, async (query) => {
        await query(
          `insert into stored_files (org, hash, size, progress, begun_at) values ($1, $2, $3, $4, $5)
           on conflict do nothing`,
          [org, hash, size, progress, at],
        )
      }),
    advance: (org, hash, from, to, progress) =>
      asApp(sql, org, async (query) => {
        const moved = await query(
          `update stored_files set received = $4, progress = $5
           where org = $1 and hash = $2 and received = $3 and whole_at is null returning hash`,
          [org, hash, from, to, progress],
        )
        return moved.length > 0
      }),
    makeWhole: (org, hash, at) =>
      asApp(sql, org, async (query) => {
        await query('update stored_files set whole_at = coalesce(whole_at, $3) where org = $1 and hash = $2', [
          org,
          hash,
          at,
        ])
      }),
    remove: (org, hash) =>
      asApp(sql, org, async (query) => {
        await query('delete from stored_files where org = $1 and hash = $2', [org, hash])
      }),
  }
}
