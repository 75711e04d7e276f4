import type { Services } from '#main/platform/bus/module.ts'
import { secretsAwaited } from '#main/platform/secrets/secret-source.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { Proof } from '#shared/users/secrets.ts'
import { credentialsOf } from './credentials.ts'
import { isSecret } from './hashing.ts'
import { sessionRows } from './session-rows.ts'
import { type SecretKind, signInTries } from './sign-in-tries.ts'

/** Whether somebody is who they say they are. Every way in goes through here, so that wrong secrets are counted once. */
export interface Proving {
  check(userId: string, proof: Proof, sessionId: string): Promise<Result<null>>
  checkRecoveryCode(userId: string, code: string, sessionId: string): Promise<Result<null>>
}

const refusals = {
  password: { missing: 'session.withoutPassword', wrong: 'session.wrongPassword' },
  pin: { missing: 'session.withoutPin', wrong: 'session.wrongPin' },
  recovery: { missing: 'session.wrongRecoveryCode', wrong: 'session.wrongRecoveryCode' },
} as const

export function provingWith(services: Services): Proving {
  const credentials = credentialsOf(services)
  const tries = signInTries(services)
  const sessions = sessionRows(services)
  const active = services.local.read<{ found: number }>('select 1 as found from users where id = ? and is_archived = 0')
  const awaited = services.local.read<{ found: number }>('select 1 as found from station_facts where name = ?')

  /** All windows of the station are one device; a paired browser is one of its own. */
  const deviceOf = (sessionId: string): string => (sessions.find(sessionId)?.kind === 'browser' ? sessionId : 'station')

  const checkSecret = async (
    userId: string,
    kind: SecretKind,
    secret: string,
    device: string,
  ): Promise<Result<null>> => {
    if (active.get(userId) === undefined) return refused('session.unknownPerson')
    const credential = credentials.of(userId)
    const known = credential[kind]
    if (known === null) return refused(awaited.get(secretsAwaited) ? 'session.secretsAwaited' : refusals[kind].missing)
    if (kind === 'pin' && credential.password !== null && tries.isUsedUp(userId, device, kind))
      return refused('session.pinUsedUp')
    const seconds = tries.waitFor(userId, device, kind)
    if (seconds > 0) return refused('session.wait', { count: seconds })
    const left = tries.count(userId, device, kind)
    if (!(await isSecret(services.chores, secret, known))) {
      if (kind === 'recovery') return refused(refusals[kind].wrong)
      return refused(refusals[kind].wrong, { count: left })
    }
    // They may have been archived while the hash was computed.
    if (active.get(userId) === undefined) return refused('session.unknownPerson')
    tries.forget(userId, device, kind)
    if (kind !== 'pin') tries.forget(userId, device, 'pin')
    return accepted(null)
  }

  return {
    check: (userId, proof, sessionId) =>
      'pin' in proof
        ? checkSecret(userId, 'pin', proof.pin, deviceOf(sessionId))
        : checkSecret(userId, 'password', proof.password, deviceOf(sessionId)),
    checkRecoveryCode: (userId, code, sessionId) => checkSecret(userId, 'recovery', code, deviceOf(sessionId)),
  }
}
