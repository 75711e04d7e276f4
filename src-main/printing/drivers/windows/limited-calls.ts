/** A call into the spooler did not come back in its time. It may still, and then do what it was to do. */
export class SpoolerHangs extends Error {
  constructor(call: string) {
    super(`${call} did not come back`)
  }
}

export interface CallLimits {
  /** How long a call is waited for, its turn included, in milliseconds. */
  readonly milliseconds: number
  /** Calls under way at a time. */
  readonly atOnce: number
}

export const spoolerLimits: CallLimits = { milliseconds: 20_000, atOnce: 2 }

/** Starts a call and hears its result, once. */
type StartCall = (done: (result: number) => void) => void

export interface LimitedCalls {
  /** `late` hears what came of a call that nobody waited for any more: it may have opened something. */
  call(name: string, queue: string, start: StartCall, late?: (result: number) => void): Promise<number>
  isStuck(queue: string): boolean
  /** When the last call that a queue swallowed has come back. */
  whenFree(queue: string, work: () => void): void
}

/**
 * A spooler with a dead print server behind it keeps its callers for minutes. No call into it can be called off, and each
 * holds one of the four threads that files are read with too: so few are under way at a time, none is waited for longer than
 * its limit, and a queue that has swallowed one gets no other, which leaves the threads to the queues that answer (P6).
 */
export function limitedCalls({ milliseconds, atOnce }: CallLimits): LimitedCalls {
  let underWay = 0
  const turns: (() => void)[] = []
  const swallowed = new Map<string, { calls: number; readonly after: (() => void)[] }>()
  const next = (): void => {
    if (underWay < atOnce) turns.shift()?.()
  }
  const cameBack = (queue: string): void => {
    const stuck = swallowed.get(queue)
    if (stuck === undefined) return
    stuck.calls -= 1
    if (stuck.calls > 0) return
    swallowed.delete(queue)
    for (const work of stuck.after) work()
  }
  return {
    isStuck: (queue) => swallowed.has(queue),
    whenFree: (queue, work) => {
      const stuck = swallowed.get(queue)
      if (stuck === undefined) work()
      else stuck.after.push(work)
    },
    call: (name, queue, start, late = () => undefined) =>
      new Promise((resolve, reject) => {
        if (swallowed.has(queue)) return reject(new SpoolerHangs(name))
        let isGivenUp = false
        const begin = (): void => {
          underWay += 1
          start((result) => {
            underWay -= 1
            clearTimeout(timer)
            if (isGivenUp) {
              late(result)
              cameBack(queue)
            } else resolve(result)
            next()
          })
        }
        const timer = setTimeout(() => {
          const place = turns.indexOf(begin)
          if (place >= 0) turns.splice(place, 1)
          else {
            isGivenUp = true
            const stuck = swallowed.get(queue) ?? { calls: 0, after: [] }
            stuck.calls += 1
            swallowed.set(queue, stuck)
          }
          reject(new SpoolerHangs(name))
        }, milliseconds)
        turns.push(begin)
        next()
      }),
  }
}
