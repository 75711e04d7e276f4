import type { Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { digest } from '#main/platform/secrets/digest.ts'
import { grantsOf } from '#shared/users/role-profiles.ts'
import { idleLockMinutes, sessionHours } from '#shared/users/session-limits.ts'

export type SessionKind = 'window' | 'browser' | 'run'

interface SessionRow {
  id: string
  kind: SessionKind
  user_id: string | null
  created_at: string
  last_seen_at: string
  locked_at: string | null
  name: string | null
  role: string | null
  language: string | null
  given: string | null
  withheld: string | null
  is_archived: number | null
  has_secret: number
}

/** How long a one-time code is good for, and a browser that nobody opens any more. */
const entryCodeMinutes = 5
const browserDays = 30
/** How often a hand at the keyboard is written down; in between it is remembered. */
const seenEverySeconds = 60

/** What may be done before the shop exists: setting it up and asking where one stands. */
const setUpGrants: ReadonlySet<string> = new Set(['company.setUp', 'file.keep', 'file.see'])

/** Who has reached this station, and who is signed in there. */
export interface Sessions {
  issueEntryCode(): string
  /** `userId`: whose session it becomes at once, on a demo shop. */
  redeemEntryCode(code: string, userId?: string): string | null
  open(kind: SessionKind, userId?: string): string
  /** Makes a session of this run a person's: of a demo shop that has only now arrived from other stations. */
  give(token: string, userId: string): void
  /** The viewer of a token; null when the session is unknown. Locks what has been idle too long. */
  viewerOf(token: string): Viewer | null
  /** Somebody did something on this session. */
  touch(sessionId: string): void
}

/** Both clocks at one moment: the steady one stops while a laptop sleeps, the one on the wall may be set back. */
interface Moment {
  readonly steady: number
  readonly wall: number
}

interface Remembered {
  /** The row's `created_at`: another one means that somebody signed in since. */
  readonly since: string
  readonly signedIn: Moment
  seen: Moment
  written: number
}

export function createSessions(
  services: Pick<Services, 'local' | 'clock' | 'newId' | 'randomBytes'>,
  isSetUp: () => boolean,
  houseLanguage: () => string,
  goesOn: boolean,
): Sessions {
  const { local, clock, newId, randomBytes } = services
  const entryCodes = new Map<string, number>()
  const remembered = new Map<string, Remembered>()
  const find = local.read<SessionRow>(
    `select s.id, s.kind, s.user_id, s.created_at, s.last_seen_at, s.locked_at,
       u.name, u.role, u.language, u.given, u.withheld, u.is_archived,
       exists (select 1 from credentials c where c.user_id = s.user_id
         and (c.password_hash is not null or c.pin_hash is not null)) as has_secret
     from sessions s left join users u on u.id = s.user_id where s.token_hash = ?`,
  )
  // Every frame asks, and screens ask several questions at once: as long as nothing was written, the rows are what they were.
  const writes = local.read<{ made: number }>('select total_changes() as made')
  const found = new Map<string, SessionRow>()
  let foundAt = -1
  const rowOf = (given: string): SessionRow | undefined => {
    const made = writes.get()?.made ?? -1
    if (made !== foundAt) found.clear()
    foundAt = made
    const known = found.get(given)
    if (known !== undefined) return known
    const row = find.get(digest(given))
    if (row !== undefined) found.set(given, row)
    return row
  }
  const insert = local.write(
    'insert into sessions (id, token_hash, kind, user_id, created_at, last_seen_at) values (?, ?, ?, ?, ?, ?)',
  )
  const own = local.write('update sessions set user_id = ? where id = ? and user_id is null')
  const see = local.write('update sessions set last_seen_at = ? where id = ?')
  const lock = local.write('update sessions set locked_at = ? where id = ?')
  // The tokens of windows and scripts die with the run that made them.
  if (!goesOn) local.write(`delete from sessions where kind in ('run', 'window')`).run()
  local
    .write(`delete from sessions where kind = 'browser' and last_seen_at < ?`)
    .run(new Date(clock.now() - browserDays * 86_400_000).toISOString())

  const token = (): string => Buffer.from(randomBytes(32)).toString('base64url')
  const moment = (): Moment => ({ steady: clock.monotonic(), wall: clock.now() })
  const since = (then: Moment): number => Math.max(clock.monotonic() - then.steady, clock.now() - then.wall)
  /** A moment of an earlier run, or of one's own before the clock was set back. */
  const momentAt = (instant: string): Moment => {
    const ago = Math.max(0, clock.now() - Date.parse(instant))
    return { steady: clock.monotonic() - ago, wall: clock.now() - ago }
  }
  const recall = (row: SessionRow): Remembered => {
    const known = remembered.get(row.id)
    if (known?.since === row.created_at) return known
    const fresh: Remembered = {
      since: row.created_at,
      signedIn: momentAt(row.created_at),
      seen: momentAt(row.last_seen_at),
      written: clock.monotonic(),
    }
    remembered.set(row.id, fresh)
    return fresh
  }
  const isHere = (row: SessionRow): boolean => {
    if (row.user_id === null || row.name === null || row.is_archived !== 0 || row.locked_at !== null) return false
    // Without a secret nothing could open the lock again: a demo shop, a first start that is not finished.
    if (row.kind === 'run' || row.has_secret === 0) return true
    const known = recall(row)
    if (since(known.signedIn) > sessionHours * 3_600_000) return false
    if (since(known.seen) <= idleLockMinutes * 60_000) return true
    lock.run(instantOf(clock), row.id)
    return false
  }

  /** Roles and their exceptions are few and every frame asks: each make-up is put together once. */
  const known = new Map<string, ReadonlySet<string>>()
  const grantsIn = ({ role, given, withheld }: SessionRow): ReadonlySet<string> => {
    const key = JSON.stringify([role, given, withheld])
    const found = known.get(key)
    if (found !== undefined) return found
    const grants = grantsOf(role ?? '', listIn(given), listIn(withheld))
    known.set(key, grants)
    return grants
  }

  return {
    issueEntryCode: () => {
      const code = token()
      entryCodes.set(digest(code), clock.monotonic() + entryCodeMinutes * 60_000)
      return code
    },
    redeemEntryCode(code, userId) {
      const key = digest(code)
      const until = entryCodes.get(key)
      entryCodes.delete(key)
      return until === undefined || until < clock.monotonic() ? null : this.open('browser', userId)
    },
    open: (kind, userId) => {
      const made = token()
      const now = instantOf(clock)
      insert.run(newId(), digest(made), kind, userId ?? null, now, now)
      return made
    },
    give: (given, userId) => {
      const row = rowOf(given)
      if (row !== undefined) own.run(userId, row.id)
    },
    viewerOf: (given) => {
      const row = rowOf(given)
      if (row === undefined) return null
      if (!isHere(row))
        return {
          sessionId: row.id,
          userId: null,
          name: '',
          role: 'nobody',
          grants: isSetUp() ? new Set() : setUpGrants,
          scope: 'all',
          language: houseLanguage(),
        }
      return {
        sessionId: row.id,
        userId: row.user_id,
        name: row.name ?? '',
        role: row.role ?? '',
        grants: grantsIn(row),
        scope: 'all',
        language: row.language ?? houseLanguage(),
      }
    },
    touch: (sessionId) => {
      const known = remembered.get(sessionId)
      if (known === undefined) return
      known.seen = moment()
      if (clock.monotonic() - known.written < seenEverySeconds * 1000) return
      known.written = clock.monotonic()
      see.run(instantOf(clock), sessionId)
    },
  }
}

function listIn(json: string | null): readonly string[] {
  const list: unknown = JSON.parse(json ?? '[]')
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []
}
