import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { settingsContract } from '#shared/settings/contract.ts'
import type { SettingScope } from '#shared/settings/replication.ts'
import { companyReader } from '../company.ts'

interface FoundSetting {
  value: unknown
  scope: SettingScope
}

/** Settings as they hold for this person at this station: the narrowest scope that says something (SE5). */
export const getSettings = defineQuery(settingsContract['setting.get'], ({ db, station }) => {
  const company = companyReader(db)
  const find = db.read<{ value: string | null }>(
    'select value from settings where scope = ? and scope_id = ? and key = ? order by id desc limit 1',
  )
  return ({ keys, branchId }, { viewer }) => {
    const chain: readonly (readonly [SettingScope, string | null | undefined])[] = [
      ['user', viewer.userId],
      ['station', station.id],
      ['branch', branchId],
      ['company', company()?.id],
    ]
    const lookUp = (key: string): FoundSetting | undefined => {
      for (const [scope, id] of chain) {
        const text = id ? find.get(scope, id, key)?.value : undefined
        const value: unknown = text ? JSON.parse(text) : null
        if (value !== null) return { value, scope }
      }
      return undefined
    }
    const values: Record<string, FoundSetting> = {}
    for (const key of keys) {
      const found = lookUp(key)
      if (found !== undefined) values[key] = found
    }
    return accepted({ values })
  }
})
