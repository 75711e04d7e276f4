import type { FeatureModule } from '#main/platform/bus/module.ts'
import { companyProjection, settingProjection } from './projection.ts'
import { getCompany } from './queries/get-company.ts'

export const settingsModule: FeatureModule = {
  name: 'settings',
  projections: [companyProjection, settingProjection],
  queries: [getCompany],
}
