import type { Services } from '#main/platform/bus/module.ts'

const pageRows = 1000

/** Hashes of the files that were brought to this station, from its own log on, a page at a time; each is said once. */
export function ownFilesReader({ db, local, station, files }: Pick<Services, 'db' | 'local' | 'station' | 'files'>) {
  const page = db.read<{ sseq: number; doc: string; entity: string; kind: string }>(
    'select sseq, doc, entity, kind from changes where station = ? and sseq > ? order by sseq limit ?',
  )
  const hashOf = db.read<{ hash: string }>('select hash from files where id = ?')
  const previewOf = db.read<{ preview_hash: string | null }>('select preview_hash from file_previews where hash = ?')
  const seen = db.read<{ value: string }>(`select value from station_facts where name = 'files_offered'`)
  const see = local.write(
    `insert into station_facts (name, value) values ('files_offered', ?) on conflict do update set value = excluded.value`,
  )
  let isMore = false
  return {
    next: (): readonly string[] => {
      const rows = page.all(station.id, Number(seen.get()?.value ?? 0), pageRows)
      isMore = rows.length === pageRows
      const found = new Set<string>()
      for (const { doc, entity, kind } of rows) {
        const hash = entity === 'file' && kind === 'create' ? hashOf.get(doc)?.hash : undefined
        if (hash === undefined || !files.has(hash)) continue
        found.add(hash)
        const preview = previewOf.get(hash)?.preview_hash
        if (typeof preview === 'string') found.add(preview)
      }
      const last = rows.at(-1)
      if (last !== undefined) see.run(String(last.sseq))
      return [...found]
    },
    /** Whether the log goes on behind the last page. */
    isMore: (): boolean => isMore,
  }
}

/** Whether the cloud is another incarnation of itself than when files were last offered to it (SPEC Y12). */
export function epochReader({ db, local, replica }: Pick<Services, 'db' | 'local' | 'replica'>) {
  const offered = db.read<{ value: string }>(`select value from station_facts where name = 'files_epoch'`)
  const keep = local.write(
    `insert into station_facts (name, value) values ('files_epoch', ?) on conflict do update set value = excluded.value`,
  )
  return {
    hasChanged: (): boolean => {
      const { epoch } = replica.place()
      const before = offered.get()?.value
      if (epoch === null || epoch === before) return false
      keep.run(epoch)
      return before !== undefined
    },
  }
}
