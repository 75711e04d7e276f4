import { type Json, sameJson } from '../canonical-json.ts'
import type { ChangedFields, ChangeKind } from './change-record.ts'
import { answerPath, type Entity, fieldAt } from './entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, type Stamp } from './fold.ts'
import {
  flagPath,
  isSightPath,
  isTakenAway,
  isWorkOn,
  matters,
  nameIn,
  type Scope,
  scopesOf,
  sightPath,
  unseenNames,
} from './taken-away.ts'

/** A change that the cloud has answered, as its document's log gives it. */
export interface AnsweredChange {
  readonly id: string
  readonly station: string
  readonly kind: ChangeKind
  readonly fields: ChangedFields
  readonly stamp: Stamp
  /** Of no document, and kept for the people (Y14): refused, or set apart. */
  readonly isRefused: boolean
  /** Why it was set apart without a look at what it does, or stands and should be looked at (Y41, Y42). */
  readonly code?: string | undefined
}

/** One field of a conflict: what somebody wrote and does not stand, and what stood when it came to that. */
export interface ConflictField {
  readonly path: string
  readonly lost: { readonly value: Json; readonly change: string }
  readonly stands: { readonly value: Json; readonly change: string | null }
}

/** Two versions of one document that met without having seen each other. */
export interface Conflict {
  /** `refused`, `overwritten`, `takenAway`; or the code of a change that was set apart or flagged. */
  readonly kind: string
  /** The changes that brought it about: what its id is made of. They stay the same whatever is written later. */
  readonly cause: readonly string[]
  /** All changes that belong to it, in the order of `seq`. */
  readonly changes: readonly string[]
  readonly fields: readonly ConflictField[]
}

/** One value that was written over another: by whom, and whether the one had seen the other. */
export interface Overwriting {
  readonly path: string
  readonly winner: FieldWrite
  readonly loser: FieldWrite
  readonly isUnseen: boolean
}

export interface FieldWrite {
  readonly change: AnsweredChange
  readonly from: Json
  readonly to: Json
}

interface Gathered extends Conflict {
  /** A person has answered it: what comes afterwards is another one. */
  isAnswered: boolean
  /** What was taken away. */
  readonly scope?: Scope
  readonly changes: string[]
  readonly fields: ConflictField[]
}

/**
 * The conflicts in one document's answered changes, in the order of `seq` (SPEC Y22, Y23, Y31). Pure: every station that has
 * the same changes finds the same. `idOf` gives the id that an answer would name (Y26).
 */
export function conflictsIn(
  entity: Entity,
  log: readonly AnsweredChange[],
  idOf: (conflict: Pick<Conflict, 'kind' | 'cause'>) => string,
  /** Whether somebody had looked at a conflict that takes no answer on the document before this change came. */
  wasLookedAt: (id: string, before: AnsweredChange) => boolean = () => false,
): readonly Conflict[] {
  const stationOf = new Map(log.map((change) => [change.id, change.station]))
  const found: Gathered[] = []
  /** What a station tried and was refused: it had seen what it meant to replace. */
  const tried = new Set<string>()
  const apart = (change: AnsweredChange, kind: string, fields: readonly ConflictField[]) => {
    for (const each of found) each.isAnswered ||= each.kind === kind && wasLookedAt(idOf(each), change)
    noteApart(found, change, kind, fields, stationOf)
  }
  const end = walkLog(entity, log, {
    accepted: (change, before, after, standing) => {
      const { kind, fields, code } = change
      if (code !== undefined) apart(change, code, [])
      noteTakenAway(found, { entity, change, before, after, standing, stationOf, tried })
      if (kind !== 'resolve') return
      for (const each of found) each.isAnswered ||= answerPath(idOf(each)) in fields
    },
    refused: (change, standing) => {
      for (const path of Object.keys(change.fields)) tried.add(`${change.station} ${path}`)
      if (change.code === undefined) noteRefused(found, entity, change, standing, stationOf)
      else apart(change, change.code, wantedFields(entity, change, standing))
    },
    written: (overwriting) => {
      if (overwriting.isUnseen && matters(entity, overwriting.path)) noteOverwritten(found, overwriting, stationOf)
    },
  })
  return found
    .filter(({ scope, isAnswered }) => scope === undefined || isAnswered || isTakenAway(end.values, scope))
    .map(({ isAnswered: _, scope: __, ...conflict }) => conflict)
}

