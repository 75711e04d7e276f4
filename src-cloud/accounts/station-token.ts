import { isSealed, isSignedBy, seal } from './seal.ts'

/** Y19. */
export const tokenMilliseconds = 15 * 60_000
export const challengeMilliseconds = 60_000

/** What a station signs to get a token. */
export function textToSign(challenge: string): string {
  return `counterproof token\n${challenge}`
}

export interface Bearer {
  readonly org: string
  readonly station: string
  /** Milliseconds since 1970. */
  readonly until: number
  /** Of a station that was shut out: it opens the door where such a one hands in what it still holds, and no other (G5). */
  readonly isShutOut?: boolean
}

/** Made from nothing that is kept: the same for stations there are and stations there are not. */
export function newChallenge(secret: string, who: Omit<Bearer, 'until'>, now: number, nonce: Uint8Array): string {
  const said = `${now + challengeMilliseconds}.${Buffer.from(nonce).toString('base64url')}`
  return `${said}.${seal(secret, 'challenge', `${who.org}\n${who.station}\n${said}`)}`
}

export function isAnswered(
  secret: string,
  who: Omit<Bearer, 'until'>,
  publicKey: string,
  answer: { readonly challenge: string; readonly signature: string },
  now: number,
): boolean {
  const [until = '', nonce = '', mac = ''] = answer.challenge.split('.')
  const isOurs = isSealed(secret, 'challenge', `${who.org}\n${who.station}\n${until}.${nonce}`, mac)
  return isOurs && now <= Number(until) && isSignedBy(publicKey, textToSign(answer.challenge), answer.signature)
}

export function newToken(secret: string, bearer: Bearer): string {
  const said = Buffer.from(`${bearer.org} ${bearer.station} ${bearer.until}${bearer.isShutOut ? ' out' : ''}`).toString(
    'base64url',
  )
  return `${said}.${seal(secret, 'token', said)}`
}

/** Null: forged, altered or expired. Whether its station still belongs is for the store to say. */
export function readToken(secret: string, token: string, now: number): Bearer | null {
  const [said = '', mac = '', more] = token.split('.')
  if (more !== undefined || !isSealed(secret, 'token', said, mac)) return null
  const [org = '', station = '', until = '', out] = Buffer.from(said, 'base64url').toString().split(' ')
  if (now >= Number(until)) return null
  return { org, station, until: Number(until), ...(out !== undefined && { isShutOut: true }) }
}
