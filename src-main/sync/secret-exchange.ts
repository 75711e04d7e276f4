import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { secretsAwaited } from '#main/platform/secrets/secret-source.ts'
import type { StationKey } from '#main/platform/secrets/station-keys.ts'
import {
  type Letter,
  letterLimits,
  lettersAnswerForm,
  type MembersAnswer,
  membersAnswerForm,
  rosterText,
} from '#shared/sync/members.ts'
import { LinkProblem } from './cloud-link.ts'
import { type LetterBox, owedLetters, stampsOf, takeLetters, wantedLetters } from './letters.ts'
import type { TrustBook } from './trust-book.ts'

/** Told at once; the next round tells of more. */
const mostVouchedFor = 100

export interface ExchangePorts {
  readonly services: Services
  readonly trust: TrustBook
  readonly key: () => Promise<StationKey>
  readonly ask: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<unknown>
  readonly times: { readonly firstRetry: number; readonly longestRetry: number; readonly poll: number }
}

/**
 * Brings the shop's secrets to every station, sealed to each (SPEC Y28, Y29): at the start, when somebody joins, leaves or
 * keeps a secret, and now and then, because a poke may be lost. One round at a time.
 */
export class SecretExchange {
  readonly #ports
  readonly #keepFact
  readonly #dropFact
  readonly #expose
  #isRunning = false
  #isWanted = false
  #isStopped = false
  #failures = 0
  #timer: NodeJS.Timeout | undefined
  #run: Promise<void> = Promise.resolve()

  constructor(ports: ExchangePorts) {
    this.#ports = ports
    const { local } = ports.services
    this.#keepFact = local.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#dropFact = local.write('delete from station_facts where name = ?')
    this.#expose = local.write(
      `insert into secret_exposures (station, name, station_code, stamp) values (?, ?, ?, ?)
       on conflict do update set stamp = excluded.stamp where excluded.stamp > stamp`,
    )
  }

  kick(): void {
    if (this.#isStopped) return
    this.#isWanted = true
    if (this.#isRunning) return
    clearTimeout(this.#timer)
    this.#isRunning = true
    this.#run = this.#rounds().finally(() => {
      this.#isRunning = false
    })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#run
  }

  async #rounds(): Promise<void> {
    const { times, services } = this.#ports
    try {
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false
        await this.#round()
      }
      this.#failures = 0
      this.#later(times.poll)
    } catch (problem) {
      this.#isWanted = false
      this.#failures += 1
      // Whether the cloud can be reached is the loop's to say; here it is only tried again.
      if (!(problem instanceof LinkProblem)) services.log.problem('sync.secrets', { error: problem })
      this.#later(Math.min(times.longestRetry, times.firstRetry * 2 ** this.#failures))
    }
  }

  #later(milliseconds: number): void {
    if (!this.#isStopped) this.#timer = setTimeout(() => this.kick(), milliseconds)
  }

  async #round(): Promise<void> {
    const { services, trust, ask } = this.#ports
    const key = await this.#ports.key()
    const own = { id: services.station.id, publicKey: key.publicKey, boxKey: key.boxKey }
    const answer = membersAnswerForm.parse(await ask('GET', '/v1/members'))
    const welcomes = trust.learn(own, answer.members, instantOf(services.clock))
    this.#noteExposures(answer)
    const box: LetterBox = { org: services.org, own, key, sources: services.secretSources }
    await this.#take(box, answer)
    await this.#send(box, answer)
    // Last, so that whoever is welcomed finds everything there.
    const roster = trust.roster(own.id)
    const standing = answer.members.find(({ id }) => id === own.id)?.roster
    if (standing !== roster || welcomes.length > 0)
      await ask('POST', '/v1/roster', { roster, signature: key.sign(rosterText(roster)), welcomes })
    this.#noteWhetherHere(box, answer)
    await this.#vouch(answer)
  }

  /** For stations that a restored cloud does not know any more; those that it does not know to be shut out it is told as well. */
  async #vouch({ members }: MembersAnswer): Promise<void> {
    const forgotten = this.#ports.trust.forgottenBy(members)
    const told = forgotten
      .slice(0, mostVouchedFor)
      .map(({ name, code, ...each }) => ({ ...each, code, name: name || code }))
    if (told.length === 0) return
    this.#ports.services.log.info('sync.vouched', { stations: told.map(({ code }) => code) })
    await this.#ports.ask('POST', '/v1/vouch', { stations: told })
  }

  async #take(box: LetterBox, { held }: MembersAnswer): Promise<void> {
    const names = wantedLetters(box, held)
    for (let from = 0; from < names.length; from += letterLimits.atOnce) {
      const asked = { names: names.slice(from, from + letterLimits.atOnce) }
      const { letters } = lettersAnswerForm.parse(await this.#ports.ask('POST', '/v1/letters/own', asked))
      await takeLetters(box, this.#ports.trust.trusted(), letters)
    }
  }

  async #send(box: LetterBox, { held }: MembersAnswer): Promise<void> {
    let letters: Letter[] = []
    const send = async () => {
      if (letters.length > 0) await this.#ports.ask('POST', '/v1/letters', { letters })
      letters = []
    }
    for await (const letter of owedLetters(box, this.#ports.trust.trusted(), held)) {
      letters.push(letter)
      if (letters.length === letterLimits.atOnce) await send()
    }
    await send()
  }

  /** What a station that was shut out could read: to be changed, until it has been. */
  #noteExposures({ members, held }: MembersAnswer): void {
    const revoked = new Map(members.filter(({ revokedAt }) => revokedAt !== null).map(({ id, code }) => [id, code]))
    this.#ports.services.local.transact(() => {
      for (const { station, name, stamp } of held) {
        const code = revoked.get(station)
        if (code !== undefined) this.#expose.run(station, name, code, stamp)
      }
    })
    if (revoked.size > 0) this.#ports.services.announceLocal('secret')
  }

  /** Until it holds all that the others hold, a station that joined says what it waits for. */
  #noteWhetherHere({ sources }: LetterBox, { held }: MembersAnswer): void {
    const { trust, services } = this.#ports
    const stamps = stampsOf(sources)
    const trusted = new Set(trust.trusted().map(({ id }) => id))
    const isBehind = held.some(
      ({ station, name, stamp }) =>
        trusted.has(station) &&
        sources.some(({ prefix }) => name.startsWith(`${prefix}/`)) &&
        (stamps.get(name) ?? '') < stamp,
    )
    if (trust.isStranger() || isBehind) this.#keepFact.run(secretsAwaited, '1')
    else this.#dropFact.run(secretsAwaited)
    services.announceLocal('credential', 'sync')
  }
}
