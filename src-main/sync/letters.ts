import { sealTo } from '#main/platform/secrets/sealed-box.ts'
import type { HeldSecret, SecretSource } from '#main/platform/secrets/secret-source.ts'
import { isSignedBy, type StationKey } from '#main/platform/secrets/station-keys.ts'
import {
  type Letter,
  letterAbout,
  letterText,
  type MembersAnswer,
  type ReceivedLetter,
  type StationFace,
} from '#shared/sync/members.ts'

type Held = MembersAnswer['held'][number]

export interface LetterBox {
  readonly org: string
  readonly own: StationFace
  readonly key: StationKey
  readonly sources: readonly SecretSource[]
}

/** Stamps of all secrets that this station holds. */
export function stampsOf(sources: readonly SecretSource[]): ReadonlyMap<string, string> {
  return new Map(sources.flatMap((each) => [...each.stamps()]))
}

function sourceOf(sources: readonly SecretSource[], name: string): SecretSource | undefined {
  return sources.find(({ prefix }) => name.startsWith(`${prefix}/`))
}

/** Names of letters to this station that are newer than what it holds, of kinds that it knows. */
export function wantedLetters({ own, sources }: LetterBox, held: readonly Held[]): readonly string[] {
  const stamps = stampsOf(sources)
  return held
    .filter(({ station, name, stamp }) => station === own.id && stamp > (stamps.get(name) ?? ''))
    .filter(({ name }) => sourceOf(sources, name) !== undefined)
    .map(({ name }) => name)
}

/** Opens what comes from a trusted station; anything else is left alone. Returns how many were taken. */
export async function takeLetters(
  { org, own, key, sources }: LetterBox,
  trusted: readonly StationFace[],
  letters: readonly ReceivedLetter[],
): Promise<number> {
  let taken = 0
  for (const { from, ...letter } of letters) {
    const sender = trusted.find(({ id }) => id === from)
    if (sender === undefined || letter.to !== own.id) continue
    if (!isSignedBy(sender.publicKey, letterText(org, letter), letter.signature)) continue
    const inside = key.open(letter.sealed, letterAbout(org, letter))
    if (inside === undefined) continue
    const { value } = JSON.parse(inside) as Pick<HeldSecret, 'value'>
    await sourceOf(sources, letter.name)?.take({ name: letter.name, stamp: letter.stamp, value })
    taken += 1
  }
  return taken
}

/**
 * Letters that are owed: each secret held here, to each trusted station that has not got it this new, this one among them
 * (so that everybody sees what each can read). One that a station which is no longer trusted has sealed is sealed anew.
 */
export async function* owedLetters(
  { org, key, sources }: LetterBox,
  trusted: readonly StationFace[],
  held: readonly Held[],
): AsyncGenerator<Letter> {
  const senders = new Set(trusted.map(({ id }) => id))
  const lying = new Map(
    held.filter(({ from }) => senders.has(from)).map(({ station, name, stamp }) => [`${station} ${name}`, stamp]),
  )
  for (const [name, stamp] of stampsOf(sources)) {
    const missing = trusted.filter(({ id }) => (lying.get(`${id} ${name}`) ?? '') < stamp)
    if (missing.length === 0) continue
    const secret = await sourceOf(sources, name)?.read(name)
    if (secret === undefined) continue
    for (const { id: to, boxKey } of missing) {
      const about = { to, name, stamp: secret.stamp }
      const sealed = sealTo(boxKey, JSON.stringify({ value: secret.value }), letterAbout(org, about))
      yield { ...about, sealed, signature: key.sign(letterText(org, { ...about, sealed })) }
    }
  }
}
