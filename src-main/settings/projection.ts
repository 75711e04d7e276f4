import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { companyEntity, settingEntity } from '#shared/settings/replication.ts'
import { companies, settings } from './tables.ts'

export const companyProjection = projection({
  entity: companyEntity,
  tables: [companies],
  rows: (company, id) => [rowOf(companies, { id, ...company })],
})

export const settingProjection = projection({
  entity: settingEntity,
  tables: [settings],
  rows: (setting, id) => [rowOf(settings, { id, ...setting })],
})
