import type { Services } from '#main/platform/bus/module.ts'
import { freeTries, waitAfter, waitLeft } from '#shared/users/sign-in-delay.ts'

export type SecretKind = 'password' | 'pin' | 'recovery'

interface TriesRow {
  failures: number
  blockedUntil: string | null
}

/**
 * Wrong secrets in a row, per person, device and kind, across restarts (U9). A try is counted before it is checked, so that
 * many at once do not slip through while the first is being hashed.
 */
export interface SignInTries {
  /** Seconds to wait before the next try; 0: go ahead. */
  waitFor(userId: string, device: string, kind: SecretKind): number
  isUsedUp(userId: string, device: string, kind: SecretKind): boolean
  /** Counts a try as wrong until `forget` says otherwise; returns how many are left before a wait. */
  count(userId: string, device: string, kind: SecretKind): number
  forget(userId: string, device: string, kind: SecretKind): void
  /** After an administrator gave a new secret. */
  forgetAll(userId: string, kind: SecretKind): void
}

export function signInTries({ local, clock }: Pick<Services, 'local' | 'clock'>): SignInTries {
  const read = local.read<TriesRow>(
    'select failures, blocked_until as blockedUntil from sign_in_tries where user_id = ? and device = ? and kind = ?',
  )
  const write = local.write(
    `insert into sign_in_tries (user_id, device, kind, failures, blocked_until) values (?, ?, ?, ?, ?)
     on conflict do update set failures = excluded.failures, blocked_until = excluded.blocked_until`,
  )
  const clear = local.write('delete from sign_in_tries where user_id = ? and device = ? and kind = ?')
  const clearAll = local.write('delete from sign_in_tries where user_id = ? and kind = ?')
  const until = (seconds: number): string => new Date(clock.now() + seconds * 1000).toISOString()
  return {
    waitFor: (userId, device, kind) => {
      const row = read.get(userId, device, kind)
      if (row === undefined) return 0
      const left = waitLeft(row.failures, row.blockedUntil, clock.now())
      // Set back clock: the wait begins again from here instead of from a day that lies in the future.
      if (row.blockedUntil !== null && row.blockedUntil > until(left)) {
        write.run(userId, device, kind, row.failures, until(left))
      }
      return left
    },
    isUsedUp: (userId, device, kind) => (read.get(userId, device, kind)?.failures ?? 0) >= freeTries,
    count: (userId, device, kind) => {
      const failures = (read.get(userId, device, kind)?.failures ?? 0) + 1
      const wait = waitAfter(failures)
      write.run(userId, device, kind, failures, wait === 0 ? null : until(wait))
      return Math.max(0, freeTries - failures)
    },
    forget: (userId, device, kind) => {
      clear.run(userId, device, kind)
    },
    forgetAll: (userId, kind) => {
      clearAll.run(userId, kind)
    },
  }
}
