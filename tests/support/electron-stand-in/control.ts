// How a test looks into the program under test and acts on it from outside: messages over the process's own channel.

/** What was asked of Electron, for a test to look at. */
export interface Facts {
  readonly privileges: unknown[]
  readonly webPreferences: Readonly<Record<string, unknown>>[]
  readonly questions: string[]
  readonly openedOutside: string[]
  readonly menus: unknown[]
  readonly errors: string[]
  readonly paths: Record<string, string>
  readonly calls: string[]
}

export const facts: Facts = {
  privileges: [],
  webPreferences: [],
  questions: [],
  openedOutside: [],
  menus: [],
  errors: [],
  paths: {},
  calls: [],
}

/** Acts by name, with one value; each part of the stand-in adds its own. */
export const acts = new Map<string, (value: unknown) => unknown>([['facts', () => facts]])

export interface ActMessage {
  readonly id: number
  readonly act: string
  readonly value: unknown
}

export function announceWindow(): void {
  process.send?.({ isOpen: true })
}

process.on('message', async ({ id, act, value }: ActMessage) => {
  try {
    process.send?.({ id, result: (await acts.get(act)?.(value)) ?? null })
  } catch (problem) {
    process.send?.({ id, problem: String(problem) })
  }
})
// The program ends when it wants to, not when the test stops listening.
process.channel?.unref()
