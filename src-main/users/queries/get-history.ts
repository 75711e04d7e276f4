import { notAllowed } from '#main/platform/bus/authorise.ts'
import { defineQuery } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { type PackedText, unpackText } from '#main/platform/changes/packed-text.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { isSightPath } from '#shared/kernel/change/taken-away.ts'
import { accepted } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { grantToSee, readableFields } from '#shared/users/history.ts'
import { overwrittenValues } from './overwritten-values.ts'

interface ChangeRow {
  lsn: number
  id: string
  at: string
  kind: string
  command: string
  commandId: string
  reason: string | null
  station: string
  actor: string
  role: string
  verdict: string
  payload: PackedText | null
  name: string | null
  code: string | null
}

/** The log as people read it (USR-05, USR-06). A pruned payload leaves who, when and what was done. */
export const getHistory = defineQuery(usersContract['history.get'], (services) => {
  const { db, station } = services
  const overwritten = overwrittenValues(services)
  const page = db.read<ChangeRow>(
    `select c.lsn, c.id, c.at_wall as at, c.kind, c.command, c.command_id as commandId, c.reason, c.station, c.actor,
       c.actor_role as role, c.verdict, c.payload, u.name, s.code
     from changes c left join users u on u.id = c.actor left join stations s on s.id = c.station
     where c.doc = ? and c.entity = ? and c.lsn < ? order by c.lsn desc limit ?`,
  )
  return ({ entity, doc, before, limit }, { viewer }) => {
    const grant = grantToSee(entity)
    if (!may(viewer, grant)) return notAllowed(viewer, grant)
    const rows = page.all(doc, entity, before ?? Number.MAX_SAFE_INTEGER, limit + 1)
    const shown = rows.slice(0, limit)
    const gaveWay = overwritten(entity, doc)
    return accepted({
      entries: shown.map((row) => ({
        id: row.id,
        at: row.at,
        kind: row.kind,
        command: row.command,
        commandId: row.commandId,
        reason: row.reason,
        station: { id: row.station, code: row.station === station.id ? station.code : row.code },
        user: row.name === null ? null : { id: row.actor, name: row.name },
        role: row.role,
        verdict: row.verdict,
        fields: readableFields(entity, fieldsOf(row.payload), (each) => may(viewer, each)).map((field) => {
          const overwrittenBy = gaveWay.get(`${row.id} ${field.path}`)
          return overwrittenBy === undefined ? field : { ...field, overwrittenBy }
        }),
      })),
      next: rows.length > limit ? (shown.at(-1)?.lsn ?? null) : null,
    })
  }
})

/** Without what findings alone are made of: nobody reads it, and in short it tells of money as well (SPEC Y40). */
function fieldsOf(payload: PackedText | null): ChangedFields {
  const fields: ChangedFields = payload === null ? {} : JSON.parse(unpackText(payload))
  return Object.fromEntries(Object.entries(fields).filter(([path]) => !isSightPath(path)))
}
