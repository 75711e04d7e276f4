import { type Json, sameJson } from '#shared/kernel/canonical-json.ts'
import type { ChangedFields, ChangeKind } from '#shared/kernel/change/change-record.ts'
import { type Entity, fieldAt } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, type Stamp } from '#shared/kernel/change/fold.ts'
import { type AuthorFault, authorFault, type People } from './authority.ts'

/** A change as the judge sees it: who did what, under the stamp that holds from now on. */
export interface JudgedChange {
  readonly actor: string
  readonly command: string
  readonly entity: string
  readonly doc: string
  readonly kind: string
  readonly fields: ChangedFields
  readonly stamp: Stamp
}

export interface StandingDocument {
  readonly entity: string
  readonly document: FoldedDocument
}

/** What a group is judged against. */
export interface Standing {
  readonly entities: ReadonlyMap<string, Entity>
  document(doc: string): StandingDocument | undefined
  readonly people: People
  /** Of the station that wrote it: document numbers bear it. */
  readonly stationCode: string
}

type Refused = {
  readonly verdict: 'refused'
  readonly code: RefusalCode
  readonly detail: Readonly<Record<string, Json>>
}
type RefusalCode =
  | 'document.movedOn'
  | 'document.locked'
  | 'document.otherKind'
  | 'document.numberOfOther'
  | AuthorFault

export type Judgement =
  | { readonly verdict: 'accepted'; readonly documents: ReadonlyMap<string, FoldedDocument> }
  /** G2: it stands, and somebody should look at it. */
  | {
      readonly verdict: 'flagged'
      readonly documents: ReadonlyMap<string, FoldedDocument>
      readonly code: AuthorFault | 'author.leftSince'
      readonly detail: Readonly<Record<string, Json>>
    }
  /** Y8, G1: the group falls as a whole and none of its fields hold. */
  | Refused
  /** Y7: of a kind this version does not know; kept as it came until a version that does. */
  | { readonly verdict: 'quarantined'; readonly code: 'change.unknownKind'; readonly detail: { readonly kind: string } }

const kinds: ReadonlySet<string> = new Set<ChangeKind>(['create', 'set', 'move', 'post', 'add', 'remove', 'resolve'])

function isKnownKind(kind: string): kind is ChangeKind {
  return kinds.has(kind)
}

/**
 * The verdict on the changes of one group against the documents and people as they stand (Y8, G1 to G3). Pure: both ends
 * come to the same. The documents are those after the group; of an entity this version does not know nothing is folded, and
 * only its author is looked at.
 */
export function judgeGroup(standing: Standing, changes: readonly JudgedChange[]): Judgement {
  const documents = new Map<string, FoldedDocument>()
  let flag: { code: AuthorFault | 'author.leftSince'; detail: Record<string, Json> } | undefined
  const isFact = changes.every((each) => isPosting(standing, each))
  for (const change of changes) {
    const { entity: name, doc, kind, fields, stamp } = change
    if (!isKnownKind(kind)) return { verdict: 'quarantined', code: 'change.unknownKind', detail: { kind } }
    const known = standing.document(doc)
    if (known !== undefined && known.entity !== name) return refused('document.otherKind', { doc, found: known.entity })
    const entity = standing.entities.get(name)
    const before = documents.get(doc) ?? known?.document ?? nothingFolded
    const fault = faultOfAuthor(standing, change, entity, before)
    if (fault?.isThen && !isFact) return refused(fault.code, fault.detail)
    if (fault !== undefined) flag ??= { code: fault.isThen ? fault.code : 'author.leftSince', detail: fault.detail }
    if (entity === undefined) continue
    const objection = objectionOf(standing, entity, before, kind, fields)
    if (objection !== undefined) return refused(objection.code, { doc, ...objection.detail })
    const outcome = foldChange(entity, before, { kind, fields, stamp })
    if (!outcome.ok) {
      const { path, found, expected } = outcome
      return refused('document.movedOn', { doc, path, found, expected })
    }
    documents.set(doc, outcome.document)
  }
  return flag === undefined ? { verdict: 'accepted', documents } : { verdict: 'flagged', documents, ...flag }
}

function refused(code: RefusalCode, detail: Readonly<Record<string, Json>>): Refused {
  return { verdict: 'refused', code, detail }
}

/** G2: what has happened in the world is a posting, written once. */
function isPosting({ entities }: Standing, { entity, kind }: JudgedChange): boolean {
  return kind === 'post' && entities.get(entity)?.kind === 'posting'
}

/** G1, G2: what its author lacked when it was written (`isThen`), or lacks only since. */
function faultOfAuthor({ people }: Standing, change: JudgedChange, entity: Entity | undefined, before: FoldedDocument) {
  const { actor, command, stamp, fields } = change
  if (!people.isFounded) return undefined
  const isBorn = Object.keys(before.values).length > 0
  const values = isBorn ? before.values : Object.fromEntries(Object.entries(fields).map(([path, [, to]]) => [path, to]))
  const authored = { actor, command, entity, values }
  const then = authorFault(people.at(actor, stamp), authored)
  const fault = then ?? authorFault(people.now(actor), authored)
  if (fault === undefined) return undefined
  return { code: fault, isThen: then !== undefined, detail: { actor, command, entity: change.entity, why: fault } }
}

/** Locks, births over what is born already, and numbers of other stations (Y8, G3). */
function objectionOf(
  { stationCode }: Standing,
  entity: Entity,
  before: FoldedDocument,
  kind: ChangeKind,
  fields: ChangedFields,
): { code: RefusalCode; detail: Readonly<Record<string, Json>> } | undefined {
  const { status } = before.values
  const paths = Object.entries(fields)
  // A move brings its own fields along; what calls itself one and moves nothing is none.
  const isMove = kind === 'move' && paths.some(([path]) => fieldAt(entity, path)?.class === 'guarded')
  for (const [path, [from, to]] of paths) {
    const field = fieldAt(entity, path)
    const found = before.values[path] ?? null
    if (sameJson(found, to)) continue
    const isLocked = typeof status === 'string' && field?.options.lockedWhile?.includes(status) === true
    if (isLocked && !isMove && kind !== 'create')
      return { code: 'document.locked', detail: { path, found, expected: from } }
    const isBornTwice =
      kind === 'create' && found !== null && (field?.class === 'guarded' || field?.class === 'numbered')
    if (isBornTwice) return { code: 'document.movedOn', detail: { path, found, expected: null } }
    // An answer may put back the number that a refused try of another station had given this very document (Y31).
    if (field?.class === 'numbered' && kind !== 'resolve' && !isOfStation(to, stationCode))
      return { code: 'document.numberOfOther', detail: { path, found: to } }
  }
  return undefined
}

function isOfStation(number: Json, stationCode: string): boolean {
  if (number === null || typeof number !== 'object' || Array.isArray(number)) return number === null
  return 'station' in number && number.station === stationCode
}
