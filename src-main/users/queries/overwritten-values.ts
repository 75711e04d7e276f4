import type { QueryServices } from '#main/platform/bus/module.ts'
import type { LogRow } from '#main/platform/changes/change-log.ts'
import { unpackText } from '#main/platform/changes/packed-text.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { type AnsweredChange, overwritingsIn } from '#shared/kernel/change/conflicts.ts'
import { stampOf } from '#shared/kernel/change/fold.ts'

interface OverwrittenBy {
  readonly userName: string
  readonly stationCode: string
  readonly at: string
}

/**
 * Values that gave way to another station's without having been seen (SPEC Y24): by change and path, who wrote what stood.
 * A document that only one station has ever written is not read for it.
 */
export function overwrittenValues({
  db,
  station,
  entityOf,
}: Pick<QueryServices, 'db' | 'station' | 'entityOf'>): (
  entity: string,
  doc: string,
) => ReadonlyMap<string, OverwrittenBy> {
  const others = db.read<{ found: number }>('select 1 as found from changes where doc = ? and station <> ? limit 1')
  const log = db.read<LogRow & { code: string | null; name: string | null }>(
    `select c.*, s.code, u.name from changes c left join stations s on s.id = c.station left join users u on u.id = c.actor
     where c.doc = ? and c.seq is not null and c.payload is not null and c.verdict <> 'quarantined' order by c.seq`,
  )
  return (entityName, doc) => {
    const entity = entityOf(entityName)
    if (entity === undefined || entity.kind === 'posting' || others.get(doc, station.id) === undefined) return new Map()
    const rows = log.all(doc)
    const codeOf = (row: (typeof rows)[number]): string => row.code ?? station.code
    const changes = rows.map(
      (row): AnsweredChange => ({
        id: row.id,
        station: row.station,
        kind: row.kind,
        fields: row.payload === null ? {} : (JSON.parse(unpackText(row.payload)) as ChangedFields),
        stamp: stampOf(row.hlc_eff ?? row.hlc, codeOf(row)),
        isRefused: row.verdict === 'refused',
      }),
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    const found = new Map<string, OverwrittenBy>()
    for (const { path, winner, loser } of overwritingsIn(entity, changes)) {
      const row = byId.get(winner.change.id)
      if (row !== undefined)
        found.set(`${loser.change.id} ${path}`, { userName: row.name ?? '', stationCode: codeOf(row), at: row.at_wall })
    }
    return found
  }
}
