/**
 * A document's states as a literal table: state -> what may happen to it -> the state after. One axis per machine; what
 * happens is named by the command's verb. Progress (delivered, paid) is derived elsewhere and is never a transition.
 */
export interface StateMachine<State extends string, Event extends string> {
  /** Where a document may be born. */
  readonly initial: readonly State[]
  readonly transitions: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>
}

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>
type EventOf<T extends Table> = { [S in keyof T]: keyof T[S] }[keyof T] & string
type Checked<T extends Table> = {
  readonly [S in keyof T]: { readonly [E in keyof T[S]]: T[S][E] extends keyof T ? T[S][E] : never }
}

/** Declares a machine; a target that is no state of the table does not compile. */
export function stateMachine<const T extends Table>(
  initial: (keyof T & string) | readonly (keyof T & string)[],
  transitions: T & Checked<T>,
): StateMachine<keyof T & string, EventOf<T>> {
  const states: readonly (keyof T & string)[] = typeof initial === 'string' ? [initial] : initial
  return { initial: states, transitions: transitions as StateMachine<keyof T & string, EventOf<T>>['transitions'] }
}

export type StateOf<M> = M extends StateMachine<infer State, string> ? State : never
export type EventIn<M> = M extends StateMachine<string, infer Event> ? Event : never

export function statesOf<S extends string, E extends string>(machine: StateMachine<S, E>): readonly S[] {
  return Object.keys(machine.transitions) as S[]
}

/** The state after, or null when that cannot happen now. */
export function nextState<S extends string, E extends string>(
  machine: StateMachine<S, E>,
  state: S,
  event: E,
): S | null {
  const row = machine.transitions[state]
  return Object.hasOwn(row, event) ? (row[event] ?? null) : null
}

/** What may happen to a document in this state; buttons ask it. */
export function eventsFrom<S extends string, E extends string>(machine: StateMachine<S, E>, state: S): readonly E[] {
  return Object.keys(machine.transitions[state]) as E[]
}

export function canMove<S extends string, E extends string>(machine: StateMachine<S, E>, from: S, to: S): boolean {
  return Object.values(machine.transitions[from]).includes(to)
}

/** Nothing can happen any more. */
export function isFinal<S extends string, E extends string>(machine: StateMachine<S, E>, state: S): boolean {
  return eventsFrom(machine, state).length === 0
}

export interface StateProblem {
  readonly kind: 'unknownInitial' | 'unknownTarget' | 'unreachable'
  readonly state: string
}

/** Walks the table from its initial states: every target must exist and every state must be reached. Empty when sound. */
export function validateStates(machine: {
  readonly initial: readonly string[]
  readonly transitions: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
}): readonly StateProblem[] {
  const problems: StateProblem[] = []
  const reached = new Set<string>()
  const waiting = [...machine.initial]
  for (const state of machine.initial) {
    if (!Object.hasOwn(machine.transitions, state)) problems.push({ kind: 'unknownInitial', state })
  }
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state) || !Object.hasOwn(machine.transitions, state)) continue
    reached.add(state)
    waiting.push(...Object.values(machine.transitions[state] ?? {}).filter((target) => target !== undefined))
  }
  for (const [state, row] of Object.entries(machine.transitions)) {
    if (!reached.has(state)) problems.push({ kind: 'unreachable', state })
    for (const target of Object.values(row)) {
      if (target !== undefined && !Object.hasOwn(machine.transitions, target))
        problems.push({ kind: 'unknownTarget', state: target })
    }
  }
  return problems
}
