import { randomBytes } from 'node:crypto'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { Instance } from '#shared/sync/members.ts'
import { newPairingCode, prefixLength, readPairingCode } from '#shared/sync/pairing-code.ts'
import type { CloudStore, KeptStation } from '../sync/cloud-store.ts'
import type { Pusher } from '../sync/push.ts'
import type { AccountStore, Membership, NewStation, StationPlace } from './account-store.ts'
import { seal } from './seal.ts'
import { type Bearer, isAnswered, newChallenge, newToken, readToken, tokenMilliseconds } from './station-token.ts'

export interface AccountLimits {
  readonly codeMilliseconds: number
  /** Codes of one organisation that may wait for their station at once. */
  readonly openCodes: number
  /** Tries in one window under the same first letters, and in all: right or wrong, a try under a full count is none. */
  readonly triesOfPrefix: number
  readonly triesInAll: number
  readonly tryWindowMilliseconds: number
  /** How long after it was shut out a station may still hand in what it holds (G5). */
  readonly handInMilliseconds: number
}

export const usualAccountLimits: AccountLimits = {
  codeMilliseconds: 10 * 60_000,
  openCodes: 10,
  triesOfPrefix: 5,
  triesInAll: 300,
  tryWindowMilliseconds: 10 * 60_000,
  handInMilliseconds: 90 * 24 * 3_600_000,
}

export interface AccountParts {
  readonly store: CloudStore
  readonly accounts: AccountStore
  readonly clock: () => number
  readonly random?: (size: number) => Uint8Array
  readonly limits?: AccountLimits
}

export interface Accounts {
  found(org: string, first: NewStation): Promise<Result<Membership>>
  issueCode(who: Pusher): Promise<Result<{ readonly code: string; readonly expiresAt: string }>>
  join(code: string, station: NewStation): Promise<Result<Membership>>
  challenge(who: Pusher): string
  token(
    who: Pusher,
    answer: { readonly challenge: string; readonly signature: string; readonly instance: Instance },
    appVersion: string | null,
  ): Promise<Result<{ readonly token: string; readonly expiresAt: string; readonly isShutOut?: true }>>
  bearer(token: string): Bearer | null
  /** The station, as long as it belongs to its organisation (Y19). */
  member(who: Pusher): Promise<KeptStation | undefined>
  stations(who: Pusher): Promise<readonly (KeptStation & StationPlace)[]>
  revoke(who: Pusher, station: string): Promise<Result<null>>
  readonly store: AccountStore
}

/** Signs nothing: a station that is not there is checked against it, so that the time taken tells nothing. */
const nobodysKey = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='
const everyTry = '*'

/** Who is let in, and how it proves itself afterwards (Y18, Y19). */
export async function createAccounts(parts: AccountParts): Promise<Accounts> {
  const { store, accounts, clock } = parts
  const random = parts.random ?? randomBytes
  const limits = parts.limits ?? usualAccountLimits
  const secret = await accounts.serverSecret(Buffer.from(random(32)).toString('base64url'))
  const instant = (): string => new Date(clock()).toISOString()
  const hashOf = (code: string): string => seal(secret, 'pairing', code)
  const member = async (who: Pusher): Promise<KeptStation | undefined> => {
    const station = await store.station(who.org, who.station)
    return station?.revokedAt === null ? station : undefined
  }

  return {
    store: accounts,
    member,
    found: async (org, first) => {
      const membership = await accounts.found(org, uuidOf(random(16)), first, instant())
      return membership === null ? refused('org.exists') : accepted(membership)
    },
    issueCode: async ({ org, station }) => {
      if ((await accounts.openCodes(org, instant())) >= limits.openCodes) return refused('code.tooManyOpen')
      const code = newPairingCode(random)
      const expiresAt = new Date(clock() + limits.codeMilliseconds).toISOString()
      await accounts.addCode({ org, hash: hashOf(code), issuedBy: station, expiresAt })
      return accepted({ code, expiresAt })
    },
    join: async (typed, station) => {
      const code = readPairingCode(typed)
      if (code === null) return refused('code.unknown')
      const keys = [everyTry, code.slice(0, prefixLength)]
      const tries = await accounts.countTry(keys, instant(), limits.tryWindowMilliseconds)
      const isTooMany = tries.some(
        (each) => each.tries > (each.key === everyTry ? limits.triesInAll : limits.triesOfPrefix),
      )
      if (isTooMany) return refused('code.tooMany')
      const joined = await accounts.redeem(hashOf(code), station, instant())
      if (joined.is === 'codeUnknown') return refused('code.unknown')
      await accounts.forgiveTry(keys)
      return joined.is === 'joined' ? accepted(joined.membership) : refused('station.taken')
    },
    challenge: (who) => newChallenge(secret, who, clock(), random(16)),
    token: async (who, answer, appVersion) => {
      const station = await store.station(who.org, who.station)
      const isRight = isAnswered(secret, who, station?.publicKey ?? nobodysKey, answer, clock())
      if (!isRight || station === undefined) return refused('auth.refused')
      // Whoever has its key may know of it: there are two of this station now, and one has to pair anew (Y30).
      if (!(await accounts.enter(who.org, who.station, answer.instance))) return refused('instance.other')
      const until = clock() + tokenMilliseconds
      const expiresAt = new Date(until).toISOString()
      if (station.revokedAt !== null) {
        if (clock() > Date.parse(station.revokedAt) + limits.handInMilliseconds) return refused('auth.refused')
        return accepted({ token: newToken(secret, { ...who, until, isShutOut: true }), expiresAt, isShutOut: true })
      }
      await accounts.seen(who.org, who.station, instant(), appVersion)
      return accepted({ token: newToken(secret, { ...who, until }), expiresAt })
    },
    bearer: (token) => readToken(secret, token, clock()),
    stations: ({ org }) => accounts.stations(org),
    revoke: async ({ org }, station) => {
      const isThere = await accounts.revoke(org, station, instant())
      return isThere ? accepted(null) : refused('station.unknown')
    },
  }
}

/** A random UUID (version 4) from the given bytes. */
function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  const variant = '89ab'.charAt((bytes[8] ?? 0) & 3)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
