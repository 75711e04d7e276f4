import type { Migration } from '../migrator.ts'
import { foundation } from './0010-foundation.ts'
import { settings } from './0020-settings.ts'
import { users } from './0030-users.ts'
import { formDrafts } from './0045-form-drafts.ts'
import { catalog } from './0060-catalog.ts'

/** The database's whole history, oldest first. */
export const migrations: readonly Migration[] = [foundation, settings, users, formDrafts, catalog]
