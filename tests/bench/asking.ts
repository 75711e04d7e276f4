import { v7 as uuidv7 } from 'uuid'
import type { App } from '#main/app/create-app.ts'
import type { CommandName, InputFor, LocalName, OutputFor, QueryName } from '#shared/contract.ts'
import type { ProcedureKind, Reply } from '#shared/kernel/contract.ts'

/** Asks by name and type, wherever the answer comes from. */
export interface Asking {
  command<N extends CommandName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  query<N extends QueryName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  local<N extends LocalName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
}

export type Call = (kind: ProcedureKind, name: string, input: unknown, commandId?: string) => Promise<Reply>

export function askingBy(call: Call): Asking {
  const ask = async (kind: ProcedureKind, name: string, input: unknown): Promise<unknown> => {
    const reply = await call(kind, name, input, kind === 'command' ? uuidv7() : undefined)
    if (reply.ok) return reply.result
    throw new Error(`${name}: ${JSON.stringify(reply)}`)
  }
  return {
    command: async (name, input) => (await ask('command', name, input)) as OutputFor<typeof name>,
    query: async (name, input) => (await ask('query', name, input)) as OutputFor<typeof name>,
    local: async (name, input) => (await ask('local', name, input)) as OutputFor<typeof name>,
  }
}

/** The core in this thread, as the administrator: frame in, reply out, nothing between. */
export function askingCore(app: App): Asking {
  const token = app.sessions.open('run', app.firstAdministrator())
  return askingBy((kind, name, input, commandId) =>
    app.handle(token, { id: 1, do: kind, name, input, ...(commandId === undefined ? {} : { commandId }) }),
  )
}
