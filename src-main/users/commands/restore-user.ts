import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { userEntity } from '#shared/users/replication.ts'
import { checkName } from '#shared/users/user-rules.ts'
import { colleaguesReader } from '../colleagues.ts'

export const restoreUser = defineCommand(usersContract['user.restore'], ({ db }) => {
  const everybody = colleaguesReader(db)
  return ({ id }, { tx, read }) => {
    const user = read(userEntity, id)
    if (user === undefined) return refused('notFound.user', { id })
    // Their name may have been given to somebody new in the meantime.
    const free = checkName(user.name, id, everybody())
    if (!free.ok) return free
    tx.set(userEntity, id, { archived: false })
    return accepted({ id })
  }
})
