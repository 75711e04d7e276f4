import { z } from 'zod'

/** Most of one request for letters, and of one that brings some (Y29). */
export const letterLimits = { atOnce: 200, sealedLength: 100_000, nameLength: 200 } as const

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const base64 = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
const secretName = z
  .string()
  .max(letterLimits.nameLength)
  .regex(/^[a-z][a-z-]*\/[A-Za-z0-9./_-]+$/)
const stamp = z.string().regex(/^[0-9a-f]{16}[A-Z]{1,4}$/)

/** A station's two public keys (Y28), as one station vouches for another's. */
export const stationFaceForm = z.object({ id: uuid, publicKey: base64(200), boxKey: base64(200) })
export type StationFace = z.output<typeof stationFaceForm>

/** Whom a station trusts, as text that it has signed. */
export const rosterForm = z.object({ org: uuid, station: uuid, trusts: z.array(stationFaceForm).max(1000) })
export type Roster = z.output<typeof rosterForm>

/** A secret sealed to one station (Y29); the signature is its sender's, over `letterText`. */
export const letterForm = z.object({
  to: uuid,
  name: secretName,
  stamp,
  sealed: base64(letterLimits.sealedLength),
  signature: base64(200),
})
export type Letter = z.output<typeof letterForm>

export const memberForm = z.object({
  id: uuid,
  code: z.string().regex(/^[A-Z]{1,4}$/),
  name: z.string().max(100).default(''),
  publicKey: base64(200),
  boxKey: base64(200),
  revokedAt: z.string().nullable(),
  /** Who made the code it came with; null for the first. */
  invitedBy: uuid.nullable(),
  /** By the key that both halves of the code gave it: that its keys are its own. */
  proof: base64(100).nullable(),
  /** The same from whoever made the code. */
  welcome: base64(100).nullable(),
  roster: z.string().nullable(),
  rosterSignature: base64(200).nullable(),
})
export type Member = z.output<typeof memberForm>

/** A station that a restored cloud has forgotten, or has forgotten to shut out (Y36). */
export interface KnownStation extends StationFace {
  readonly code: string
  readonly name: string
  readonly revokedAt: string | null
}

export const membersAnswerForm = z.object({
  members: z.array(memberForm),
  /** What lies at the cloud for each station, without what is inside. */
  held: z.array(z.object({ station: uuid, name: z.string(), stamp: z.string(), from: uuid })),
})
export type MembersAnswer = z.output<typeof membersAnswerForm>

export const rosterPutForm = z.object({
  roster: z.string().max(1_000_000),
  signature: base64(200),
  welcomes: z.array(z.object({ station: uuid, proof: base64(100) })).max(100),
})
export const lettersPutForm = z.object({ letters: z.array(letterForm).min(1).max(letterLimits.atOnce) })
export const lettersAskedForm = z.object({ names: z.array(secretName).min(1).max(letterLimits.atOnce) })
export const lettersAnswerForm = z.object({ letters: z.array(letterForm.extend({ from: uuid })) })
export type ReceivedLetter = z.output<typeof lettersAnswerForm>['letters'][number]

/** What is bound to the letter and not inside of it. */
export function letterAbout(org: string, { to, name, stamp }: Pick<Letter, 'to' | 'name' | 'stamp'>): string {
  return ['counterproof letter', org, to, name, stamp].join('\n')
}

/** What its sender signs. */
export function letterText(org: string, letter: Omit<Letter, 'signature'>): string {
  return `${letterAbout(org, letter)}\n${letter.sealed}`
}

/** What the newcomer shows under the shared key, and what its host shows back (Y28). */
export function joiningText({ id, publicKey, boxKey }: StationFace): readonly string[] {
  return ['counterproof joining', id, publicKey, boxKey]
}

export function welcomeText(org: string, host: StationFace, newcomer: string): readonly string[] {
  return ['counterproof welcome', org, newcomer, host.id, host.publicKey, host.boxKey]
}

export function rosterText(roster: string): string {
  return `counterproof roster\n${roster}`
}

/** Which start of a station this is: each contact names the last one's and the next (Y30). */
export const instanceForm = z.object({ now: uuid.nullable(), next: uuid })
export type Instance = z.output<typeof instanceForm>
