import { hash, verify } from '@node-rs/argon2'
import type { Chores } from '#main/platform/workers/chores.ts'

/** Argon2id with the cost of reliability X10: slow enough for guessers, unnoticed by people. The library's default kind. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Runs in the chores' thread: a hash takes a fifth of a second, and no command waits that long for another (W11). */
export const hashingChores = {
  'users.hashSecret': ({ secret }: { readonly secret: string }): Promise<string> => hash(secret, cost),
  'users.verifySecret': ({ secret, known }: { readonly secret: string; readonly known: string }): Promise<boolean> =>
    verify(known, secret),
}

export function hashSecret(chores: Chores, secret: string): Promise<string> {
  return chores.run<string>('users.hashSecret', { secret })
}

export function isSecret(chores: Chores, secret: string, known: string): Promise<boolean> {
  return chores.run<boolean>('users.verifySecret', { secret, known })
}
