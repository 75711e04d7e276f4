import { type DocumentOf, documentEntity, free, setOf, type WrittenBy } from '#shared/kernel/change/entity.ts'
import type { GrantDifference, Role } from './role-profiles.ts'

const userWriters: WrittenBy = {
  'company.setUp': [],
  'user.add': ['user.add'],
  'user.change': ['user.change'],
  'user.archive': ['user.archive'],
  'user.restore': ['user.archive'],
  'finding.resolve': ['user.change'],
}

/** Someone who works in the shop. Passwords and PINs are secrets: they stay on the station, out of the log. */
export const userEntity = documentEntity('user', userWriters, {
  name: free('', { important: true }),
  role: free<Role>('counter', { important: true }),
  email: free(''),
  language: free('en'),
  /** What this person may do beside their role, or may not although the role may (USR-02), by grant. */
  grants: setOf<GrantDifference>(),
  archived: free(false),
})

export type User = DocumentOf<typeof userEntity>
