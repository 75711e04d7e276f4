import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect } from 'vitest'
import { productModules } from '#main/app/modules.ts'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import { type PackedText, unpackText } from '#main/platform/changes/packed-text.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { fieldAt } from '#shared/kernel/change/entity.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import type { SimShop, SimStation } from './sim-shop.ts'

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
  // I2, I4: everybody has folded the same, and so has the cloud; whose program is too old has what it had (G8).
  const served = shop.stations.filter((station) => !shop.isTooOld(station))
  for (const version of new Set(served.map((each) => each.version))) {
    const alike = served.filter((each) => each.version === version)
    const [first, ...others] = alike.map(({ app }) => tableDump(app.app.station.db, foldedTables))
    for (const other of others) expect(other).toEqual(first)
  }
  checkAcrossVersions(served)
  // Y32: what the night's comparison says of it.
  for (const station of served)
    expect(await shop.compare(station)).toEqual({ is: 'compared', seq: rows.length, mended: [], differing: [] })
  // I5: what was refused is known everywhere, and everything of it that would have made a difference is in a finding.
  for (const { app, code } of served) {
    const refused = rows.filter((row) => row.verdict === 'refused').map((row) => row.seq)
    const kept = app.app.station.db.read<{ seq: number }>(
      `select seq from changes where verdict = 'refused' order by seq`,
    )
    expect({ code, refused: kept.all().map((row) => row.seq) }).toEqual({ code, refused })
    expect({ code, untold: refusedInNoFinding(app.app.station.db, app.app.services.entityOf) }).toEqual({
      code,
      untold: [],
    })
  }
  const store = served.find(({ version }) => version === shop.cloudVersion)?.app.app.store
  if (store === undefined) return
  const ids = [...store.documents.all()].map(([id]) => id)
  const folded = await shop.cloud.transact(shop.org, (tx) => tx.documents(ids))
  expect(folded?.size).toBe(ids.length)
  for (const [id, { document }] of folded ?? [])
    expect({ id, values: store.documents.get(id)?.values }).toEqual({ id, values: document.values })
}

/** Y1, Y37: of what two versions both know, and of what neither guards, they have the same. */
function checkAcrossVersions(served: readonly SimStation[]): void {
  const [newer] = [...served].sort((a, b) => b.version - a.version)
  if (newer === undefined) return
  for (const older of served) {
    if (older.version === newer.version) continue
    for (const [id, { entity, values }] of older.app.app.store.documents.all()) {
      const declared = newer.app.app.services.entityOf(entity)
      if (declared === undefined) throw new Error(`${entity} is not known later`)
      const known = older.app.app.services.entityOf(entity)
      const isAlike = (path: string): boolean =>
        fieldAt(declared, path)?.class !== 'guarded' || (known && fieldAt(known, path)?.class) === 'guarded'
      const alike = (of: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(Object.entries(of).filter(([path]) => isAlike(path)))
      const atNewer = newer.app.app.store.documents.get(id)?.values ?? {}
      expect({ at: older.code, id, values: alike(values) }).toEqual({ at: older.code, id, values: alike(atNewer) })
    }
  }
}

/** Refused changes that wanted something else than what stood in their way, and of which no finding tells. */
function refusedInNoFinding(db: ReadableDb, entityOf: (name: string) => unknown): readonly string[] {
  const told = new Set(
    db
      .read<{ changes: string }>('select changes from findings')
      .all()
      .flatMap(({ changes }) => (JSON.parse(changes) as { readonly id: string }[]).map(({ id }) => id)),
  )
  return db
    .read<{ id: string; doc: string; entity: string; payload: PackedText; verdict_detail: string }>(
      `select id, doc, entity, payload, verdict_detail from changes where verdict = 'refused'`,
    )
    .all()
    .filter(({ id, doc, entity, payload, verdict_detail }) => {
      // A version tells of the kinds that it knows.
      if (entityOf(entity) === undefined) return false
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
