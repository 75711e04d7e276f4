/** Heavy work by name: drawing, hashing, parsing, integrity checks. Runs beside the core, never in it (W11). */
export type ChoreName = string

export interface Chores {
  run<Output>(name: ChoreName, input: unknown): Promise<Output>
  close(): Promise<void>
}

export type ChoreTable = Readonly<Record<ChoreName, (input: never) => Promise<unknown>>>

/** Does chores in this thread: for tests and for what runs inside the chores worker. */
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
