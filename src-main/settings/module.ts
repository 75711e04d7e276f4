import type { FeatureModule } from '#main/platform/bus/module.ts'
import { changeCompany } from './commands/change-company.ts'
import { putPreference, putSetting } from './commands/put-setting.ts'
import { companyProjection, settingProjection } from './projection.ts'
import { getCompany } from './queries/get-company.ts'
import { getSettings } from './queries/get-settings.ts'
import { listSettings } from './queries/list-settings.ts'
import { stationAbout } from './queries/station-about.ts'

export const settingsModule: FeatureModule = {
  name: 'settings',
  projections: [companyProjection, settingProjection],
  commands: [changeCompany, putSetting, putPreference],
  queries: [getCompany, getSettings, listSettings, stationAbout],
}

/** What the app composes itself with. */
export { companyReader } from './company.ts'
export { houseRules } from './house-rules.ts'
