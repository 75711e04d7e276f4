import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { settingsContract } from '#shared/settings/contract.ts'
import { companyReader } from '../company.ts'

const pageLength = 200

export const listSettings = defineQuery(settingsContract['setting.list'], ({ db, station }) => {
  const company = companyReader(db)
  // Saved views are kept as settings too, but they are many of one key and have a list of their own.
  const page = db.read<{ id: string; key: string; value: string | null }>(
    `select id, key, value from settings
     where scope = ? and scope_id = ? and key > ? and key not glob 'savedView.*' order by key, id limit ?`,
  )
  return ({ scope, scopeId, after }, { viewer }) => {
    const id = {
      company: company()?.id,
      station: scopeId ?? station.id,
      branch: scopeId,
      // Another person's preferences are nobody's business.
      user: viewer.userId ?? undefined,
    }[scope]
    const rows = id === undefined ? [] : page.all(scope, id, after ?? '', pageLength)
    const settings = rows.flatMap((row) => {
      const value: unknown = row.value === null ? null : JSON.parse(row.value)
      return value === null ? [] : [{ id: row.id, key: row.key, value }]
    })
    return accepted({ settings, next: rows.length === pageLength ? (rows.at(-1)?.key ?? null) : null })
  }
})
