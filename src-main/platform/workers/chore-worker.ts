import { type MessagePort, Worker } from 'node:worker_threads'
import { type ChoreLimits, type ChoreName, ChoreStopped, type Chores, type ChoreTable, inlineChores } from './chores.ts'

interface Asked {
  readonly id: number
  readonly name: string
  readonly input: unknown
}
type Answered = { readonly id: number } & (
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly problem: string }
)

/** The worker's own side: answers chores that arrive on the port. */
export function serveChores(port: MessagePort, table: ChoreTable): void {
  const chores = inlineChores(table)
  port.on('message', (asked: Asked) => {
    chores.run(asked.name, asked.input).then(
      (output) => port.postMessage({ id: asked.id, ok: true, output } satisfies Answered),
      (problem: unknown) =>
        port.postMessage({
          id: asked.id,
          ok: false,
          problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
        } satisfies Answered),
    )
  })
}

/** Chores in threads of their own: one shared by all that is ours, one for what has limits, one chore at a time. */
export function choresInWorker(workerUrl: URL, workerData: unknown): Chores {
  const shared = new Lane(workerUrl, workerData)
  const guarded = new Map<number, GuardedLane>()
  return {
    run: (name, input, limits) => {
      if (limits === undefined) return shared.run(name, input)
      const lane = guarded.get(limits.megabytes) ?? new GuardedLane(workerUrl, workerData, limits.megabytes)
      guarded.set(limits.megabytes, lane)
      return lane.run(name, input, limits)
    },
    close: async () => {
      await Promise.all([shared, ...guarded.values()].map((lane) => lane.close()))
    },
  }
}

/** One thread. A worker that dies fails what it was asked and is started anew for the next chore. */
class Lane {
  readonly #workerUrl: URL
  readonly #workerData: unknown
  readonly #megabytes: number | undefined
  readonly #waiting = new Map<
    number,
    { readonly name: string; resolve: (output: unknown) => void; reject: (problem: Error) => void }
  >()
  #worker: Worker | undefined
  #lastId = 0

  constructor(workerUrl: URL, workerData: unknown, megabytes?: number) {
    this.#workerUrl = workerUrl
    this.#workerData = workerData
    this.#megabytes = megabytes
  }

  run<Output>(name: ChoreName, input: unknown): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      this.#lastId += 1
      this.#waiting.set(this.#lastId, { name, resolve: (output) => resolve(output as Output), reject })
      this.#running().postMessage({ id: this.#lastId, name, input } satisfies Asked)
    })
  }

  /** Ends the thread; what it was asked fails with the reason. */
  async stop(why: ChoreStopped['why']): Promise<void> {
    const worker = this.#worker
    this.#failAll(why)
    await worker?.terminate()
  }

  async close(): Promise<void> {
    await this.stop('died')
  }

  #failAll(why: ChoreStopped['why']): void {
    this.#worker = undefined
    for (const each of this.#waiting.values()) each.reject(new ChoreStopped(each.name, why))
    this.#waiting.clear()
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const started = new Worker(this.#workerUrl, {
      workerData: this.#workerData,
      ...(this.#megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: this.#megabytes } }),
    })
    started.on('message', (answer: Answered) => {
      const asked = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (answer.ok) asked?.resolve(answer.output)
      else asked?.reject(new Error(answer.problem))
    })
    const end = (): void => {
      if (this.#worker === started) this.#failAll('died')
    }
    started.on('error', end)
    started.on('exit', end)
    started.unref()
    this.#worker = started
    return started
  }
}

/** One chore at a time, so that ending the thread ends that chore and no other. */
class GuardedLane {
  readonly #lane: Lane
  #last: Promise<unknown> = Promise.resolve()

  constructor(workerUrl: URL, workerData: unknown, megabytes: number) {
    this.#lane = new Lane(workerUrl, workerData, megabytes)
  }

  run<Output>(name: ChoreName, input: unknown, limits: ChoreLimits): Promise<Output> {
    const turn = this.#last.then(async () => {
      const clock = setTimeout(() => void this.#lane.stop('tooSlow'), limits.milliseconds)
      try {
        return await this.#lane.run<Output>(name, input)
      } finally {
        clearTimeout(clock)
      }
    })
    this.#last = turn.catch(() => {})
    return turn
  }

  close(): Promise<void> {
    return this.#lane.close()
  }
}
