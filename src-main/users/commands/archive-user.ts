import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { userEntity } from '#shared/users/replication.ts'
import { checkLastAdministrator } from '#shared/users/user-rules.ts'
import { colleaguesReader } from '../colleagues.ts'
import { sessionRows } from '../session-rows.ts'

export const archiveUser = defineCommand(usersContract['user.archive'], (services) => {
  const everybody = colleaguesReader(services.db)
  const sessions = sessionRows(services)
  return ({ id, reason }, { tx, read, because, announceLocal }) => {
    const user = read(userEntity, id)
    if (user === undefined) return refused('notFound.user', { id })
    if (user.role === 'administrator' && !user.archived) {
      const others = checkLastAdministrator(id, everybody())
      if (!others.ok) return others
    }
    if (reason) because(reason)
    tx.set(userEntity, id, { archived: true })
    // A session looks at its person with every frame, so other stations shut too as soon as they hear of it (X9).
    sessions.endAllOf(id)
    announceLocal('session')
    return accepted({ id })
  }
})