/** Every value of the document that gave way to one of another station's, important or not: what the history says (Y24). */
export function overwritingsIn(entity: Entity, log: readonly AnsweredChange[]): readonly Overwriting[] {
  const found: Overwriting[] = []
  walkLog(entity, log, { accepted: () => {}, refused: () => {}, written: (each) => found.push(each) })
  return found.filter(({ isUnseen }) => isUnseen)
}

/**
 * Whether a change that is about to be folded onto a document may make a conflict of it: cheap, and true for every change
 * that does.
 */
export function mayOverwriteUnseen(
  entity: Entity,
  before: FoldedDocument,
  { fields, stamp }: Pick<AnsweredChange, 'fields' | 'stamp'>,
): boolean {
  if (Object.keys(before.stamps).length === 0) return false
  return Object.entries(fields).some(([path, [from]]) => {
    // What is taken away, or worked on although it is, has to be told from what its author had seen.
    if (isSightPath(path) || scopesOf(entity, path).some((scope) => isTakenAway(before.values, scope))) return true
    const written = before.stamps[path]
    if (written === undefined || !matters(entity, path)) return false
    const initial = (fieldAt(entity, path)?.initial ?? null) as Json
    return stamp < written || !sameJson(before.values[path] ?? initial, from ?? initial)
  })
}

interface RefusedWrite extends FieldWrite {
  readonly path: string
}

type Standing = ReadonlyMap<string, FieldWrite>

interface Watcher {
  /** `standing`: who had written each value before it. */
  accepted(change: AnsweredChange, before: FoldedDocument, after: FoldedDocument, standing: Standing): void
  refused(change: AnsweredChange, standing: Standing): void
  written(overwriting: Overwriting): void
}

function walkLog(entity: Entity, log: readonly AnsweredChange[], watcher: Watcher): FoldedDocument {
  const standing = new Map<string, FieldWrite>()
  const refused: RefusedWrite[] = []
  let document = nothingFolded
  for (const change of log) {
    if (change.isRefused) {
      watcher.refused(change, standing)
      for (const [path, [from, to]] of Object.entries(change.fields)) refused.push({ path, change, from, to })
      continue
    }
    const outcome = foldChange(entity, document, change)
    if (!outcome.ok) continue
    watcher.accepted(change, document, outcome.document, standing)
    document = outcome.document
    for (const [path, [from, to]] of Object.entries(change.fields)) {
      if (isSightPath(path)) continue
      const write = { change, from, to }
      const before = standing.get(path)
      const isGuarded = change.kind !== 'create' && fieldAt(entity, path)?.class === 'guarded'
      const isLate = before !== undefined && !isGuarded && change.stamp < before.change.stamp
      if (before !== undefined && !isGuarded) {
        const [winner, loser] = isLate ? [before, write] : [write, before]
        watcher.written({ path, winner, loser, isUnseen: !hasSeen(entity, path, winner, loser, refused) })
      }
      if (!isLate) standing.set(path, write)
    }
  }
  return document
}

/** Y22: whoever writes says what they replace. Who wrote the same thing, or went on from an own refused try, is no rival. */
function hasSeen(
  entity: Entity,
  path: string,
  winner: FieldWrite,
  loser: FieldWrite,
  refused: readonly RefusedWrite[],
): boolean {
  if (winner.change.station === loser.change.station || sameJson(winner.to, loser.to)) return true
  const initial = (fieldAt(entity, path)?.initial ?? null) as Json
  const replaced = loser.to ?? initial
  const own = refused.filter((each) => each.path === path && each.change.station === winner.change.station)
  let from = winner.from
  for (const each of [...own.reverse(), undefined]) {
    if (sameJson(from ?? initial, replaced)) return true
    if (each !== undefined && sameJson(each.to, from)) from = each.from
  }
  return false
}

