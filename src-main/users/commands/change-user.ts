import { defineCommand } from '#main/platform/bus/module.ts'
import { given } from '#shared/kernel/given.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { userEntity } from '#shared/users/replication.ts'
import type { GrantDifference } from '#shared/users/role-profiles.ts'
import { checkUserChange } from '../user-change.ts'

export const changeUser = defineCommand(usersContract['user.change'], ({ db }) => {
  const check = checkUserChange(db)
  return ({ id, name, role, email, language, given: grantsGiven, withheld }, { tx, read }) => {
    const user = read(userEntity, id)
    if (user === undefined) return refused('notFound.user', { id })
    const allowed = check(user, id, { name, role })
    if (!allowed.ok) return allowed
    const both = grantsGiven?.find((grant) => withheld?.includes(grant))
    if (both !== undefined) return refused('user.grantGivenAndWithheld', { grant: both })
    tx.set(userEntity, id, given({ name, role, email, language }))
    const wanted: Readonly<Record<GrantDifference, readonly string[] | undefined>> = { given: grantsGiven, withheld }
    for (const [grant, kind] of Object.entries(user.grants))
      if (wanted[kind]?.includes(grant) === false) tx.remove(userEntity, id, 'grants', grant)
    for (const kind of ['given', 'withheld'] as const)
      for (const grant of wanted[kind] ?? [])
        if (user.grants[grant] !== kind) tx.add(userEntity, id, 'grants', grant, kind)
    return accepted({ id })
  }
})
