import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'

/** Who sits at a session. Written inside a command's transaction at the first start, else by the session's own actions. */
export interface SessionRows {
  signIn(sessionId: string, userId: string): void
  signOut(sessionId: string): void
  lock(sessionId: string): void
  /** Ends the sign-ins of one person everywhere on this station (X9). */
  endAllOf(userId: string): void
  find(sessionId: string): SessionPlace | undefined
}

export interface SessionPlace {
  readonly kind: string
  readonly userId: string | null
  readonly lockedAt: string | null
}

export function sessionRows({ local, clock }: Pick<Services, 'local' | 'clock'>): SessionRows {
  const give = local.write(
    'update sessions set user_id = ?, created_at = ?, last_seen_at = ?, locked_at = null where id = ?',
  )
  const clear = local.write('update sessions set user_id = null, locked_at = null where id = ?')
  const shut = local.write(
    'update sessions set locked_at = ? where id = ? and user_id is not null and locked_at is null',
  )
  const clearAll = local.write('update sessions set user_id = null, locked_at = null where user_id = ?')
  const read = local.read<SessionPlace>(
    'select kind, user_id as userId, locked_at as lockedAt from sessions where id = ?',
  )
  return {
    signIn: (sessionId, userId) => {
      const now = instantOf(clock)
      give.run(userId, now, now, sessionId)
    },
    signOut: (sessionId) => {
      clear.run(sessionId)
    },
    lock: (sessionId) => {
      shut.run(instantOf(clock), sessionId)
    },
    endAllOf: (userId) => {
      clearAll.run(userId)
    },
    find: (sessionId) => read.get(sessionId),
  }
}
