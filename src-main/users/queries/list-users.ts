import { eq } from 'drizzle-orm'
import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { fold } from '#shared/kernel/text.ts'
import { usersContract } from '#shared/users/contract.ts'
import { credentials, users } from '../tables.ts'

export const listUsers = defineQuery(usersContract['user.list'], ({ db }) => {
  const everybody = db.orm
    .select({ user: users, password: credentials.passwordHash, pin: credentials.pinHash })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .prepare()
  return ({ includeArchived }) =>
    accepted({
      users: everybody
        .all()
        .filter(({ user }) => includeArchived || !user.isArchived)
        .map(({ user, password, pin }) => ({
          ...user,
          given: [...user.given],
          withheld: [...user.withheld],
          hasPassword: password !== null,
          hasPin: pin !== null,
        }))
        .sort((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.id, b.id)),
    })
})

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
