import { defineLocal } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { recoveryCodeBytes, writeRecoveryCode } from '#shared/users/secrets.ts'
import { credentialsOf } from '../credentials.ts'
import { hashSecret } from '../hashing.ts'
import { sessionRows } from '../session-rows.ts'

/**
 * Ends the first start (U2). Also the way back in when the program died between setting up and this: as long as nobody has
 * any secret at the station that set the shop up, whoever sits there may give the first administrator theirs.
 */
export const setFirstCredential = defineLocal(usersContract['credential.setFirst'], (services) => {
  const company = companyReader(services.db)
  const credentials = credentialsOf(services)
  const sessions = sessionRows(services)
  const { chores, local, randomBytes, announceLocal } = services
  const administrator = local.read<{ id: string }>(
    `select id from users where role = 'administrator' and is_archived = 0 order by id limit 1`,
  )
  return async ({ password, pin }, { viewer }) => {
    if (company() === undefined) return refused('company.notSetUp')
    if (!credentials.areEmpty()) return refused('credential.alreadySet')
    if (viewer.userId !== null && viewer.role !== 'administrator') return refused('credential.onlyAdministrators')
    const userId = viewer.userId ?? administrator.get()?.id
    if (userId === undefined) return refused('session.unknownPerson')
    const recoveryCode = writeRecoveryCode(randomBytes(recoveryCodeBytes))
    const passwordHash = await hashSecret(chores, password)
    const pinHash = pin === undefined ? null : await hashSecret(chores, pin)
    const recoveryHash = await hashSecret(chores, recoveryCode)
    const isFirst = local.transact(() => {
      // Another window may have been quicker while this one was hashing.
      if (!credentials.areEmpty()) return false
      credentials.setPassword(userId, passwordHash)
      credentials.setPin(userId, pinHash)
      credentials.setRecovery(userId, recoveryHash)
      sessions.signIn(viewer.sessionId, userId)
      return true
    })
    if (!isFirst) return refused('credential.alreadySet')
    announceLocal('session', 'credential')
    return accepted({ userId, recoveryCode })
  }
})
