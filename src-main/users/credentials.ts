import type { Services } from '#main/platform/bus/module.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'

/** What proves people at this station: argon2id hashes, never in the log (U7). */
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

const nothing: Credential = { password: null, pin: null, recovery: null }

export function credentialsOf({ local, station }: Pick<Services, 'local' | 'station'>): Credentials {
  const read = local.read<Credential>(
    'select password_hash as password, pin_hash as pin, recovery_hash as recovery from credentials where user_id = ?',
  )
  const write = (column: string) =>
    local.write(
      `insert into credentials (user_id, ${column}) values (?, ?) on conflict do update set ${column} = excluded.${column}`,
    )
  const password = write('password_hash')
  const pin = write('pin_hash')
  const recovery = write('recovery_hash')
  return {
    of: (userId) => read.get(userId) ?? nothing,
    areEmpty: needsFirstPasswordReader(local, station),
    setPassword: (userId, hash) => {
      password.run(userId, hash)
    },
    setPin: (userId, hash) => {
      pin.run(userId, hash)
    },
    setRecovery: (userId, hash) => {
      recovery.run(userId, hash)
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
