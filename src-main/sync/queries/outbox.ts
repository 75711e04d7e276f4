import { defineQuery, type QueryServices } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { syncContract } from '#shared/sync/contract.ts'
import { documentTitle } from './document-title.ts'

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
  const titleOf = documentTitle(db)
  return ({ limit }, { viewer }) => {
    const from = acknowledged()
    const rows = from === undefined ? [] : waiting.all(station.id, from, limit + 1)
    return accepted({
      documents: rows.slice(0, limit).map((row) => ({ ...row, title: titleOf(row.doc, viewer.language) })),
      hasMore: rows.length > limit,
    })
  }
})

/** A document has few changes and an outbox may have a million: so each is asked for by its own (W13). */
export const waitingSql = `select value as doc from json_each(?) where exists (
  select 1 from changes indexed by ix_changes__doc where doc = value and station = ? and sseq > ?)`

export const documentsWaiting = defineQuery(syncContract['sync.waiting'], (services) => {
  const { db, station } = services
  const acknowledged = acknowledgedReader(services)
  const last = db.read<{ sseq: number }>('select sseq from changes where station = ? order by sseq desc limit 1')
  const waiting = db.read<{ doc: string }>(waitingSql)
  return ({ docs }) => {
    const from = acknowledged()
    const isSent = from === undefined || (last.get(station.id)?.sseq ?? 0) <= from
    return accepted({ docs: isSent ? [] : waiting.all(JSON.stringify(docs), station.id, from).map(({ doc }) => doc) })
  }
})
