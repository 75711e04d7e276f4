/** Heavy work by name: drawing, hashing, parsing, integrity checks. Runs beside the core, never in it (W11). */
export type ChoreName = string

/** For work on what strangers send: it runs by itself and is ended when it takes too much. */
export interface ChoreLimits {
  readonly milliseconds: number
  /** Of the JavaScript heap. */
  readonly megabytes: number
}

export interface Chores {
  /** With limits, the chore cannot hold up or bring down other chores; it fails with `ChoreStopped` instead. */
  run<Output>(name: ChoreName, input: unknown, limits?: ChoreLimits): Promise<Output>
  close(): Promise<void>
}

/** The chore was ended from outside: it took too long, or its thread died of it. */
export class ChoreStopped extends Error {
  readonly why: 'tooSlow' | 'died'
  constructor(name: ChoreName, why: 'tooSlow' | 'died') {
    super(`chore ${name} was stopped: ${why}`)
    this.why = why
  }
}

export type ChoreTable = Readonly<Record<ChoreName, (input: never) => Promise<unknown>>>

/** Does chores in this thread: for tests and for what runs inside the chores worker. Limits need a thread to end. */
export function inlineChores(table: ChoreTable): Chores {
  return {
    run: async <Output>(name: ChoreName, input: unknown): Promise<Output> => {
      const chore = table[name]
      if (chore === undefined) throw new Error(`no chore ${name}`)
      return (await chore(input as never)) as Output
    },
    close: async () => {},
  }
}
