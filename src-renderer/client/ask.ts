import {
  type CommandName,
  type InputFor,
  type LocalName,
  type OutputFor,
  productContract,
  type QueryName,
} from '#shared/contract.ts'
import type { ProcedureKind, Reply } from '#shared/kernel/contract.ts'
import { type Outcome, ProblemError } from './problem.ts'

/** The one road to the core: a reply, or a rejection when the connection is gone. */
export type Call = (kind: ProcedureKind, name: string, input: unknown, commandId?: string) => Promise<Reply>

/** Questions and actions of the product's contract, typed by it. */
export interface Ask {
  /** Throws a `ProblemError`, as the query library wants it. */
  query<N extends QueryName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  command<N extends CommandName>(name: N, input: InputFor<N>, commandId: string): Promise<Outcome<OutputFor<N>>>
  local<N extends LocalName>(name: N, input: InputFor<N>): Promise<Outcome<OutputFor<N>>>
}

/** `onNotSignedIn`: the core no longer lets this screen's person do anything: locked elsewhere, or signed in too long. */
export function createAsk(call: Call, onNotSignedIn: () => void = () => {}): Ask {
  async function outcome<N extends CommandName | QueryName | LocalName>(
    kind: ProcedureKind,
    name: N,
    input: unknown,
    commandId?: string,
  ): Promise<Outcome<OutputFor<N>>> {
    const reply = await call(kind, name, input, commandId).catch(() => null)
    if (reply === null) return { ok: false, problem: { kind: 'unreachable' } }
    if (!reply.ok) {
      if ('refusal' in reply && reply.refusal.code === 'auth.notSignedIn') onNotSignedIn()
      return 'refusal' in reply
        ? { ok: false, problem: { kind: 'refused', refusal: reply.refusal } }
        : { ok: false, problem: { kind: 'fault', reference: reply.fault.reference } }
    }
    // An answer of another form than the contract says would break a screen far from its cause.
    return keepsContract(name, reply.result)
      ? { ok: true, value: reply.result }
      : { ok: false, problem: { kind: 'fault', reference: `answer ${name}` } }
  }

  return {
    query: async (name, input) => {
      const answer = await outcome('query', name, input)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value
    },
    command: (name, input, commandId) => outcome('command', name, input, commandId),
    local: (name, input) => outcome('local', name, input),
  }
}

function keepsContract<N extends CommandName | QueryName | LocalName>(
  name: N,
  result: unknown,
): result is OutputFor<N> {
  return productContract[name].output.safeParse(result).success
}
