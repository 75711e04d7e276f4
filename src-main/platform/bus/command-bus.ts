import { hash as hashOf } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { DocumentNumber } from '#shared/kernel/change/entity.ts'
import { uuidPattern } from '#shared/kernel/ids.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { ChangeLog } from '../changes/change-log.ts'
import { type Draft, RefusedChange } from '../changes/draft.ts'
import type { Store, TouchedDocument } from '../changes/store.ts'
import { instantOf } from '../clock/clock.ts'
import type { WritableDb } from '../database/handles.ts'
import { notAuthorised } from './authorise.ts'
import type { CommandContext, CommandDefinition, FeatureModule, Reaction, Services } from './module.ts'
import { parseInput } from './parse-input.ts'
import type { Viewer } from './viewer.ts'

/** What the company's settings say about days and numbers; kept by an earlier feature, asked at each command. */
export interface HouseRules {
  readonly businessDay: (instant: string) => string
  /** Year of the counter a number is taken from; 0 where the counter never begins anew. */
  readonly numberYear: (series: string, businessDay: string) => number
  readonly numberText: (series: string, counter: number, stationCode: string, year: number) => string
}

export interface CommandAnswer {
  readonly result: Result<unknown>
  readonly replayed: boolean
  /** Documents by entity and local kinds that screens should ask for again. */
  readonly touched: Readonly<Record<string, readonly string[]>>
  readonly local: readonly string[]
}

/** More rounds of reactions than this is a loop, not a shop (W10). */
const mostRounds = 5

interface MutableAuthor {
  actor: string
  actorRole: string
  reason: string | null
}

interface Composed {
  readonly definition: CommandDefinition
  readonly decide: ReturnType<CommandDefinition['compose']>
  readonly prepare: ReturnType<NonNullable<CommandDefinition['prepare']>> | null
}

/** Takes a command from its frame to its answer, in the order of W9. */
export class CommandBus {
  readonly #db: WritableDb
  readonly #store: Store
  readonly #log: ChangeLog
  readonly #services: Services
  readonly #rules: HouseRules
  readonly #org: string
  readonly #commands = new Map<string, Composed>()
  readonly #reactions: readonly { readonly on: string; readonly react: ReturnType<Reaction['compose']> }[]
  readonly #known
  readonly #remember
  readonly #errand
  readonly #afterCommit: () => void

