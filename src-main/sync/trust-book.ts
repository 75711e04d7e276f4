import type { LocalDb } from '#main/platform/bus/local-db.ts'
import { isProof, proofUnder } from '#main/platform/secrets/pairing-proof.ts'
import { secretsAwaited } from '#main/platform/secrets/secret-source.ts'
import { isSignedBy } from '#main/platform/secrets/station-keys.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'
import {
  joiningText,
  type KnownStation,
  type Member,
  rosterForm,
  rosterText,
  type StationFace,
  welcomeText,
} from '#shared/sync/members.ts'

export interface Welcome {
  readonly station: string
  readonly proof: string
}

/** A code that nobody came with, or whose host never answered, is worth nothing after this. */
const pairingMilliseconds = 24 * 3_600_000

/** A station that has just joined trusts nobody yet; until it does, it has none of the shop's secrets. */
export function beginAsStranger(db: Pick<LocalDb, 'write'>, pairingKey: string, nowMilliseconds: number): void {
  db.write('insert into pairings (key, is_own, until) values (?, 1, ?)').run(
    pairingKey,
    new Date(nowMilliseconds + pairingMilliseconds).toISOString(),
  )
  db.write('insert into station_facts (name, value) values (?, ?)').run(secretsAwaited, '1')
}

/**
 * Whose keys this station takes for their own (SPEC Y28). The cloud hands keys on and is not believed: trust begins with a
 * code that two people read to each other, and goes on over what trusted stations have signed. A key once taken is kept.
 */
export class TrustBook {
  readonly #org
  readonly #local
  readonly #rows
  readonly #keep
  readonly #revoke
  readonly #name
  readonly #pairings
  readonly #pair
  readonly #unpair

  constructor(local: LocalDb, org: string) {
    this.#org = org
    this.#local = local
    this.#rows = local.read<KnownStation>(
      'select id, public_key as publicKey, box_key as boxKey, revoked_at as revokedAt, code, name from trusted_stations order by id',
    )
    this.#keep = local.write(
      'insert into trusted_stations (id, public_key, box_key) values (?, ?, ?) on conflict do nothing',
    )
    this.#revoke = local.write('update trusted_stations set revoked_at = ? where id = ? and revoked_at is null')
    this.#name = local.write('update trusted_stations set code = ?, name = ? where id = ? and (code <> ? or name <> ?)')
    this.#pairings = local.read<{ key: string; isOwn: number; until: string }>(
      'select key, is_own as isOwn, until from pairings',
    )
    this.#pair = local.write('insert into pairings (key, is_own, until) values (?, 0, ?) on conflict do nothing')
    this.#unpair = local.write('delete from pairings where key = ?')
  }

  /** Waits for whoever comes with a code that was made here. */
  expect(pairingKey: string, nowMilliseconds: number): void {
    this.#pair.run(pairingKey, new Date(nowMilliseconds + pairingMilliseconds).toISOString())
  }

  /** This station has joined, and nobody has yet shown it whom to trust. */
  isStranger(): boolean {
    return this.#pairings.all().some(({ isOwn }) => isOwn !== 0)
  }

  /** Those that letters are sealed for and taken from. */
  trusted(): readonly StationFace[] {
    return this.#rows
      .all()
      .flatMap(({ id, publicKey, boxKey, revokedAt }) => (revokedAt === null ? [{ id, publicKey, boxKey }] : []))
  }

  /** The roster that this station signs. */
  roster(own: string): string {
    return canonicalJson({
      org: this.#org,
      station: own,
      trusts: this.trusted(),
    })
  }

  /** Takes in what the cloud hands on, as far as it proves itself. Returns the welcomes that are owed. */
  learn(own: StationFace, members: readonly Member[], now: string): readonly Welcome[] {
    return this.#local.transact(() => {
      this.#trust(own)
      for (const { id, revokedAt } of members) if (revokedAt !== null) this.#revoke.run(revokedAt, id)
      const welcomes = this.#meetNewcomers(own, members, now)
      this.#meetHost(own, members, now)
      this.#believe(members)
      for (const { id, code, name } of members) this.#name.run(code, name, id, code, name)
      return welcomes
    })
  }

  /** What the cloud knew when it was asked before, and does not know now: it was put back to before it (SPEC Y36). */
  forgottenBy(members: readonly Member[]): readonly KnownStation[] {
    const known = new Map(members.map((each) => [each.id, each]))
    return this.#rows.all().filter(({ id, code, revokedAt }) => {
      const member = known.get(id)
      return code !== '' && (member === undefined || (member.revokedAt === null && revokedAt !== null))
    })
  }

  #meetNewcomers(own: StationFace, members: readonly Member[], now: string): readonly Welcome[] {
    const welcomes: Welcome[] = []
    const newcomers = members.filter(({ invitedBy, revokedAt }) => invitedBy === own.id && revokedAt === null)
    for (const { key, isOwn, until } of this.#pairings.all()) {
      if (isOwn !== 0) continue
      const come = newcomers.find((each) => each.proof !== null && isProof(key, joiningText(each), each.proof))
      if (come !== undefined) this.#trust(come)
      // Until the welcome is seen to lie there it is written again.
      const welcome = come && proofUnder(key, welcomeText(this.#org, own, come.id))
      if (come !== undefined && welcome !== undefined && come.welcome !== welcome)
        welcomes.push({ station: come.id, proof: welcome })
      else if (come !== undefined || until < now) this.#unpair.run(key)
    }
    return welcomes
  }

  #meetHost(own: StationFace, members: readonly Member[], now: string): void {
    const self = members.find(({ id }) => id === own.id)
    const host = members.find(({ id }) => id === self?.invitedBy)
    if (host === undefined || typeof self?.welcome !== 'string') return
    const said = welcomeText(this.#org, host, own.id)
    for (const { key, isOwn, until } of this.#pairings.all()) {
      if (isOwn === 0 || until < now || !isProof(key, said, self.welcome)) continue
      this.#trust(host)
      this.#unpair.run(key)
    }
  }

  /** Whom a trusted station trusts is trusted, and so on, until nothing new comes. */
  #believe(members: readonly Member[]): void {
    for (let known = -1; known < this.#rows.all().length; ) {
      const rows = this.#rows.all()
      known = rows.length
      for (const { id, publicKey, revokedAt } of rows) {
        const member = members.find((each) => each.id === id)
        if (revokedAt !== null || member?.roster == null || member.rosterSignature === null) continue
        if (!isSignedBy(publicKey, rosterText(member.roster), member.rosterSignature)) continue
        const parsed = parseStrictJson(member.roster)
        const roster = rosterForm.safeParse(parsed.ok ? parsed.value : undefined)
        if (!roster.success || roster.data.org !== this.#org || roster.data.station !== id) continue
        for (const face of roster.data.trusts) this.#trust(face)
      }
    }
  }

  #trust({ id, publicKey, boxKey }: StationFace): void {
    this.#keep.run(id, publicKey, boxKey)
  }
}
