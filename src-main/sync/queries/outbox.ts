import { defineQuery, type QueryServices } from '#main/platform/bus/module.ts'
import { Documents } from '#main/platform/changes/documents.ts'
import { accepted } from '#shared/kernel/result.ts'
import { syncContract } from '#shared/sync/contract.ts'

/** Last own counter that the cloud has confirmed; undefined: there is no cloud, and nothing waits for one. */
function acknowledgedReader({ db }: Pick<QueryServices, 'db'>): () => number | undefined {
  const fact = db.read<{ value: string }>('select value from station_facts where name = ?')
  return () => (fact.get('cloud_url') === undefined ? undefined : Number(fact.get('sync_acknowledged')?.value ?? 0))
}

export const syncOutbox = defineQuery(syncContract['sync.outbox'], (services) => {
  const { db, station } = services
  const acknowledged = acknowledgedReader(services)
  const waiting = db.read<{ entity: string; doc: string; changes: number; since: string }>(
    `select entity, doc, count(*) as changes, min(at_wall) as since from changes
     where station = ? and sseq > ? group by entity, doc order by min(sseq) limit ?`,
  )
  const stored = Documents.readingFrom(db)
  return ({ limit }) => {
    const from = acknowledged()
    const rows = from === undefined ? [] : waiting.all(station.id, from, limit + 1)
    return accepted({
      documents: rows.slice(0, limit).map((row) => ({ ...row, title: titleOf(stored(row.doc)?.values ?? {}) })),
      hasMore: rows.length > limit,
    })
  }
})

export const documentWaiting = defineQuery(syncContract['sync.documentWaiting'], (services) => {
  const { db, station } = services
  const acknowledged = acknowledgedReader(services)
  const waiting = db.read<{ changes: number }>(
    'select count(*) as changes from changes where doc = ? and station = ? and sseq > ?',
  )
  return ({ doc }) => {
    const from = acknowledged()
    return accepted({ changes: from === undefined ? 0 : (waiting.get(doc, station.id, from)?.changes ?? 0) })
  }
})

/** What people call a document: by its number, its name, or both. */
function titleOf(values: Readonly<Record<string, unknown>>): string {
  const { number } = values
  const written = typeof number === 'object' && number !== null && 'text' in number ? number.text : undefined
  return [written, values.name ?? values.title].filter((each) => typeof each === 'string' && each !== '').join(' ')
}
