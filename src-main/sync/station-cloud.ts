import { z } from 'zod'
import type { Services } from '#main/platform/bus/module.ts'
import type { BegunAgain } from '#main/platform/changes/bootstrap.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { refusalOfDisk } from '#main/platform/database/disk-problem.ts'
import { pairingKeyOf } from '#main/platform/secrets/pairing-proof.ts'
import type { StationKey } from '#main/platform/secrets/station-keys.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { newPairingCode, writeCode } from '#shared/sync/pairing-code.ts'
import type { SyncState } from '#shared/sync/sync-state.ts'
import { ArchiveBrake } from './archive-brake.ts'
import { begunAgainFact } from './bootstrap-round.ts'
import { LinkProblem } from './cloud-link.ts'
import type { Comparison } from './compare-documents.ts'
import { DocumentChecks } from './document-check.ts'
import { type FileLink, fileLink } from './file-link.ts'
import { HttpCloudLink } from './http-link.ts'
import { instanceMark } from './instance.ts'
import { cloudUrlOf, foundOrganisation } from './pairing.ts'
import { SecretExchange } from './secret-exchange.ts'
import { SlicePace } from './slice-pace.ts'
import { SyncLoop } from './sync-loop.ts'
import type { SyncPorts } from './sync-ports.ts'
import { TrustBook } from './trust-book.ts'

const codeForm = z.object({ code: z.string(), expiresAt: z.string() })

function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

function isShutOut({ kind }: LinkProblem): boolean {
  return kind === 'notLetIn' || kind === 'otherInstance' || kind === 'noKey'
}

/** For features that come after this one. */
export const stationClouds = new WeakMap<Services, StationCloud>()

/** This station's cloud: none, or one that it keeps in step with while the program runs. */
export class StationCloud {
  readonly #services
  readonly #ports
  readonly #keep
  readonly #fact
  readonly #trust
  #link: HttpCloudLink | undefined
  #loop: SyncLoop | undefined
  #end = new AbortController()
  #listening: Promise<void> = Promise.resolve()
  #exchange: SecretExchange | undefined
  #checks: DocumentChecks | undefined
  #brake: ArchiveBrake | undefined
  #key: Promise<StationKey> | undefined
  #stopHearing: readonly (() => void)[] = []
  #told: SyncState | undefined

  constructor(services: Services, ports: () => SyncPorts) {
    this.#services = services
    this.#ports = ports
    stationClouds.set(services, this)
    this.#trust = new TrustBook(services.local, services.org)
    this.#keep = services.local.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#fact = services.db.read<{ value: string }>('select value from station_facts where name = ?')
  }

  get files(): FileLink | undefined {
    return this.#link === undefined ? undefined : fileLink(this.#link, this.#ports().times.readTimeout)
  }

  get cloudUrl(): string | null {
    return this.#fact.get('cloud_url')?.value ?? null
  }

