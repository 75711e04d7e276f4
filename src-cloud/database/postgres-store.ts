import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { CloudStore, KeptChange, OrgTransaction, ToKeep } from '../sync/cloud-store.ts'
import { asApp } from './as-app.ts'
import {
  type ChangeRow,
  changeColumns,
  changeOf,
  changeOfStation,
  type DocumentRow,
  documentOf,
  type HeadRow,
  headColumns,
  headOf,
  type StationRow,
  stationColumns,
  stationOf,
} from './kept-rows.ts'
import { migrate } from './migrate.ts'
import { documentsPage, postgresSnapshots } from './postgres-snapshots.ts'
import type { Query, Sql } from './sql.ts'

const movedChannel = 'counterproof_moved'
/** In the place of a `seq`: not the log has moved, but who belongs and what lies there for them. */
const membersWord = 'members'

/** Said when the transaction commits, to every process. */
export async function tellMembersChanged(query: Query, org: string): Promise<void> {
  await query('select pg_notify($1, $2)', [movedChannel, `${org}:${membersWord}`])
}

/** More than a page and the longest command together: what lies beyond is not even read (Y9). */
const feedBytes = 16 * 1024 * 1024

/** The log in PostgreSQL, brought to this program's schema first. */
export async function postgresStore(sql: Sql): Promise<CloudStore> {
  await migrate(sql)
  const listeners = new Set<(org: string, seq: number) => void>()
  const memberListeners = new Set<(org: string) => void>()
  await sql.listen(movedChannel, (payload) => {
    const [org, seq] = payload.split(':')
    if (org === undefined || seq === undefined) return
    if (seq === membersWord) for (const listen of memberListeners) listen(org)
    else for (const listen of listeners) listen(org, Number(seq))
  })

  return {
    transact: (org, work) =>
      asApp(sql, org, async (query) => {
        // Held to the end of the transaction: pushes of an organisation come one after the other (Y5, Y6).
        const [row] = await query<HeadRow>(`select ${headColumns} from tenant_head where org = $1 for update`, [org])
        if (row === undefined) return undefined
        return work(orgTransaction(query, org, row))
      }),
    feed: (org, after, limit) =>
      asApp(sql, org, async (query) => {
        const [row] = await query<HeadRow>(`select ${headColumns} from tenant_head where org = $1`, [org])
        if (row === undefined) return undefined
        const rows = await query<ChangeRow & { station_code: string }>(
          `select ${changeColumns}, station_code from (
             select *, sum(octet_length(raw)) over (order by seq) - octet_length(raw) as before
             from (select * from changes where org = $1 and seq > $2 and seq <= $3 order by seq limit $4) next
             join (select station, code as station_code from stations where org = $1) named using (station)
           ) page where before < $5 order by seq`,
          // The head was read first: a push between the two statements must not show rows beyond it.
          [org, after, Number(row.seq), limit, feedBytes],
        )
        return { head: headOf(row), rows: rows.map(changeOfStation) }
      }),
    station: (org, id) => asApp(sql, org, (query) => stationIn(query, org, id)),
    documents: (org, place) => asApp(sql, org, (query) => documentsPage(query, org, place)),
    snapshots: postgresSnapshots(sql),
    onMoved: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    onMembersChanged: (listen) => {
      memberListeners.add(listen)
      return () => memberListeners.delete(listen)
    },
    close: () => sql.close(),
  }
}

async function stationIn(query: Query, org: string, id: string) {
  const [row] = await query<StationRow>(`select ${stationColumns} from stations where org = $1 and station = $2`, [
    org,
    id,
  ])
  return row === undefined ? undefined : stationOf(row)
}

/** Each of these is one statement, however many changes a push brings. */
function orgTransaction(query: Query, org: string, head: HeadRow): OrgTransaction {
  return {
    head: async () => headOf(head),
    station: (id) => stationIn(query, org, id),
    answered: async (station, from, to) => {
      const rows = await query<ChangeRow>(
        `select ${changeColumns} from changes where org = $1 and station = $2 and sseq between $3 and $4 order by sseq`,
        [org, station, from, to],
      )
      return rows.map(changeOf)
    },
    documents: async (ids) => {
      if (ids.length === 0) return new Map()
      const rows = await query<DocumentRow>(
        'select doc, entity, data, stamps from docs where org = $1 and doc = any($2::uuid[])',
        [org, [...ids]],
      )
      return new Map(rows.map((row) => [row.doc, { entity: row.entity, document: documentOf(row) }]))
    },
    histories: async (docs) => {
      const rows = await query<ChangeRow & { station_code: string }>(
        `select ${changeColumns}, station_code
         from changes join (select station, code as station_code from stations where org = $1) named using (station)
         where org = $1 and doc = any($2::text[]) order by seq`,
        [org, [...docs]],
      )
      return Map.groupBy(rows.map(changeOfStation), ({ doc }) => doc)
    },
    documentsInLog: async (kinds, after, limit) => {
      const rows = await query<{ doc: string }>(
        `select distinct doc from changes where org = $1 and entity = any($2::text[]) and doc > $3 order by doc limit $4`,
        [org, [...kinds], after, limit],
      )
      return rows.map(({ doc }) => doc)
    },
    dropDocuments: async (ids) => {
      if (ids.length > 0) await query('delete from docs where org = $1 and doc = any($2::uuid[])', [org, [...ids]])
    },
    markFolded: async (marks) => {
      await query('update tenant_head set folded_as = $2 where org = $1', [org, JSON.stringify(marks)])
    },
    keep: (what) => keep(query, org, what),
  }
}

/** One statement, whatever of it there is to keep; others hear of it when this commits, and never when it does not. */
const keepAll = `
  with log as (
    insert into changes (org, ${changeColumns})
    select $1::uuid, * from unnest($2::bigint[], $3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])
  ), documents as (
    insert into docs (org, doc, entity, data, stamps)
    select $1::uuid, * from unnest($15::uuid[], $16::text[], $17::text[], $18::text[])
    on conflict (org, doc) do update set entity = excluded.entity, data = excluded.data, stamps = excluded.stamps
  ), head as (
    update tenant_head set seq = $19, hlc = $20, chain = $21 where org = $1 and $19::bigint is not null
  ), station as (
    update stations set last_sseq = $23, last_hash = $24 where org = $1 and station = $22::uuid
  )
  select pg_notify($25, $1::uuid || ':' || $19::bigint) where $19::bigint is not null`

async function keep(query: Query, org: string, { changes = [], documents = new Map(), head, station }: ToKeep) {
  const column = <T>(pick: (change: KeptChange) => T): T[] => changes.map(pick)
  const standing = [...documents]
  await query(keepAll, [
    org,
    column((each) => each.seq),
    column((each) => each.station),
    column((each) => each.sseq),
    column((each) => each.hash),
    column((each) => each.hlcEff),
    column((each) => each.verdict),
    column((each) => each.code),
    column((each) => each.detail),
    column((each) => each.commandId),
    column((each) => each.entity),
    column((each) => each.doc),
    column((each) => each.raw),
    column((each) => each.chain),
    standing.map(([id]) => id),
    standing.map(([, { entity }]) => entity),
    standing.map(([, { document }]) => canonicalJson(document.values)),
    standing.map(([, { document }]) => canonicalJson(document.stamps)),
    head?.seq ?? null,
    head?.hlc ?? null,
    head?.chain ?? null,
    station?.id ?? null,
    station?.lastSseq ?? null,
    station?.lastHash ?? null,
    movedChannel,
  ])
}
