import type { Json } from '#shared/kernel/canonical-json.ts'
import { sameJson } from '#shared/kernel/canonical-json.ts'
import type { ChangeKind } from '#shared/kernel/change/change-record.ts'
import {
  answerPath,
  type DocumentNumber,
  type DocumentOf,
  type Entity,
  type Field,
  fieldAt,
  type GuardedKeys,
  type InitialOf,
  type PatchOf,
  type SetKeys,
} from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, readDocument } from '#shared/kernel/change/fold.ts'
import { isTakenAway, scopesOf, sightOf, sightPath } from '#shared/kernel/change/taken-away.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** A refusal met deep inside a command: rolls the transaction back and is answered like any other. */
export class RefusedChange extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * What a command says it changes (W1): the only way to write a document. Values that are already so are left out, so that
 * the log holds changes and nothing else.
 */
export interface Tx {
  create<E extends Entity>(entity: E, id: string, initial: InitialOf<E>): void
  set<E extends Entity>(entity: E, id: string, patch: PatchOf<E>): void
  /** Moves a guarded field, with what follows from the move in the same change. */
  move<E extends Entity>(
    entity: E,
    id: string,
    field: GuardedKeys<E>,
    from: string,
    to: string,
    along?: PatchOf<E>,
  ): void
  post<E extends Entity>(entity: E, id: string, fields: InitialOf<E>): void
  add<E extends Entity>(entity: E, id: string, field: SetKeys<E>, element: string, value: Json): void
  remove<E extends Entity>(entity: E, id: string, field: SetKeys<E>, element: string): void
  /** A person's answer to a finding on the document, with what follows from it: values by path (W17). */
  resolve(entity: Entity, id: string, finding: string, answer: string, values: Readonly<Record<string, Json>>): void
  /** What comes next stands or falls by itself (a fact, a status move, one document of a bulk command). */
  nextGroup(): void
}

export interface DraftedChange {
  readonly groupNo: number
  readonly entity: Entity
  readonly doc: string
  kind: ChangeKind
  readonly fields: Record<string, [from: Json, to: Json]>
}

interface Working {
  readonly entity: Entity
  values: Record<string, Json>
}

/** Gathers a command's changes over the state before it; the store folds and writes them afterwards. */
export class Draft implements Tx {
  readonly changes: DraftedChange[] = []
  readonly #load: (id: string) => (FoldedDocument & { readonly entity: string }) | undefined
  readonly #working = new Map<string, Working>()
  #groupNo: number

  constructor(load: (id: string) => (FoldedDocument & { readonly entity: string }) | undefined, firstGroup = 1) {
    this.#load = load
    this.#groupNo = firstGroup
  }

  get lastGroup(): number {
    return this.#groupNo
  }

