import { FeedBroken } from '#main/platform/changes/replica.ts'
import type { SyncState } from '#shared/sync/sync-state.ts'
import { wireLimits } from '#shared/sync/wire.ts'
import { bootstrapOnce } from './bootstrap-round.ts'
import { LinkProblem } from './cloud-link.ts'
import { FeedClosed, type RoundPorts } from './round-ports.ts'
import { ForkedStation, hasToSend, pullOnce, pushOnce, setAsideOnce } from './sync-round.ts'

export interface LoopPorts extends RoundPorts {
  /** Calls once after so many milliseconds; returns how to take that back. */
  readonly after: (milliseconds: number, work: () => void) => () => void
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  /** The state has changed: screens ask again. */
  readonly changed: () => void
  readonly problem: (event: string, facts: Readonly<Record<string, unknown>>) => void
}

/** Times of the loop in milliseconds; tests hurry them. */
export interface LoopTimes {
  /** The feed is asked this often even when nobody pokes (Y11). */
  readonly poll: number
  readonly firstRetry: number
  readonly longestRetry: number
  /** A push that takes longer is made smaller, a quicker one larger. */
  readonly aimForPush: number
}

export const usualLoopTimes: LoopTimes = { poll: 60_000, firstRetry: 1000, longestRetry: 60_000, aimForPush: 300 }

/** So often the cloud may fail at one command alone before it is set aside (SPEC G4). */
const mostFaults = 5

/** Changes that a push still has after any number of tries that did not reach the cloud. */
const leastWhenOutOfReach = 25

/**
 * Keeps a station in step: push, pull, wait for a write, a poke or the clock. One request is in flight at a time; batches
 * adapt to how long they take; what fails is tried again later and later, never at the same moment as the others.
 */
export class SyncLoop {
  readonly #ports
  readonly #times
  #state: SyncState
  #cancelWait: () => void = () => {}
  #isRunning = false
  #isWanted = false
  #isStopped = false
  #failures = 0
  #batch = 100
  #faultsAtOne = 0
  #run: Promise<void> = Promise.resolve()

  constructor(ports: LoopPorts, times: LoopTimes = usualLoopTimes) {
    this.#ports = ports
    this.#times = times
    this.#state = { is: 'starting', since: ports.now() }
  }

  state(): SyncState {
    return this.#state
  }

  /** Something was written here, or the cloud has something: goes at once, unless the cloud cannot be reached right now. */
  kick(): void {
    if (this.#isStopped || (this.#failures > 0 && !this.#isRunning)) return
    this.#begin()
  }

  /** The link is back, or a person asks: goes at once in any case. */
  hurry(): void {
    this.#failures = 0
    if (!this.#isStopped) this.#begin()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelWait()
    await this.#run
  }

  #begin(): void {
    this.#isWanted = true
    if (this.#isRunning) return
    this.#cancelWait()
    this.#isRunning = true
    this.#run = this.#rounds().finally(() => {
      this.#isRunning = false
    })
  }

