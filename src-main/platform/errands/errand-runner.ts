import type { ErrandHandler, FeatureModule, Services } from '../bus/module.ts'
import type { Errand } from './errand.ts'

/** How long an errand waits after each failed try; afterwards it is parked for a person (W7). */
const backOffSeconds = [5, 30, 120, 600, 900]

/** Carries out errands one by one, oldest first, each kind by its feature. A crash in between tries again. */
export class ErrandRunner {
  readonly #services: Services
  readonly #handlers = new Map<string, ReturnType<ErrandHandler>>()
  readonly #due
  readonly #done
  readonly #again
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #isClosed = false
  #isWanted = false

  constructor(modules: readonly FeatureModule[], services: Services) {
    this.#services = services
    for (const module of modules)
      for (const [kind, handler] of Object.entries(module.errands ?? {})) this.#handlers.set(kind, handler(services))
    const { local } = services
    this.#due = local.read<Errand>(
      `select id, kind, payload, doc, attempts from errands where state = 'waiting' and due_at <= ? order by due_at, id limit 20`,
    )
    this.#done = local.write(`update errands set state = 'done' where id = ?`)
    this.#again = local.write(
      'update errands set state = ?, attempts = attempts + 1, due_at = ?, last_problem = ? where id = ?',
    )
  }

  /** Looks for due errands now; called after commits and by its own clock. A call while it is looking makes it look again. */
  wake(): void {
    if (this.#isClosed) return
    if (this.#running !== undefined) {
      this.#isWanted = true
      return
    }
    // A full disk can keep even the outcome from being noted: the errand is still due, and its clock comes back to it.
    const noted = this.#drain().catch((error: unknown) => this.#services.log.problem('errand.notNoted', { error }))
    this.#running = noted.finally(() => {
      this.#running = undefined
      if (this.#isClosed) return
      clearTimeout(this.#timer)
      if (this.#isWanted) {
        this.#isWanted = false
        this.wake()
        return
      }
      this.#timer = setTimeout(() => this.wake(), 5000)
      this.#timer.unref()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#running
  }

  async #drain(): Promise<void> {
    for (;;) {
      const now = this.#services.clock.now()
      const due = this.#due.all(new Date(now).toISOString())
      if (due.length === 0 || this.#isClosed) return
      for (const errand of due) await this.#carryOut(errand, now)
    }
  }

  async #carryOut(errand: Errand, now: number): Promise<void> {
    try {
      const handler = this.#handlers.get(errand.kind)
      if (handler === undefined) throw new Error(`nobody carries out ${errand.kind}`)
      await handler(JSON.parse(errand.payload), { id: errand.id, doc: errand.doc, attempt: errand.attempts + 1 })
      this.#done.run(errand.id)
    } catch (problem) {
      const wait = backOffSeconds[errand.attempts]
      const message = problem instanceof Error ? problem.message : String(problem)
      this.#again.run(
        wait === undefined ? 'parked' : 'waiting',
        new Date(now + (wait ?? 0) * 1000).toISOString(),
        message,
        errand.id,
      )
      this.#services.log.problem('errand.failed', {
        kind: errand.kind,
        id: errand.id,
        attempt: errand.attempts + 1,
        error: problem,
      })
    }
    this.#services.announceLocal('errand')
  }
}
