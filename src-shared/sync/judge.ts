import { type Json, sameJson } from '#shared/kernel/canonical-json.ts'
import type { ChangedFields, ChangeKind } from '#shared/kernel/change/change-record.ts'
import { type Entity, fieldAt } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, type Stamp } from '#shared/kernel/change/fold.ts'

/** A change as the judge sees it: what it did, under the stamp that holds from now on. */
export interface JudgedChange {
  readonly entity: string
  readonly doc: string
  readonly kind: string
  readonly fields: ChangedFields
  readonly stamp: Stamp
}

export type Judgement =
  | { readonly verdict: 'accepted'; readonly documents: ReadonlyMap<string, FoldedDocument> }
  /** Y8: a guard or a lock stands against it; the group falls as a whole and none of its fields hold. */
  | {
      readonly verdict: 'refused'
      readonly code: 'document.movedOn' | 'document.locked'
      readonly detail: { readonly doc: string; readonly path: string; readonly found: Json; readonly expected: Json }
    }
  /** Y7: of a kind this version does not know; kept as it came until a version that does. */
  | { readonly verdict: 'quarantined'; readonly code: 'change.unknownKind'; readonly detail: { readonly kind: string } }

const kinds: ReadonlySet<string> = new Set<ChangeKind>(['create', 'set', 'move', 'post', 'add', 'remove', 'resolve'])

function isKnownKind(kind: string): kind is ChangeKind {
  return kinds.has(kind)
}

/**
 * The verdict on the changes of one group against the documents as they stand (Y8). Pure: both ends come to the same. The
 * documents are those after the group; of an entity this version does not know nothing is folded, and nothing is refused.
 */
export function judgeGroup(
  entities: ReadonlyMap<string, Entity>,
  standing: (doc: string) => FoldedDocument | undefined,
  changes: readonly JudgedChange[],
): Judgement {
  const documents = new Map<string, FoldedDocument>()
  for (const { entity: name, doc, kind, fields, stamp } of changes) {
    if (!isKnownKind(kind)) return { verdict: 'quarantined', code: 'change.unknownKind', detail: { kind } }
    const entity = entities.get(name)
    if (entity === undefined) continue
    const before = documents.get(doc) ?? standing(doc) ?? nothingFolded
    const locked = lockedField(entity, before, kind, fields)
    if (locked !== undefined) return { verdict: 'refused', code: 'document.locked', detail: { doc, ...locked } }
    const outcome = foldChange(entity, before, { kind, fields, stamp })
    if (!outcome.ok) {
      const { path, found, expected } = outcome
      return { verdict: 'refused', code: 'document.movedOn', detail: { doc, path, found, expected } }
    }
    documents.set(doc, outcome.document)
  }
  return { verdict: 'accepted', documents }
}

/** The first field that may not change in the status the document is in, and would. A move brings its own fields along. */
function lockedField(entity: Entity, before: FoldedDocument, kind: ChangeKind, fields: ChangedFields) {
  const { status } = before.values
  if (kind === 'move' || kind === 'create' || typeof status !== 'string') return undefined
  for (const [path, [from, to]] of Object.entries(fields)) {
    if (fieldAt(entity, path)?.options.lockedWhile?.includes(status) !== true) continue
    const found = before.values[path] ?? null
    if (!sameJson(found, to)) return { path, found, expected: from }
  }
  return undefined
}
