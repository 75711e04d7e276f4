import type { Services } from '#main/platform/bus/module.ts'
import type { SecretSource } from '#main/platform/secrets/secret-source.ts'
import { type CredentialKind, credentialKinds, credentialRows } from './credentials.ts'
import { sessionRows } from './session-rows.ts'
import { signInTries } from './sign-in-tries.ts'

const prefix = 'credential'

/**
 * What proves people goes from station to station sealed to each (U16): the hash of a PIN of four digits is the PIN to
 * whoever can try ten thousand, so neither the log nor the cloud may have it.
 */
export function credentialSource(services: Services): SecretSource {
  const { local, announceLocal } = services
  const rows = credentialRows(services)
  const tries = signInTries(services)
  const sessions = sessionRows(services)
  const stamps = local.read<{ userId: string; kind: CredentialKind; stamp: string }>(
    'select user_id as userId, kind, stamp from credential_stamps',
  )
  return {
    prefix,
    stamps: () => new Map(stamps.all().map(({ userId, kind, stamp }) => [`${prefix}/${userId}/${kind}`, stamp])),
    read: async (name) => {
      const which = credentialOf(name)
      const stamp = which && rows.stampOf(which.kind, which.userId)
      return which === undefined || stamp === undefined
        ? undefined
        : { name, stamp, value: rows.of(which.userId)[which.kind] }
    },
    take: async ({ name, stamp, value }) => {
      const which = credentialOf(name)
      if (which === undefined || !(value === null || value.startsWith('$argon2id$'))) return
      const { kind, userId } = which
      const isNew = local.transact(() => {
        const standing = rows.stampOf(kind, userId)
        if (standing !== undefined && standing >= stamp) return false
        // Whoever knew the old password may still be signed in here.
        if (kind === 'password' && rows.of(userId).password !== null) sessions.endAllOf(userId)
        rows.write(kind, userId, value, stamp)
        tries.forgetAll(userId, kind)
        if (kind === 'password') tries.forgetAll(userId, 'pin')
        return true
      })
      if (isNew) announceLocal('session', 'credential')
    },
  }
}

function credentialOf(name: string): { readonly userId: string; readonly kind: CredentialKind } | undefined {
  const [first, userId, last, more] = name.split('/')
  const kind = credentialKinds.find((each) => each === last)
  return first === prefix && userId && kind && more === undefined ? { userId, kind } : undefined
}
