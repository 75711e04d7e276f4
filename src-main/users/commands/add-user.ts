import { defineCommand } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { given } from '#shared/kernel/given.ts'
import { accepted } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { userEntity } from '#shared/users/replication.ts'
import { checkName } from '#shared/users/user-rules.ts'
import { colleaguesReader } from '../colleagues.ts'

export const addUser = defineCommand(usersContract['user.add'], ({ db }) => {
  const everybody = colleaguesReader(db)
  const company = companyReader(db)
  return ({ id: givenId, name, role, email, language }, { tx, newId }) => {
    const id = givenId ?? newId()
    const free = checkName(name, id, everybody())
    if (!free.ok) return free
    tx.create(userEntity, id, given({ name, role, email, language: language ?? company()?.language }))
    return accepted({ id })
  }
})
