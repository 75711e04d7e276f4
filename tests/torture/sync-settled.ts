import { join } from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { openReadOnly } from '#main/platform/database/open-database.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { foldedTables } from '#tests/sync/sim-invariants.ts'

interface CloudRow {
  readonly seq: number
  readonly station: string
  readonly sseq: number
  readonly command_id: string
  readonly verdict: string
}

/** What a station holds, looked at through a connection of its own while it runs or after. */
export function lookInto<T>(folder: string, look: (db: ReadableDb) => T): T {
  const db = openReadOnly(join(folder, 'counterproof.db'))
  try {
    return look(db)
  } finally {
    db.close()
  }
}

export async function cloudRows(connectionString: string): Promise<readonly CloudRow[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<CloudRow>(
      'select seq::int, station::text, sseq::int, command_id, verdict from changes order by seq',
    )
    return rows
  } finally {
    await client.end()
  }
}

const factIn = (db: ReadableDb, name: string): string | undefined =>
  db.read<{ value: string }>('select value from station_facts where name = ?').get(name)?.value

/** Nothing to send and nothing to fetch; null: so it is. */
export function notInStep(folder: string, head: number): string | null {
  return lookInto(folder, (db) => {
    const own = db.read<{ n: number }>('select coalesce(max(sseq), 0) n from changes where station = ?')
    const written = own.get(factIn(db, 'station_id') ?? '')?.n
    const seen = {
      cursor: Number(factIn(db, 'sync_cursor') ?? 0),
      acknowledged: Number(factIn(db, 'sync_acknowledged') ?? 0),
    }
    return seen.cursor === head && seen.acknowledged === written ? null : JSON.stringify({ ...seen, written, head })
  })
}

/** What holds of two stations and the cloud once nobody has anything to send or to fetch (reliability I1 to I10). */
export async function checkSettled(
  connectionString: string,
  stations: readonly { readonly folder: string; readonly acknowledged: ReadonlySet<string> }[],
): Promise<{ readonly changes: number }> {
  const rows = await cloudRows(connectionString)
  const isGapless = rows.every((row, index) => row.seq === index + 1)
  const others = rows.filter((row) => row.verdict !== 'accepted' && row.verdict !== 'flagged')
  expect({ isGapless, others }).toEqual({ isGapless: true, others: [] })
  const commands = new Set(rows.map((row) => row.command_id))
  for (const { folder, acknowledged } of stations)
    lookInto(folder, (db) => {
      const id = factIn(db, 'station_id') ?? ''
      const own = rows.filter((row) => row.station === id)
      const written = db.read<{ n: number }>('select count(*) n from changes where station = ?').get(id)?.n
      const unanswered = db.read<{ n: number }>('select count(*) n from changes where seq is null').get()?.n
      const kept = db.read<{ n: number }>('select count(*) n from changes').get()?.n
      const bornTwice = db.read(`select doc from changes where kind = 'create' group by doc having count(*) > 1`).all()
      expect({
        lost: [...acknowledged].filter((each) => !commands.has(each)),
        isEachOnce: own.every((row, index) => row.sseq === index + 1) && own.length === written,
        unanswered,
        kept,
        bornTwice,
        brokenChains: [...new Set(rows.map((row) => row.station))].filter((each) => !checkChain(db, each).whole),
        integrity: db.read<{ quick_check: string }>('pragma quick_check').get()?.quick_check,
      }).toEqual({
        lost: [],
        isEachOnce: true,
        unanswered: 0,
        kept: rows.length,
        bornTwice: [],
        brokenChains: [],
        integrity: 'ok',
      })
    })
  const [first, second] = stations.map(({ folder }) => lookInto(folder, (db) => tableDump(db, foldedTables)))
  expect(second).toEqual(first)
  return { changes: rows.length }
}
