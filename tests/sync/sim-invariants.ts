import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect } from 'vitest'
import { productModules } from '#main/app/modules.ts'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import { type PackedText, unpackText } from '#main/platform/changes/packed-text.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import type { SimShop } from './sim-shop.ts'

/** Every table that is folded or projected: equal on all stations that have seen the same. */
export const foldedTables: readonly string[] = [
  'docs',
  'counters',
  'slot_sums',
  'findings',
  ...new Set(
    productModules
      .flatMap((module) => module.projections ?? [])
      .flatMap((each) => each.tables)
      .map((table) => getTableConfig(table).name),
  ),
].sort()

/** What holds once nobody has anything to send or to fetch: invariants of reliability.md by their numbers. */
export async function checkSettled(shop: SimShop): Promise<void> {
  const page = await shop.cloud.feed(shop.org, 0, 1_000_000)
  const rows = page?.rows ?? []
  // I3: the sequence has no hole.
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
  for (const { app, code, done } of shop.stations) {
    const { id } = app.app.station.identity
    const own = rows.filter((row) => row.station === id)
    // I1, I8: what was answered as done is there, in the order it was written, each counter once.
    expect({ code, counters: own.map((row) => row.sseq) }).toEqual({ code, counters: own.map((_, index) => index + 1) })
    expect(own).toHaveLength(app.app.station.log.head.sseq)
    const commands = new Set(own.map((row) => row.commandId))
    expect({ code, lost: done.filter((each) => !commands.has(each) && hasChanged(shop, code, each)) }).toEqual({
      code,
      lost: [],
    })
    expect(app.app.station.db.read('select * from misfit_documents').all()).toEqual([])
    // I10: every station holds every chain whole.
    for (const other of shop.stations)
      expect(checkChain(app.app.station.db, other.app.app.station.identity.id)).toMatchObject({ whole: true })
  }
  // I2, I4: everybody has folded the same, and so has the cloud.
  const [first, ...others] = shop.stations.map(({ app }) => tableDump(app.app.station.db, foldedTables))
  for (const other of others) expect(other).toEqual(first)
  // Y32: what the night's comparison says of it.
  for (const station of shop.stations)
    expect(await shop.compare(station)).toEqual({ is: 'compared', seq: rows.length, mended: [], differing: [] })
  // I5: what was refused is known everywhere, and everything of it that would have made a difference is in a finding.
  for (const { app, code } of shop.stations) {
    const refused = rows.filter((row) => row.verdict === 'refused').map((row) => row.seq)
    const kept = app.app.station.db.read<{ seq: number }>(
      `select seq from changes where verdict = 'refused' order by seq`,
    )
    expect({ code, refused: kept.all().map((row) => row.seq) }).toEqual({ code, refused })
    expect({ code, untold: refusedInNoFinding(app.app.station.db) }).toEqual({ code, untold: [] })
  }
  const { app } = shop.stations[0] ?? {}
  const folded = await shop.cloud.transact(shop.org, async (tx) => {
    const ids = (first?.docs ?? []).map((row) => (row as { id: string }).id)
    return tx.documents(ids)
  })
  for (const [id, { document }] of folded ?? [])
    expect({ id, values: app?.app.store.documents.get(id)?.values }).toEqual({ id, values: document.values })
}

/** Refused changes that wanted something else than what stood in their way, and of which no finding tells. */
function refusedInNoFinding(db: ReadableDb): readonly string[] {
  const told = new Set(
    db
      .read<{ changes: string }>('select changes from findings')
      .all()
      .flatMap(({ changes }) => (JSON.parse(changes) as { readonly id: string }[]).map(({ id }) => id)),
  )
  return db
    .read<{ id: string; doc: string; payload: PackedText; verdict_detail: string }>(
      `select id, doc, payload, verdict_detail from changes where verdict = 'refused'`,
    )
    .all()
    .filter(({ id, doc, payload, verdict_detail }) => {
      const { detail } = JSON.parse(verdict_detail) as { readonly detail: string }
      const stood = JSON.parse(detail) as { readonly doc: string; readonly path: string; readonly found: unknown }
      const fields = JSON.parse(unpackText(payload)) as Readonly<Record<string, readonly [unknown, unknown]>>
      const wanted = fields[stood.path]?.[1]
      return !told.has(id) && stood.doc === doc && JSON.stringify(wanted) !== JSON.stringify(stood.found)
    })
    .map(({ id }) => id)
}

/** A command that changed nothing leaves no change; only those that did must be in the log. */
function hasChanged(shop: SimShop, code: string, commandId: string): boolean {
  const station = shop.stations.find((each) => each.code === code)
  return (
    station?.app.app.station.db.read('select 1 from changes where command_id = ? limit 1').get(commandId) !== undefined
  )
}
