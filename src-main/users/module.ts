import type { FeatureModule } from '#main/platform/bus/module.ts'
import { userProjection } from './projection.ts'
import { currentSession } from './queries/current-session.ts'

export const usersModule: FeatureModule = {
  name: 'users',
  projections: [userProjection],
  queries: [currentSession],
  localTables: ['sessions', 'credentials'],
}
