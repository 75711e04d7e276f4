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
  return ({ limit }, { viewer }) => {
    const titled = (doc: string) => titleOf(stored(doc)?.values ?? {}, viewer.language, (id) => stored(id)?.values)
    const from = acknowledged()
    const rows = from === undefined ? [] : waiting.all(station.id, from, limit + 1)
    return accepted({
      documents: rows.slice(0, limit).map((row) => ({ ...row, title: titled(row.doc) })),
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

type Values = Readonly<Record<string, unknown>>

/** What people call a document: by its number, its name and whom it is for; one without any by the document it points at. */
function titleOf(values: Values, language: string, documentOf: (id: string) => Values | undefined): string {
  const own = ownTitle(values, language)
  if (own !== '') return own
  for (const [name, value] of Object.entries(values)) {
    const pointsAt = name.endsWith('Id') && typeof value === 'string' ? documentOf(value) : undefined
    if (pointsAt !== undefined) return ownTitle(pointsAt, language)
  }
  return ''
}

function ownTitle(values: Values, language: string): string {
  const { number, sku, name, title, names, customer } = values
  const texts = membersOf(names)
  const written = [membersOf(number).text, sku, name ?? title, texts[language] ?? Object.values(texts)[0]]
  return [...written, membersOf(customer).name].filter((each) => typeof each === 'string' && each !== '').join(' ')
}

function membersOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
