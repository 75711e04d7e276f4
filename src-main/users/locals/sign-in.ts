import { defineLocal, type LocalDefinition } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { recoveryCodeBytes, writeRecoveryCode } from '#shared/users/secrets.ts'
import { credentialsOf } from '../credentials.ts'
import { hashSecret } from '../hashing.ts'
import { provingWith } from '../proving.ts'
import { sessionRows } from '../session-rows.ts'
import { signInTries } from '../sign-in-tries.ts'

const signIn = defineLocal(usersContract['session.signIn'], (services) => {
  const proving = provingWith(services)
  const sessions = sessionRows(services)
  return async ({ userId, proof }, { viewer }) => {
    const proven = await proving.check(userId, proof, viewer.sessionId)
    if (!proven.ok) return proven
    sessions.signIn(viewer.sessionId, userId)
    services.announceLocal('session')
    return accepted({ id: userId })
  }
})

/** The old paper is spent with this sign-in: what it opened is closed by the new password and the new code (U8). */
const signInWithRecoveryCode = defineLocal(usersContract['session.signInWithRecoveryCode'], (services) => {
  const proving = provingWith(services)
  const sessions = sessionRows(services)
  const credentials = credentialsOf(services)
  const tries = signInTries(services)
  return async ({ userId, code, password }, { viewer }) => {
    const proven = await proving.checkRecoveryCode(userId, code, viewer.sessionId)
    if (!proven.ok) return proven
    const recoveryCode = writeRecoveryCode(services.randomBytes(recoveryCodeBytes))
    const passwordHash = await hashSecret(services.chores, password)
    const recoveryHash = await hashSecret(services.chores, recoveryCode)
    services.local.transact(() => {
      credentials.setPassword(userId, passwordHash)
      credentials.setRecovery(userId, recoveryHash)
      tries.forgetAll(userId, 'password')
      sessions.endAllOf(userId)
      sessions.signIn(viewer.sessionId, userId)
    })
    services.announceLocal('session', 'credential')
    return accepted({ id: userId, recoveryCode })
  }
})

const signOut = defineLocal(usersContract['session.signOut'], (services) => {
  const sessions = sessionRows(services)
  return (_, { viewer }) => {
    sessions.signOut(viewer.sessionId)
    services.announceLocal('session')
    return accepted(null)
  }
})

const lock = defineLocal(usersContract['session.lock'], (services) => {
  const sessions = sessionRows(services)
  const credentials = credentialsOf(services)
  return (_, { viewer }) => {
    const own = viewer.userId === null ? undefined : credentials.of(viewer.userId)
    if (own !== undefined && own.password === null && own.pin === null) return refused('session.withoutSecret')
    sessions.lock(viewer.sessionId)
    services.announceLocal('session')
    return accepted(null)
  }
})

const unlock = defineLocal(usersContract['session.unlock'], (services) => {
  const proving = provingWith(services)
  const sessions = sessionRows(services)
  return async ({ proof }, { viewer }) => {
    const place = sessions.find(viewer.sessionId)
    if (place?.userId == null || place.lockedAt === null) return refused('session.notLocked')
    const proven = await proving.check(place.userId, proof, viewer.sessionId)
    if (!proven.ok) return proven
    sessions.signIn(viewer.sessionId, place.userId)
    services.announceLocal('session')
    return accepted({ id: place.userId })
  }
})

/** Every local action puts the idle lock off; this one does nothing else. */
const touch = defineLocal(usersContract['session.touch'], () => () => accepted(null))

export const sessionLocals: readonly LocalDefinition[] = [signIn, signInWithRecoveryCode, signOut, lock, unlock, touch]
