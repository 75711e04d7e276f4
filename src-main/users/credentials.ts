import type { Services } from '#main/platform/bus/module.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { nextSecretStamp } from '#main/platform/secrets/secret-source.ts'

/** What proves people at this station: argon2id hashes, never in the log (U7). What is set here reaches the others (U16). */
export interface Credentials {
  of(userId: string): Credential
  /** Nobody here has any secret yet, and it is this station that set the shop up (U2). */
  areEmpty(): boolean
  setPassword(userId: string, hash: string): void
  setPin(userId: string, hash: string | null): void
  setRecovery(userId: string, hash: string): void
}

export interface Credential {
  readonly password: string | null
  readonly pin: string | null
  readonly recovery: string | null
}

export const credentialKinds = ['password', 'pin', 'recovery'] as const
export type CredentialKind = (typeof credentialKinds)[number]

const nothing: Credential = { password: null, pin: null, recovery: null }

export function credentialsOf(services: Pick<Services, 'local' | 'station' | 'clock' | 'secretsChanged'>): Credentials {
  const { local, station, clock, secretsChanged } = services
  const rows = credentialRows(services)
  const set = (kind: CredentialKind, userId: string, hash: string | null): void => {
    local.transact(() =>
      rows.write(kind, userId, hash, nextSecretStamp(rows.stampOf(kind, userId), clock.now(), station.code)),
    )
    secretsChanged()
  }
  return {
    of: rows.of,
    areEmpty: needsFirstPasswordReader(local, station),
    setPassword: (userId, hash) => set('password', userId, hash),
    setPin: (userId, hash) => set('pin', userId, hash),
    setRecovery: (userId, hash) => set('recovery', userId, hash),
  }
}

/** The two tables, whoever set what is in them. */
export function credentialRows({ local }: Pick<Services, 'local'>) {
  const read = local.read<Credential>(
    'select password_hash as password, pin_hash as pin, recovery_hash as recovery from credentials where user_id = ?',
  )
  const stamp = local.read<{ stamp: string }>('select stamp from credential_stamps where user_id = ? and kind = ?')
  const keepStamp = local.write(
    'insert into credential_stamps (user_id, kind, stamp) values (?, ?, ?) on conflict do update set stamp = excluded.stamp',
  )
  const keep = (column: string) =>
    local.write(
      `insert into credentials (user_id, ${column}) values (?, ?) on conflict do update set ${column} = excluded.${column}`,
    )
  const columns = { password: keep('password_hash'), pin: keep('pin_hash'), recovery: keep('recovery_hash') } as const
  return {
    of: (userId: string): Credential => read.get(userId) ?? nothing,
    stampOf: (kind: CredentialKind, userId: string): string | undefined => stamp.get(userId, kind)?.stamp,
    /** In one transaction with what goes with it. */
    write: (kind: CredentialKind, userId: string, hash: string | null, at: string): void => {
      columns[kind].run(userId, hash)
      keepStamp.run(userId, kind, at)
    },
  }
}

/** Nobody here has any secret yet, and it is this station that set the shop up (U2). */
export function needsFirstPasswordReader(db: Pick<ReadableDb, 'read'>, station: Services['station']): () => boolean {
  const any = db.read<{ found: number }>(
    'select 1 as found from credentials where password_hash is not null or pin_hash is not null limit 1',
  )
  // Setting up is the first thing a station does, so this looks at the log's beginning only.
  const born = db.read<{ found: number }>(
    `select 1 as found from changes where station = ? and sseq <= 10 and command = 'company.setUp' limit 1`,
  )
  return () => any.get() === undefined && born.get(station.id) !== undefined
}
