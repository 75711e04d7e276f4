import { defineLocal, type LocalDefinition } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { recoveryCodeBytes, writeRecoveryCode } from '#shared/users/secrets.ts'
import { credentialsOf } from '../credentials.ts'
import { hashSecret } from '../hashing.ts'
import { provingWith } from '../proving.ts'
import { sessionRows } from '../session-rows.ts'
import { signInTries } from '../sign-in-tries.ts'

const setPassword = defineLocal(usersContract['user.setPassword'], (services) => {
  const credentials = credentialsOf(services)
  const tries = signInTries(services)
  const sessions = sessionRows(services)
  const known = services.local.read<{ id: string }>('select id from users where id = ?')
  return async ({ userId, password }, { viewer }) => {
    if (known.get(userId) === undefined) return refused('notFound.user', { id: userId })
    if (userId === viewer.userId && credentials.of(userId).password !== null) return refused('credential.ownNeedsProof')
    const hash = await hashSecret(services.chores, password)
    services.local.transact(() => {
      credentials.setPassword(userId, hash)
      tries.forgetAll(userId, 'password')
      tries.forgetAll(userId, 'pin')
      // Whoever knew the old one may still be signed in somewhere.
      if (userId !== viewer.userId) sessions.endAllOf(userId)
    })
    services.announceLocal('session', 'credential')
    return accepted(null)
  }
})

const setPin = defineLocal(usersContract['user.setPin'], (services) => {
  const credentials = credentialsOf(services)
  const tries = signInTries(services)
  const known = services.local.read<{ id: string }>('select id from users where id = ?')
  return async ({ userId, pin }, { viewer }) => {
    if (known.get(userId) === undefined) return refused('notFound.user', { id: userId })
    const own = credentials.of(userId)
    if (userId === viewer.userId && pin !== null && (own.password !== null || own.pin !== null))
      return refused('credential.ownNeedsProof')
    const hash = pin === null ? null : await hashSecret(services.chores, pin)
    services.local.transact(() => {
      credentials.setPin(userId, hash)
      tries.forgetAll(userId, 'pin')
    })
    services.announceLocal('credential')
    return accepted(null)
  }
})

const changePassword = defineLocal(usersContract['credential.changePassword'], (services) => {
  const credentials = credentialsOf(services)
  const proving = provingWith(services)
  return async ({ proof, password }, { viewer }) => {
    const { userId } = viewer
    if (userId === null) return refused('auth.notSignedIn')
    // Four digits seen over a shoulder must not be enough to take the account over.
    if ('pin' in proof && credentials.of(userId).password !== null) return refused('credential.passwordNeeded')
    const proven = await proving.check(userId, proof, viewer.sessionId)
    if (!proven.ok) return proven
    credentials.setPassword(userId, await hashSecret(services.chores, password))
    services.announceLocal('credential')
    return accepted(null)
  }
})

const changePin = defineLocal(usersContract['credential.changePin'], (services) => {
  const credentials = credentialsOf(services)
  const proving = provingWith(services)
  return async ({ proof, pin }, { viewer }) => {
    const { userId } = viewer
    if (userId === null) return refused('auth.notSignedIn')
    const proven = await proving.check(userId, proof, viewer.sessionId)
    if (!proven.ok) return proven
    credentials.setPin(userId, await hashSecret(services.chores, pin))
    services.announceLocal('credential')
    return accepted(null)
  }
})

const renewRecoveryCode = defineLocal(usersContract['credential.renewRecoveryCode'], (services) => {
  const credentials = credentialsOf(services)
  const proving = provingWith(services)
  return async ({ proof }, { viewer }) => {
    const { userId } = viewer
    if (userId === null) return refused('auth.notSignedIn')
    if (viewer.role !== 'administrator') return refused('credential.onlyAdministrators')
    const proven = await proving.check(userId, proof, viewer.sessionId)
    if (!proven.ok) return proven
    const recoveryCode = writeRecoveryCode(services.randomBytes(recoveryCodeBytes))
    credentials.setRecovery(userId, await hashSecret(services.chores, recoveryCode))
    return accepted({ recoveryCode })
  }
})

export const credentialLocals: readonly LocalDefinition[] = [
  setPassword,
  setPin,
  changePassword,
  changePin,
  renewRecoveryCode,
]
