import type { FeatureModule } from '#main/platform/bus/module.ts'
import { addUser } from './commands/add-user.ts'
import { archiveUser } from './commands/archive-user.ts'
import { changeUser } from './commands/change-user.ts'
import { restoreUser } from './commands/restore-user.ts'
import { savedViewCommands } from './commands/saved-views.ts'
import { setUpCompany } from './commands/set-up-company.ts'
import { credentialSource } from './credential-source.ts'
import { hashingChores } from './hashing.ts'
import { credentialLocals } from './locals/credentials.ts'
import { formDraftLocals } from './locals/form-drafts.ts'
import { setFirstCredential } from './locals/set-first-credential.ts'
import { sessionLocals } from './locals/sign-in.ts'
import { userProjection } from './projection.ts'
import { currentSession } from './queries/current-session.ts'
import { getFormDraft, listFormDrafts } from './queries/form-drafts.ts'
import { getHistory } from './queries/get-history.ts'
import { listSavedViews } from './queries/list-saved-views.ts'
import { listUsers } from './queries/list-users.ts'
import { signInPeople } from './queries/sign-in-people.ts'

export const usersModule: FeatureModule = {
  name: 'users',
  projections: [userProjection],
  commands: [setUpCompany, addUser, changeUser, archiveUser, restoreUser, ...savedViewCommands],
  queries: [currentSession, signInPeople, listUsers, listFormDrafts, getFormDraft, listSavedViews, getHistory],
  locals: [setFirstCredential, ...sessionLocals, ...credentialLocals, ...formDraftLocals],
  localTables: ['sessions', 'credentials', 'credential_stamps', 'sign_in_tries', 'form_drafts'],
  secrets: credentialSource,
  chores: hashingChores,
}

/** What the app composes itself with. */
export { createSessions, type SessionKind, type Sessions } from './sessions.ts'
