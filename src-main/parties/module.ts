import type { FeatureModule } from '#main/platform/bus/module.ts'
import { archiveParty, restoreParty } from './commands/archive-party.ts'
import { changeParty } from './commands/change-party.ts'
import { keepWalkIn } from './commands/keep-walk-in.ts'
import { registerParty } from './commands/register-party.ts'
import { partyProjection } from './projection.ts'
import { findParties } from './queries/find-parties.ts'
import { getParty } from './queries/get-party.ts'
import { listParties } from './queries/list-parties.ts'
import { similarParties } from './queries/similar-parties.ts'

export { partySubject } from './finding-subject.ts'

export const partiesModule: FeatureModule = {
  name: 'parties',
  projections: [partyProjection],
  commands: [registerParty, changeParty, archiveParty, restoreParty, keepWalkIn],
  queries: [findParties, listParties, getParty, similarParties],
}
