import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { SyncState } from '#shared/sync/sync-state.ts'
import { LinkProblem } from './cloud-link.ts'
import { type FileLink, fileLink } from './file-link.ts'
import { HttpCloudLink } from './http-link.ts'
import { cloudUrlOf, foundOrganisation } from './pairing.ts'
import { SyncLoop } from './sync-loop.ts'
import type { SyncPorts } from './sync-ports.ts'

/** For features that come after this one. */
export const stationClouds = new WeakMap<Services, StationCloud>()

/** This station's cloud: none, or one that it keeps in step with while the program runs. */
export class StationCloud {
  readonly #services
  readonly #ports
  readonly #keep
  readonly #fact
  #link: HttpCloudLink | undefined
  #loop: SyncLoop | undefined
  #end = new AbortController()
  #listening: Promise<void> = Promise.resolve()
  #stopWriting: () => void = () => {}
  #told: SyncState | undefined

  constructor(services: Services, ports: () => SyncPorts) {
    this.#services = services
    this.#ports = ports
    stationClouds.set(services, this)
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
    const { keys, version, times, fetch: reach = fetch } = this.#ports()
    this.#link = new HttpCloudLink({
      cloudUrl,
      org: services.org,
      station,
      appVersion: version,
      sign: (text) => keys.sign(station, text),
      readTimeout: times.readTimeout,
      fetch: reach,
      sawClock: (milliseconds) => this.#noteClock(milliseconds),
    })
    this.#loop = new SyncLoop(
      {
        replica: services.replica,
        link: this.#link,
        now: () => instantOf(services.clock),
        breathe: () => new Promise((resolve) => setImmediate(resolve)),
        applied: services.announceReceived,
        fetched: () => services.announceLocal('sync'),
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds)
          return () => clearTimeout(timer)
        },
        monotonic: () => services.clock.monotonic(),
        random: Math.random,
        changed: () => this.#tell(),
        problem: (event, facts) => services.log.problem(event, facts),
      },
      times,
    )
    this.#tell()
    this.#stopWriting = services.onWritten(() => {
      this.#services.announceLocal('sync')
      this.#loop?.kick()
    })
    this.#loop.hurry()
    this.#listening = this.#listen(this.#link, this.#loop, times.firstRetry)
  }

  async stop(): Promise<void> {
    this.#end.abort()
    this.#stopWriting()
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
    const publicKey = keys.create(station.id)
    const founded = await foundOrganisation(
      cloudUrl,
      org,
      {
        id: station.id,
        name: stationName,
        publicKey,
        appVersion: version,
      },
      reach,
    )
    if (!founded.ok) return founded
    this.#keep.run('cloud_url', cloudUrl)
    this.start()
    return accepted({ cloudUrl })
  }

  /** Asks the cloud as this station; what goes wrong on the way is a refusal in words. */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result<unknown>> {
    if (this.#link === undefined) return refused('sync.alone')
    try {
      return accepted(await this.#link.ask(method, path, body))
    } catch (problem) {
      if (!(problem instanceof LinkProblem)) throw problem
      return problem.kind === 'notLetIn'
        ? refused('sync.notLetIn')
        : refused('sync.unreachable', { url: this.cloudUrl ?? '' })
    }
  }

  /** Comes back whenever the line breaks; that the line is back is a reason to look at once. */
  async #listen(link: HttpCloudLink, loop: SyncLoop, retry: number): Promise<void> {
    const { signal } = this.#end
    while (!signal.aborted) {
      await link.listen(() => loop.hurry(), signal).catch(() => undefined)
      if (signal.aborted) return
      await this.#pause(retry * (1 + Math.random()), signal)
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

  /** Said to people, for whom a wrong clock is a wrong date on a paper; the order of changes does not need it (SPEC Y10). */
  #noteClock(cloudMilliseconds: number): void {
    const minutes = Math.trunc((this.#services.clock.now() - cloudMilliseconds) / 60_000)
    const known = Number(this.#fact.get('sync_clock_ahead')?.value ?? 0)
    if (minutes === known) return
    this.#keep.run('sync_clock_ahead', String(minutes))
    this.#services.announceLocal('sync')
  }

  #tell(): void {
    const state: SyncState = this.#loop?.state() ?? { is: 'alone' }
    // A round follows every command: only what is new is worth a flush of the disk.
    if (state !== this.#told) this.#keep.run('sync_state', JSON.stringify(state))
    this.#told = state
    this.#services.announceLocal('sync')
  }
}