  nextGroup(): void {
    if (this.changes.some((change) => change.groupNo === this.#groupNo)) this.#groupNo += 1
  }

  /** The document with what this command has changed so far; commands read the state before through their context. */
  current<E extends Entity>(entity: E, id: string): DocumentOf<E> | undefined {
    const working = this.#working.get(id)
    return working === undefined ? undefined : readDocument(entity, working.values)
  }

  create<E extends Entity>(entity: E, id: string, initial: InitialOf<E>): void {
    if (this.#working.has(id) || this.#load(id) !== undefined)
      throw new RefusedChange({ code: 'document.exists', params: { entity: entity.name, id } })
    this.#working.set(id, { entity, values: {} })
    this.#record(entity, id, 'create', flatten(entity, initial, saysMore))
  }

  post<E extends Entity>(entity: E, id: string, fields: InitialOf<E>): void {
    if (entity.kind !== 'posting') throw new Error(`${entity.name} is no posting`)
    if (this.#working.has(id) || this.#load(id) !== undefined)
      throw new RefusedChange({ code: 'document.exists', params: { entity: entity.name, id } })
    this.#working.set(id, { entity, values: {} })
    this.#record(entity, id, 'post', flatten(entity, fields))
  }

  set<E extends Entity>(entity: E, id: string, patch: PatchOf<E>): void {
    const flat = flatten(entity, patch)
    const working = this.#open(entity, id)
    for (const [path, to] of Object.entries(flat)) {
      if (fieldAt(entity, path)?.class === 'guarded') throw new Error(`${entity.name}.${path} is guarded: it moves`)
      refuseLocked(entity, working, path, to)
    }
    this.#record(entity, id, 'set', flat)
  }

  resolve(entity: Entity, id: string, finding: string, answer: string, values: Readonly<Record<string, Json>>): void {
    const working = this.#open(entity, id)
    for (const [path, to] of Object.entries(values)) refuseLocked(entity, working, path, to)
    this.#record(entity, id, 'resolve', { ...values, [answerPath(finding)]: answer })
  }

  move<E extends Entity>(
    entity: E,
    id: string,
    field: GuardedKeys<E>,
    from: string,
    to: string,
    along?: PatchOf<E>,
  ): void {
    const working = this.#open(entity, id)
    const found = working.values[field] ?? initialOf(entity, field)
    if (found !== from)
      throw new RefusedChange({
        code: 'document.movedOn',
        params: { entity: entity.name, field, found: String(found), expected: from },
      })
    this.#record(entity, id, 'move', { [field]: to, ...(along === undefined ? {} : flatten(entity, along)) })
  }

  add<E extends Entity>(entity: E, id: string, field: SetKeys<E>, element: string, value: Json): void {
    this.#open(entity, id)
    this.#record(entity, id, 'add', { [`${field}.${element}`]: value })
  }

  remove<E extends Entity>(entity: E, id: string, field: SetKeys<E>, element: string): void {
    this.#open(entity, id)
    this.#record(entity, id, 'remove', { [`${field}.${element}`]: null })
  }

  #open(entity: Entity, id: string): Working {
    const known = this.#working.get(id)
    if (known !== undefined) return known
    const stored = this.#load(id)
    if (stored === undefined || stored.entity !== entity.name)
      throw new RefusedChange({ code: `notFound.${entity.name}`, params: { id } })
    if (entity.kind === 'posting') throw new Error(`${entity.name} is a posting: another posting puts it right`)
    const working: Working = { entity, values: { ...stored.values } }
    this.#working.set(id, working)
    return working
  }

  #record(entity: Entity, doc: string, kind: ChangeKind, flat: Readonly<Record<string, Json>>): void {
    const working = this.#open(entity, doc)
    const groupNo = this.#groupNo
    const standing = this.changes.find((change) => change.doc === doc && change.groupNo === groupNo)
    const change: DraftedChange = standing ?? { groupNo, entity, doc, kind, fields: {} }
    for (const [path, to] of Object.entries(flat)) {
      const from = kind === 'create' || kind === 'post' ? null : standingValue(entity, path, working.values)
      if (sameJson(from, to)) continue
      const first = change.fields[path]
      change.fields[path] = [first === undefined ? from : first[0], to]
      if (to === null) delete working.values[path]
      else working.values[path] = to
    }
    if (kind !== 'create' && kind !== 'post') this.#noteSight(entity, change, working, Object.keys(flat))
    if (standing !== undefined) {
      if (standing.kind === 'set' || standing.kind === 'add' || standing.kind === 'remove')
        standing.kind = kind === 'create' ? 'create' : kind
      return
    }
    if (Object.keys(change.fields).length > 0 || kind === 'create' || kind === 'post') this.changes.push(change)
  }

  /** Whoever takes something away, or works on what is so, leaves what they saw of it (SPEC Y40). */
  #noteSight(entity: Entity, change: DraftedChange, { values }: Working, paths: readonly string[]): void {
    for (const scope of new Set(paths.flatMap((path) => scopesOf(entity, path)))) {
      const path = sightPath(scope)
      const from = values[path] ?? null
      const to = isTakenAway(values, scope) ? sightOf(entity, values, scope) : null
      if (sameJson(from, to)) continue
      change.fields[path] = [change.fields[path]?.[0] ?? from, to]
      if (to === null) delete values[path]
      else values[path] = to
    }
  }
}

/** A field that is locked in the document's status does not change; the cloud would say the same (SPEC Y8). */
function refuseLocked(entity: Entity, { values }: Working, path: string, to: Json): void {
  const { status } = values
  if (typeof status !== 'string' || fieldAt(entity, path)?.options.lockedWhile?.includes(status) !== true) return
  if (!sameJson(values[path] ?? null, to))
    throw new RefusedChange({ code: 'document.locked', params: { entity: entity.name, field: path, status } })
}

function initialOf(entity: Entity, field: string): unknown {
  const declared = entity.fields[field]
  return declared === undefined || declared.class === 'rows' ? undefined : declared.initial
}

type Keeps = (field: Field<unknown>, value: Json) => boolean

/** A patch as values by path. */
export function valuesOfPatch<E extends Entity>(entity: E, patch: PatchOf<E>): Readonly<Record<string, Json>> {
  return flatten(entity, patch)
}

/** A document as fields by path. Guarded fields stand with their initial value from birth, so that the first move has a `from`. */
function flatten(
  entity: Entity,
  source: Readonly<Record<string, unknown>>,
  keeps: Keeps = () => true,
): Record<string, Json> {
  const flat: Record<string, Json> = {}
  for (const [name, value] of Object.entries(source)) {
    if (value === undefined) continue
    const field = entity.fields[name]
    if (field === undefined) throw new Error(`${entity.name} declares no field ${name}`)
    if (field.class === 'rows') {
      for (const [rowId, row] of Object.entries(value as Record<string, Record<string, Json | undefined>>))
        for (const [rowField, member] of Object.entries(row)) {
          const declared = field.fields[rowField]
          if (declared === undefined) throw new Error(`${entity.name}.${name} declares no field ${rowField}`)
          if (member !== undefined && keeps(declared, member)) flat[`${name}.${rowId}.${rowField}`] = member
        }
    } else if (field.class === 'set') {
      for (const [element, member] of Object.entries(value as Record<string, Json>)) flat[`${name}.${element}`] = member
    } else if (keeps(field, value as Json)) flat[name] = value as Json
  }
  return flat
}

/**
 * What says no more than the declaration is left out of a birth: most fields of most documents. Guarded and important ones
 * stay, so that the log shows where the first move came from and what was agreed from the start.
 */
function saysMore(field: Field<unknown>, value: Json): boolean {
  return field.class === 'guarded' || field.options.important === true || !sameJson(value, field.initial)
}

/**
 * What a field said before, for the history: where nothing was written it is what the declaration says, as everybody read it.
 * A guarded field is compared as it was stored (W2), and a row that was not there said nothing.
 */
function standingValue(entity: Entity, path: string, values: Readonly<Record<string, Json>>): Json {
  const written = values[path]
  if (written !== undefined) return written
  const field = fieldAt(entity, path)
  if (field === undefined || field.class === 'guarded' || field.class === 'set') return null
  const row = /^[^.]+\.[^.]+\./.exec(path)?.[0]
  if (row !== undefined && !Object.keys(values).some((known) => known.startsWith(row))) return null
  return (field.initial as Json | undefined) ?? null
}

/** Numbered fields of a document and the numbers they hold. */
export function numbersIn(entity: Entity, values: Readonly<Record<string, Json>>): readonly DocumentNumber[] {
  const found: DocumentNumber[] = []
  for (const [name, field] of Object.entries(entity.fields))
    if (field.class === 'numbered') {
      const number = values[name]
      if (number !== undefined && number !== null) found.push(number as unknown as DocumentNumber)
    }
  return found
}