  async #rounds(): Promise<void> {
    try {
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false
        while (!this.#isStopped && (await this.#bootstrap()));
        while (!this.#isStopped && (await this.#push()));
        while (!this.#isStopped && (await this.#fetch()));
        if (hasToSend(this.#ports)) this.#isWanted = true
      }
      this.#failures = 0
      this.#become({ is: 'inStep', since: this.#ports.now() })
      this.#waitFor(this.#times.poll)
    } catch (problem) {
      await this.#fail(problem)
    }
  }

  /** Before anything else: what is sent or applied later stands on the documents that it brings. */
  async #bootstrap(): Promise<boolean> {
    const { bootstrap } = this.#ports.replica
    if (bootstrap.isUnderWay || bootstrap.isFresh()) this.#become({ is: 'fetching', since: this.#ports.now() })
    return bootstrapOnce(this.#ports)
  }

  /** The feed; where that begins after where this station stands, a snapshot comes in between (SPEC Y34). */
  async #fetch(): Promise<boolean> {
    return (await this.#bootstrap()) || pullOnce(this.#ports)
  }

  async #push(): Promise<boolean> {
    const begin = this.#ports.monotonic()
    if (this.#faultsAtOne >= mostFaults) return this.#setAside()
    const mayBeMore = await this.#pushOrCountFault()
    const took = this.#ports.monotonic() - begin
    if (took > this.#times.aimForPush) this.#batch = Math.max(1, Math.floor(this.#batch / 2))
    else if (mayBeMore) this.#batch = Math.min(wireLimits.changes, this.#batch + 50)
    return mayBeMore
  }

  async #pushOrCountFault(): Promise<boolean> {
    try {
      const mayBeMore = await pushOnce(this.#ports, { changes: this.#batch, bytes: wireLimits.bytes })
      this.#faultsAtOne = 0
      return mayBeMore
    } catch (problem) {
      if (problem instanceof LinkProblem && problem.kind === 'fault' && this.#batch === 1) this.#faultsAtOne += 1
      throw problem
    }
  }

  /** One command that the cloud cannot take goes to quarantine, where a person finds it; what is behind it goes on. */
  async #setAside(): Promise<boolean> {
    const mayBeMore = await setAsideOnce(this.#ports, { changes: 1, bytes: wireLimits.bytes })
    this.#ports.problem('sync.setAside', { acknowledged: this.#ports.replica.place().acknowledged })
    this.#faultsAtOne = 0
    return mayBeMore
  }

  /** Shut out (SPEC G5): what is still here is handed in for the administrator, and nothing comes any more. */
  async #handIn(): Promise<void> {
    try {
      while (!this.#isStopped && (await setAsideOnce(this.#ports, wireLimits)));
    } catch (problem) {
      if (!(problem instanceof LinkProblem)) throw problem
    }
  }

  async #fail(problem: unknown): Promise<void> {
    this.#isWanted = false
    if (this.#isStopped) return
    const since = this.#ports.now()
    const isCopy = problem instanceof LinkProblem && problem.kind === 'otherInstance'
    if (isCopy || problem instanceof ForkedStation) {
      this.#ports.problem('sync.forked', { why: problem.message })
      // Asking again changes nothing: this folder has to pair anew.
      this.#isStopped = true
      this.#become({ is: 'forked', since })
      return
    }
    if (problem instanceof FeedClosed) {
      this.#failures = 0
      this.#become({ ...problem.why, since })
      this.#waitFor(problem.retryAfterMilliseconds ?? this.#times.poll)
      return
    }
    if (problem instanceof LinkProblem && problem.kind === 'shutOut') {
      await this.#handIn()
      this.#become({ is: 'shutOut', since })
      this.#waitFor(this.#times.longestRetry)
      return
    }
    const isHalving = problem instanceof LinkProblem && problem.kind === 'fault' && this.#batch > 1
    if (!isHalving) this.#failures += 1
    // A cloud out of reach tells nothing of the size; a line too slow for it looks the same, so it does shrink, but not to one.
    const least = problem instanceof LinkProblem && problem.kind === 'unreachable' ? leastWhenOutOfReach : 1
    this.#batch = Math.min(this.#batch, Math.max(least, Math.floor(this.#batch / 2)))
    if (problem instanceof LinkProblem) {
      const is = stateOf(problem)
      if (is !== 'offline') this.#ports.problem(`sync.${is}`, { why: problem.message })
      // A cloud that is making the snapshot has answered: it is not offline.
      const isBusy = problem.kind === 'busy' && this.#state.is === 'fetching'
      if (!isBusy) this.#become({ is, since })
      this.#waitFor(problem.retryAfterMilliseconds ?? (isHalving ? this.#times.firstRetry : this.#backOff()))
      return
    }
    const why = problem instanceof FeedBroken ? problem.code : 'fault'
    this.#ports.problem('sync.problem', { why, error: problem })
    this.#become({ is: 'problem', since, why })
    this.#waitFor(this.#backOff())
  }

  /** Twice as long each time, and never for two stations alike. */
  #backOff(): number {
    const full = Math.min(this.#times.longestRetry, this.#times.firstRetry * 2 ** (this.#failures - 1))
    return full * (0.5 + this.#ports.random() / 2)
  }

  #waitFor(milliseconds: number): void {
    if (this.#isStopped) return
    this.#cancelWait = this.#ports.after(milliseconds, () => this.#begin())
  }

  /** What has not changed keeps its "since"; how much waits may have changed all the same. */
  #become(state: SyncState): void {
    if (state.is !== this.#state.is) this.#state = state
    this.#ports.changed()
  }
}

/** What people are told of it: out of reach, unless there is something to be done about it. */
function stateOf({ kind }: LinkProblem): 'notLetIn' | 'noKey' | 'otherWire' | 'offline' {
  return kind === 'notLetIn' || kind === 'noKey' || kind === 'otherWire' ? kind : 'offline'
}