  /** Begins where this station has a cloud. */
  start(): void {
    const { cloudUrl } = this
    if (cloudUrl === null) return
    const services = this.#services
    const station = services.station.id
    const { version, times, fetch: reach = fetch } = this.#ports()
    this.#link = new HttpCloudLink({
      cloudUrl,
      org: services.org,
      station,
      appVersion: version,
      sign: async (text) => (await this.#openKey()).sign(text),
      instance: instanceMark(services),
      waiting: () => services.replica.waiting(),
      readTimeout: times.readTimeout,
      fetch: reach,
      sawClock: (milliseconds) => this.#noteClock(milliseconds),
    })
    const brake = new ArchiveBrake(services)
    this.#brake = brake
    this.#loop = new SyncLoop(
      {
        replica: services.replica,
        brake,
        link: this.#link,
        now: () => instantOf(services.clock),
        breathe: () => new Promise((resolve) => setImmediate(resolve)),
        behind: (head) => this.#keep.run('sync_head', String(head)),
        applied: (entities) => {
          services.announceReceived(entities)
          services.announceLocal('sync')
        },
        fetched: () => services.announceLocal('sync'),
        after,
        monotonic: () => services.clock.monotonic(),
        pace: new SlicePace(() => services.clock.monotonic()),
        random: Math.random,
        changed: () => this.#tell(),
        beginsAgain: (is, way) => this.#noteBeginning(is, way),
        problem: (event, facts) => services.log.problem(event, facts),
      },
      times,
    )
    this.#tell()
    const link = this.#link
    this.#exchange = new SecretExchange({
      services,
      trust: this.#trust,
      key: () => this.#openKey(),
      ask: (method, path, body) => link.ask(method, path, body),
      times,
    })
    this.#stopHearing = [
      services.onWritten(() => {
        this.#services.announceLocal('sync')
        this.#loop?.kick()
      }),
      services.onSecretsChanged(() => this.#exchange?.kick()),
    ]
    this.#loop.hurry()
    this.#exchange.kick()
    this.#checks = new DocumentChecks({ services, link, random: Math.random, after })
    this.#checks.start()
    this.#listening = this.#listen(link, this.#loop, this.#exchange, times.firstRetry)
  }

  async stop(): Promise<void> {
    this.#end.abort()
    for (const stop of this.#stopHearing) stop()
    await this.#exchange?.stop()
    await this.#checks?.stop()
    await this.#loop?.stop()
    await this.#listening
  }

  async found(typedUrl: string, stationName: string): Promise<Result<{ readonly cloudUrl: string }>> {
    const cloudUrl = cloudUrlOf(typedUrl)
    if (cloudUrl === undefined) return refused('sync.notAnAddress', { url: typedUrl })
    if (this.cloudUrl === cloudUrl) return accepted({ cloudUrl })
    if (this.cloudUrl !== null) return refused('sync.otherCloud', { url: this.cloudUrl })
    const { station, org } = this.#services
    const { keys, version, fetch: reach = fetch } = this.#ports()
    const isNew = !keys.has(station.id)
    const publicKeys = await keys.create(station.id)
    const own = { id: station.id, name: stationName, ...publicKeys, appVersion: version }
    const founded = await foundOrganisation(cloudUrl, org, own, reach)
    if (!founded.ok) {
      // Where only the answer was lost, this very key is in: it is kept for the next try.
      if (isNew && founded.refusal.code !== 'sync.unreachable') keys.forget(station.id)
      return founded
    }
    this.#keep.run('cloud_url', cloudUrl)
    // Whoever founds brings everything: what was archived in years is no heap, and nobody else has those documents.
    const { replica } = this.#services
    new ArchiveBrake(this.#services).letThrough(replica.place().acknowledged + replica.waiting())
    this.start()
    return accepted({ cloudUrl })
  }

  /** A code in two halves: the cloud's lets one station in, the other is known to the two stations alone (SPEC Y18, Y28). */
  async pairingCode(): Promise<Result<{ readonly code: string; readonly until: string; readonly cloudUrl: string }>> {
    const answer = await this.ask('POST', '/v1/pairing-codes', {})
    if (!answer.ok) return answer
    const { code: forTheCloud, expiresAt } = codeForm.parse(answer.value)
    const { randomBytes, clock } = this.#services
    const betweenStations = newPairingCode(randomBytes)
    this.#trust.expect(await pairingKeyOf(forTheCloud, betweenStations), clock.now())
    const code = writeCode({ forTheCloud, betweenStations })
    return accepted({ code, until: expiresAt, cloudUrl: this.cloudUrl ?? '' })
  }

  /** Asks the cloud as this station; what goes wrong on the way is a refusal in words. */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result<unknown>> {
    if (this.#link === undefined) return refused('sync.alone')
    return this.#inWords(this.#link.ask(method, path, body))
  }

  async #inWords<T>(asked: Promise<T>): Promise<Result<T>> {
    try {
      return accepted(await asked)
    } catch (problem) {
      if (!(problem instanceof LinkProblem)) throw problem
      return isShutOut(problem) ? refused('sync.notLetIn') : refused('sync.unreachable', { url: this.cloudUrl ?? '' })
    }
  }

  /** An administrator's yes (SPEC Y33). */
  letArchive(upTo: number, by: string): Result<Record<string, never>> {
    if (this.#brake === undefined) return refused('sync.alone')
    this.#brake.letThrough(upTo)
    this.#services.log.info('sync.archiveLetThrough', { upTo, by })
    this.#loop?.hurry()
    return accepted({})
  }

  /** Compares the documents now, and not only at night (SPEC Y32). */
  async checkNow(): Promise<Result<Comparison>> {
    if (this.#checks === undefined) return refused('sync.alone')
    return this.#inWords(this.#checks.now())
  }

  /** Comes back whenever the line breaks; that the line is back is a reason to look at once. */
  async #listen(link: HttpCloudLink, loop: SyncLoop, exchange: SecretExchange, retry: number): Promise<void> {
    const { signal } = this.#end
    let stood = false
    const heard = {
      moved: () => loop.hurry(),
      members: () => {
        stood = true
        exchange.kick()
      },
    }
    while (!signal.aborted) {
      stood = false
      await link.listen(heard, signal).catch(() => undefined)
      if (signal.aborted) return
      await this.#pause(retry * (1 + Math.random()), signal)
      // A line that broke may mean that the cloud is out of reach: found out now, not by the next write or poll (SYN-01). One
      // that never stood, as of a station that is shut out, is no reason to ask.
      if (stood && !signal.aborted) loop.kick()
    }
  }

  /** Ends early when told to stop, and leaves nothing behind at the signal: it outlives a thousand pauses. */
  #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      signal.addEventListener('abort', end)
    })
  }

  /** Kept for screens, and in the log of the program (SPEC Y34). */
  #noteBeginning(is: 'begun' | 'done', way: BegunAgain): void {
    const { clock, log, replica } = this.#services
    log.info(is === 'begun' ? 'sync.beginsAgain' : 'sync.begunAgain', { ...way, waiting: replica.waiting() })
    if (is === 'done') this.#keep.run(begunAgainFact, JSON.stringify({ at: instantOf(clock), ...way }))
  }

  /** Said to people, for whom a wrong clock is a wrong date on a paper; the order of changes does not need it (SPEC Y10). */
  #noteClock(cloudMilliseconds: number): void {
    const minutes = Math.trunc((this.#services.clock.now() - cloudMilliseconds) / 60_000)
    const known = Number(this.#fact.get('sync_clock_ahead')?.value ?? 0)
    if (minutes === known) return
    this.#keep.run('sync_clock_ahead', String(minutes))
    this.#services.announceLocal('sync')
  }

  /** Opened once: the system may ask the person for it. What fails is asked again. */
  #openKey(): Promise<StationKey> {
    this.#key ??= this.#ports()
      .keys.open(this.#services.station.id)
      .catch((problem: unknown) => {
        this.#key = undefined
        throw new LinkProblem('noKey', String(problem))
      })
    return this.#key
  }

  #tell(): void {
    const state: SyncState = this.#loop?.state() ?? { is: 'alone' }
    // A round follows every command: only what is new is worth a flush of the disk.
    if (state !== this.#told) this.#keepState(state)
    this.#services.announceLocal('sync')
  }

  /** On a full disk the line at the bottom stays behind; the sync must not end with it, and the next round says it again. */
  #keepState(state: SyncState): void {
    try {
      this.#keep.run('sync_state', JSON.stringify(state))
      this.#told = state
    } catch (problem) {
      if (refusalOfDisk(problem) === undefined) throw problem
      this.#services.log.problem('sync.stateNotKept', { error: problem })
    }
  }
}