  constructor(parts: {
    db: WritableDb
    store: Store
    log: ChangeLog
    services: Services
    rules: HouseRules
    org: string
    modules: readonly FeatureModule[]
    afterCommit: () => void
  }) {
    this.#db = parts.db
    this.#store = parts.store
    this.#log = parts.log
    this.#services = parts.services
    this.#rules = parts.rules
    this.#org = parts.org
    this.#afterCommit = parts.afterCommit
    for (const module of parts.modules)
      for (const definition of module.commands ?? [])
        this.#commands.set(definition.procedure.name, {
          definition,
          decide: definition.compose(parts.services),
          prepare: definition.prepare?.(parts.services) ?? null,
        })
    this.#reactions = parts.modules.flatMap((module) =>
      (module.reactions ?? []).map((each) => ({ on: each.on, react: each.compose(parts.services) })),
    )
    this.#known = parts.db.read<{ body_hash: Buffer; result: string }>(
      'select body_hash, result from commands where id = ?',
    )
    this.#remember = parts.db.write('insert into commands (id, org, body_hash, result) values (?, ?, ?, ?)')
    this.#errand = parts.db.write(
      `insert into errands (id, kind, payload, doc, state, attempts, due_at, created_at) values (?, ?, ?, ?, 'waiting', 0, ?, ?)`,
    )
  }

  has(name: string): boolean {
    return this.#commands.has(name)
  }

  async run(name: string, rawInput: unknown, commandId: string | undefined, viewer: Viewer): Promise<CommandAnswer> {
    const composed = this.#commands.get(name)
    if (composed === undefined) return nothingDone(refused('input.unknownProcedure', { name }))
    const { procedure } = composed.definition
    const parsed = parseInput(procedure.input, rawInput)
    if (!parsed.ok) return nothingDone(parsed)
    const no = notAuthorised(procedure, viewer)
    if (no !== undefined) return nothingDone(no)
    if (commandId === undefined || !uuidPattern.test(commandId)) return nothingDone(refused('command.withoutId'))
    const bodyHash = commandBodyHash(name, parsed.value)
    const known = this.#answered(commandId, bodyHash)
    if (known !== undefined) return known
    let prepared: unknown
    if (composed.prepare !== null) {
      const outcome = await composed.prepare(parsed.value, viewer)
      if (!outcome.ok) return nothingDone(outcome)
      prepared = outcome.value
    }
    return this.#transact(composed, parsed.value, prepared, commandId, bodyHash, viewer)
  }

  #answered(commandId: string, bodyHash: Buffer): CommandAnswer | undefined {
    const known = this.#known.get(commandId)
    if (known === undefined) return undefined
    if (!known.body_hash.equals(bodyHash)) return nothingDone(refused('command.idReused', { commandId }))
    return { result: accepted(JSON.parse(known.result)), replayed: true, touched: {}, local: [] }
  }

  #transact(
    composed: Composed,
    input: unknown,
    prepared: unknown,
    commandId: string,
    bodyHash: Buffer,
    viewer: Viewer,
  ): CommandAnswer {
    const nowMilliseconds = this.#services.clock.now()
    const local: string[] = []
    try {
      const answer = this.#db.transact((): CommandAnswer => {
        // Looked up again inside: the same command may have been accepted while this one was being prepared.
        const known = this.#answered(commandId, bodyHash)
        if (known !== undefined) return known
        const author: MutableAuthor = { actor: viewer.userId ?? viewer.sessionId, actorRole: viewer.role, reason: null }
        const mark = { commandId, command: composed.definition.procedure.name }
        const given = new Map<string, number>()
        const draft = this.#store.draft()
        const context = this.#contextOf(draft, viewer, author, commandId, given, local)
        const result = composed.decide(input, context, prepared)
        if (!result.ok) throw new RefusedChange(result.refusal)
        const touched = [...this.#store.apply(draft, mark, author, nowMilliseconds)]
        this.#react(touched, draft.lastGroup, mark, author, context, nowMilliseconds, given, local, viewer)
        this.#remember.run(commandId, this.#org, bodyHash, canonicalJson(result.value ?? null))
        return { result, replayed: false, touched: byEntity(touched, this.#store.findings.takeChanged()), local }
      })
      this.#afterCommit()
      return answer
    } catch (problem) {
      this.#log.reloadHead()
      if (problem instanceof RefusedChange) return nothingDone({ ok: false, refusal: problem.refusal })
      throw problem
    } finally {
      this.#store.forget()
    }
  }

  #react(
    touched: TouchedDocument[],
    lastGroup: number,
    mark: { commandId: string; command: string },
    author: MutableAuthor,
    base: CommandContext,
    nowMilliseconds: number,
    given: Map<string, number>,
    local: string[],
    viewer: Viewer,
  ): void {
    let fresh: readonly TouchedDocument[] = touched
    let group = lastGroup
    for (let round = 0; fresh.length > 0 && this.#reactions.length > 0; round += 1) {
      if (round === mostRounds) throw new Error(`reactions of ${mark.command} do not come to rest`)
      const draft = this.#store.draft(group + 1)
      const context = { ...this.#contextOf(draft, viewer, author, base.commandId, given, local), because: base.because }
      for (const { on, react } of this.#reactions)
        for (const each of fresh) if (each.entity.name === on) react(each, context)
      fresh = this.#store.apply(draft, mark, author, nowMilliseconds)
      touched.push(...fresh)
      group = draft.lastGroup
    }
  }

  #contextOf(
    draft: Draft,
    viewer: Viewer,
    author: MutableAuthor,
    commandId: string,
    given: Map<string, number>,
    local: string[],
  ): CommandContext {
    const now = instantOf(this.#services.clock)
    const today = this.#rules.businessDay(now)
    return {
      viewer,
      now,
      today,
      tx: draft,
      commandId,
      read: (entity, id) => this.#store.read(entity, id),
      newId: this.#services.newId,
      number: (series): DocumentNumber => {
        const year = this.#rules.numberYear(series, today)
        const key = `${series} ${year}`
        const already = given.get(key) ?? 0
        given.set(key, already + 1)
        return this.#store.nextNumber(
          { series, year, write: (counter, station) => this.#rules.numberText(series, counter, station, year) },
          already,
        )
      },
      errand: (kind, payload, doc) => {
        this.#errand.run(this.#services.newId(), kind, canonicalJson(payload), doc ?? null, now, now)
        local.push('errand')
      },
      local: this.#services.local,
      because: (reason) => {
        author.reason = reason
      },
      signAs: (userId, role) => {
        author.actor = userId
        author.actorRole = role
      },
      announceLocal: (...what) => {
        local.push(...what)
      },
    }
  }
}

/** What tells two bodies under one id apart: the parsed input, so that spelling and key order do not (W8). */
export function commandBodyHash(name: string, input: unknown): Buffer {
  return hashOf('sha256', canonicalJson([name, input]), 'buffer')
}

function nothingDone(result: Result<unknown>): CommandAnswer {
  return { result, replayed: false, touched: {}, local: [] }
}

function byEntity(touched: readonly TouchedDocument[], findings: readonly string[]): Record<string, readonly string[]> {
  const found: Record<string, string[]> = findings.length === 0 ? {} : { finding: [...findings] }
  for (const { entity, id } of touched) {
    const ids = found[entity.name]
    if (ids === undefined) found[entity.name] = [id]
    else ids.push(id)
  }
  return found
}
