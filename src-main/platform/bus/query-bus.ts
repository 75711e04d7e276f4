import { type Result, refused } from '#shared/kernel/result.ts'
import { notAuthorised } from './authorise.ts'
import type { FeatureModule, QueryContext, QueryDefinition, QueryServices } from './module.ts'
import { parseInput } from './parse-input.ts'
import type { Viewer } from './viewer.ts'

/** Answers queries over one read handle: in the core for short reads, in the reader thread for long ones (W11). */
export class QueryBus {
  readonly #queries = new Map<
    string,
    { readonly definition: QueryDefinition; readonly answer: ReturnType<QueryDefinition['compose']> }
  >()

  constructor(modules: readonly FeatureModule[], services: QueryServices, runs: 'core' | 'reader') {
    for (const module of modules)
      for (const definition of module.queries ?? [])
        if (definition.procedure.runs === runs)
          this.#queries.set(definition.procedure.name, { definition, answer: definition.compose(services) })
  }

  has(name: string): boolean {
    return this.#queries.has(name)
  }

  run(name: string, rawInput: unknown, viewer: Viewer, context: Omit<QueryContext, 'viewer'>): Result<unknown> {
    const query = this.#queries.get(name)
    if (query === undefined) return refused('input.unknownProcedure', { name })
    const { procedure } = query.definition
    const parsed = parseInput(procedure.input, rawInput)
    if (!parsed.ok) return parsed
    return notAuthorised(procedure, viewer) ?? query.answer(parsed.value, { ...context, viewer })
  }
}