/** Y31: what a refused change wanted and what stood instead, the move itself before what followed from it. A try that went on from a refused one belongs to it. */
function noteRefused(
  found: Gathered[],
  entity: Entity,
  change: AnsweredChange,
  standing: Standing,
  stationOf: ReadonlyMap<string, string>,
): void {
  const fields = wantedFields(entity, change, standing)
  const earlier = found.find(
    (each) =>
      each.kind === 'refused' &&
      !each.isAnswered &&
      each.fields.some(
        ({ path, lost }) =>
          stationOf.get(lost.change) === change.station && sameJson(change.fields[path]?.[0] ?? null, lost.value),
      ),
  )
  if (earlier === undefined) {
    const others = fields.flatMap(({ stands }) => stands.change ?? [])
    if (fields.length > 0)
      found.push({
        kind: 'refused',
        cause: [change.id],
        changes: [...new Set([...others, change.id])],
        fields: [...fields],
        isAnswered: false,
      })
    return
  }
  earlier.changes.push(change.id)
  for (const field of fields) putField(earlier.fields, field)
}

/** What a change that is in no document wanted, the move itself before what followed from it, and what stood instead. */
function wantedFields(entity: Entity, change: AnsweredChange, standing: Standing): readonly ConflictField[] {
  // What came to a restored cloud before the birth of its document moved nothing, whatever the document begins as.
  const isUnborn = standing.size === 0 && change.kind !== 'create'
  const isGuarded = (path: string): number => (fieldAt(entity, path)?.class === 'guarded' ? 0 : 1)
  const entries = Object.entries(change.fields).sort(([a], [b]) => isGuarded(a) - isGuarded(b))
  const moves = entries.filter(([path]) => fieldAt(entity, path)?.class === 'guarded')
  const isMoved = moves.length > 0 && moves.every(([path, [, to]]) => sameJson(standing.get(path)?.to ?? null, to))
  return entries.flatMap(([path, [, to]]): readonly ConflictField[] => {
    if (isSightPath(path)) return []
    const stands = standing.get(path)
    const value = stands?.to ?? null
    const initial = (isUnborn ? null : (fieldAt(entity, path)?.initial ?? null)) as Json
    if (sameJson(value ?? initial, to ?? initial)) return []
    // A document keeps the number it has; what moved as wanted has nothing left to decide but what matters by itself.
    if (fieldAt(entity, path)?.class === 'numbered' && value !== null) return []
    if (isMoved && !matters(entity, path)) return []
    return [{ path, lost: { value: to, change: change.id }, stands: { value, change: stands?.change.id ?? null } }]
  })
}

/** Y41, Y42: what came apart from the others, by document, station and reason. */
function noteApart(
  found: Gathered[],
  change: AnsweredChange,
  kind: string,
  fields: readonly ConflictField[],
  stationOf: ReadonlyMap<string, string>,
): void {
  const known = found.find(
    (each) => each.kind === kind && !each.isAnswered && stationOf.get(each.cause[0] ?? '') === change.station,
  )
  if (known === undefined)
    found.push({ kind, cause: [change.id], changes: [change.id], fields: [...fields], isAnswered: false })
  else {
    known.changes.push(change.id)
    for (const field of fields) putField(known.fields, field)
  }
}

interface Meeting {
  readonly entity: Entity
  readonly change: AnsweredChange
  readonly before: FoldedDocument
  readonly after: FoldedDocument
  readonly standing: Standing
  readonly stationOf: ReadonlyMap<string, string>
  readonly tried: ReadonlySet<string>
}

