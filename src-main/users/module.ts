import type { FeatureModule } from '#main/platform/bus/module.ts'
import { addUser } from './commands/add-user.ts'
import { archiveUser } from './commands/archive-user.ts'
import { changeUser } from './commands/change-user.ts'
import { restoreUser } from './commands/restore-user.ts'
import { setUpCompany } from './commands/set-up-company.ts'
import { hashingChores } from './hashing.ts'
import { credentialLocals } from './locals/credentials.ts'
import { setFirstCredential } from './locals/set-first-credential.ts'
import { sessionLocals } from './locals/sign-in.ts'
import { userProjection } from './projection.ts'
import { currentSession } from './queries/current-session.ts'
import { listUsers } from './queries/list-users.ts'
import { signInPeople } from './queries/sign-in-people.ts'

export const usersModule: FeatureModule = {
  name: 'users',
  projections: [userProjection],
  commands: [setUpCompany, addUser, changeUser, archiveUser, restoreUser],
  queries: [currentSession, signInPeople, listUsers],
  locals: [setFirstCredential, ...sessionLocals, ...credentialLocals],
  localTables: ['sessions', 'credentials', 'sign_in_tries', 'form_drafts'],
  chores: hashingChores,
}
