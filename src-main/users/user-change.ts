import type { ReadableDb } from '#main/platform/database/handles.ts'
import { accepted, type Result } from '#shared/kernel/result.ts'
import type { User } from '#shared/users/replication.ts'
import type { Role } from '#shared/users/role-profiles.ts'
import { checkLastAdministrator, checkName } from '#shared/users/user-rules.ts'
import { colleaguesReader } from './colleagues.ts'

/** U4, U6: what stands against another name or role for somebody who works here. */
export function checkUserChange(db: Pick<ReadableDb, 'read'>) {
  const everybody = colleaguesReader(db)
  return (
    user: Pick<User, 'role' | 'archived'>,
    id: string,
    { name, role }: { readonly name?: string | undefined; readonly role?: Role | undefined },
  ): Result<null> => {
    if (name !== undefined && !user.archived) {
      const free = checkName(name, id, everybody())
      if (!free.ok) return free
    }
    const isLeaving = user.role === 'administrator' && !user.archived && role !== undefined && role !== 'administrator'
    return isLeaving ? checkLastAdministrator(id, everybody()) : accepted(null)
  }
}
