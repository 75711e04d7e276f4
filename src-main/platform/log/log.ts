/** One line per event, as JSON, without line breaks from outside (a name cannot forge a second entry). */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void
  /** A bug or an outside fault; the reference is what the screen shows. */
  problem(
    event: string,
    facts: Readonly<Record<string, unknown>> & { readonly reference?: string; readonly error?: unknown },
  ): void
}

export function lineLog(write: (line: string) => void, now: () => string): Log {
  const line = (level: string, event: string, facts: Readonly<Record<string, unknown>> = {}): void => {
    const { error, ...rest } = facts
    write(
      JSON.stringify({ at: now(), level, event, ...rest, ...(error === undefined ? {} : { error: describe(error) }) }),
    )
  }
  return {
    info: (event, facts) => line('info', event, facts),
    problem: (event, facts) => line('problem', event, facts),
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