/** Y40: taken away at one station and worked on at another, neither having seen the other, whichever came first. */
function noteTakenAway(found: Gathered[], meeting: Meeting): void {
  const { entity, change, before, after, standing, tried } = meeting
  const scopes = new Set(Object.keys(change.fields).flatMap((path) => scopesOf(entity, path)))
  for (const scope of scopes) {
    const flag = flagPath(scope)
    const taker = standing.get(flag)?.change
    const sight = change.fields[sightPath(scope)]?.[1]
    if (flag in change.fields) {
      const isTaking = !isTakenAway(before.values, scope) && isTakenAway(after.values, scope)
      if (change.kind === 'create' || sight === undefined || !isTaking) continue
      const unseen = unseenNames(entity, after.values, scope, sight)
      for (const [path, write] of standing)
        if (
          isWorkOn(entity, scope, path) &&
          unseen.has(nameIn(scope, path)) &&
          write.change.station !== change.station &&
          !(path in change.fields) &&
          !tried.has(`${change.station} ${path}`)
        )
          pairTakenAway(found, scope, change, { path, ...write }, meeting)
    } else if (
      taker !== undefined &&
      taker.station !== change.station &&
      isTakenAway(before.values, scope) &&
      sight === undefined &&
      change.kind !== 'resolve'
    )
      for (const [path, [from, to]] of Object.entries(change.fields))
        if (isWorkOn(entity, scope, path)) pairTakenAway(found, scope, taker, { path, change, from, to }, meeting)
  }
}

function pairTakenAway(
  found: Gathered[],
  scope: Scope,
  taker: AnsweredChange,
  { path, change, from, to }: FieldWrite & { readonly path: string },
  { stationOf }: Pick<Meeting, 'stationOf'>,
): void {
  const known = found.find(
    (each) =>
      each.scope === scope &&
      !each.isAnswered &&
      each.cause.includes(taker.id) &&
      each.cause.some((id) => stationOf.get(id) === change.station),
  )
  const gathered: Gathered = known ?? {
    kind: 'takenAway',
    cause: [taker.id, change.id].sort(),
    changes: [],
    fields: [],
    isAnswered: false,
    scope,
  }
  if (known === undefined) found.push(gathered)
  for (const { id } of [taker, change]) if (!gathered.changes.includes(id)) gathered.changes.push(id)
  const flag = {
    path: flagPath(scope),
    lost: { value: false, change: change.id },
    stands: { value: true, change: taker.id },
  }
  putField(gathered.fields, flag)
  // What was worked on, beside what it had been: told, and not chosen between.
  putField(gathered.fields, { path, lost: { value: to, change: change.id }, stands: { value: from, change: null } })
}

/** Y22, Y23: one finding for the two changes that met; who goes on from the own version goes on in it. */
function noteOverwritten(
  found: Gathered[],
  { path, winner, loser }: Overwriting,
  stationOf: ReadonlyMap<string, string>,
): void {
  const field: ConflictField = {
    path,
    lost: { value: loser.to, change: loser.change.id },
    stands: { value: winner.to, change: winner.change.id },
  }
  const goesOn = (write: FieldWrite, from: { readonly value: Json; readonly change: string | null }): boolean =>
    stationOf.get(from.change ?? '') === write.change.station && sameJson(write.from, from.value)
  const isOf = (side: { readonly change: string | null }, write: FieldWrite): boolean =>
    stationOf.get(side.change ?? '') === write.change.station
  const known = found.find(
    (each) =>
      each.kind === 'overwritten' &&
      !each.isAnswered &&
      each.fields.some(
        (old) =>
          old.path === path &&
          ((goesOn(winner, old.lost) && isOf(old.stands, loser)) ||
            (goesOn(loser, old.lost) && isOf(old.stands, winner))),
      ),
  )
  const cause = [winner.change.id, loser.change.id].sort()
  const gathered = known ?? found.find((each) => each.kind === 'overwritten' && sameJson(each.cause, cause))
  if (gathered === undefined) {
    found.push({
      kind: 'overwritten',
      cause,
      changes: [loser.change.id, winner.change.id],
      fields: [field],
      isAnswered: false,
    })
    return
  }
  for (const { id } of [loser.change, winner.change]) if (!gathered.changes.includes(id)) gathered.changes.push(id)
  putField(gathered.fields, field)
}

function putField(fields: ConflictField[], field: ConflictField): void {
  const index = fields.findIndex(({ path }) => path === field.path)
  if (index < 0) fields.push(field)
  else fields[index] = field
}
