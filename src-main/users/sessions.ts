import { hash as hashOf } from 'node:crypto'
import type { Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { grantsOf } from '#shared/users/role-profiles.ts'

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
  is_archived: number | null
}

/** Longest life of a session, and of a one-time code (reliability X9). */
const sessionHours = 12
const entryCodeMinutes = 5

/** What may be done before the shop exists: setting it up and asking where one stands. */
const setUpGrants: ReadonlySet<string> = new Set(['company.setUp', 'file.keep', 'file.see'])

/** Who has reached this station, and who is signed in there. */
export interface Sessions {
  issueEntryCode(): string
  redeemEntryCode(code: string): string | null
  open(kind: SessionKind, userId?: string): string
  /** The viewer of a token; null when the session is unknown, over, or its person was archived. */
  viewerOf(token: string): Viewer | null
  signIn(sessionId: string, userId: string): void
  signOut(sessionId: string): void
}

export function createSessions(
  services: Pick<Services, 'local' | 'clock' | 'newId' | 'randomBytes'>,
  isSetUp: () => boolean,
  houseLanguage: () => string,
): Sessions {
  const { local, clock, newId, randomBytes } = services
  const entryCodes = new Map<string, number>()
  const find = local.read<SessionRow>(
    `select s.id, s.kind, s.user_id, s.created_at, s.last_seen_at, s.locked_at, u.name, u.role, u.language, u.is_archived
     from sessions s left join users u on u.id = s.user_id where s.token_hash = ?`,
  )
  const insert = local.write(
    'insert into sessions (id, token_hash, kind, user_id, created_at, last_seen_at) values (?, ?, ?, ?, ?, ?)',
  )
  const give = local.write(
    'update sessions set user_id = ?, last_seen_at = ?, created_at = ?, locked_at = null where id = ?',
  )
  const clear = local.write('update sessions set user_id = null where id = ?')
  // Tokens of scripts live as long as the run that printed them.
  local.write(`delete from sessions where kind = 'run'`).run()

  const token = (): string => Buffer.from(randomBytes(32)).toString('base64url')
  const hashed = (text: string): string => hashOf('sha256', text, 'hex')

  return {
    issueEntryCode: () => {
      const code = token()
      entryCodes.set(hashed(code), clock.monotonic() + entryCodeMinutes * 60_000)
      return code
    },
    redeemEntryCode(code) {
      const key = hashed(code)
      const until = entryCodes.get(key)
      entryCodes.delete(key)
      return until === undefined || until < clock.monotonic() ? null : this.open('browser')
    },
    open: (kind, userId) => {
      const made = token()
      const now = instantOf(clock)
      insert.run(newId(), hashed(made), kind, userId ?? null, now, now)
      return made
    },
    viewerOf: (given) => {
      const row = find.get(hashed(given))
      if (row === undefined) return null
      const isOver = clock.now() - Date.parse(row.created_at) > sessionHours * 3_600_000 && row.kind !== 'run'
      const isSignedIn =
        row.user_id !== null && row.name !== null && row.is_archived === 0 && !isOver && row.locked_at === null
      if (!isSignedIn)
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
        grants: grantsOf(row.role ?? ''),
        scope: 'all',
        language: row.language ?? houseLanguage(),
      }
    },
    signIn: (sessionId, userId) => {
      const now = instantOf(clock)
      give.run(userId, now, now, sessionId)
    },
    signOut: (sessionId) => {
      clear.run(sessionId)
    },
  }
}
