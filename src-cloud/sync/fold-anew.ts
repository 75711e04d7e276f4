import { DocumentFold } from '#shared/kernel/change/document-fold.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { kindsFoldedOtherwise, type Shapes, shapesOf } from '#shared/kernel/change/shape.ts'
import type { StandingDocument } from '#shared/sync/judge.ts'
import type { ChangeOfStation, CloudStore, OrgHead, OrgTransaction } from './cloud-store.ts'
import { loggedChanges, sha256 } from './read-change.ts'
import type { FoldMarks } from './snapshot-shelf.ts'

/**
 * The documents of a kind are folded by how the program declares it. A program that declares a kind otherwise, or first knows it,
 * folds its documents anew from the log (Y37): those of a push within its transaction, all of them, in slices, before they are
 * counted for a digest or packed for a snapshot. Per kind a mark in the organisation's head says as what its documents are
 * folded: a shape, `anew:` and a shape while that is being made, nothing where two programs have mixed.
 */

const sliceDocuments = 200
/** Another program that writes at the same moment is about to be ended: that the two take turns for ever is not waited for. */
const mostBeginnings = 3

type Entities = ReadonlyMap<string, Entity>

const known = new WeakMap<Entities, Shapes>()

/** Shapes of the kinds that this program folds. */
export function shapesFoldedHere(entities: Entities): Shapes {
  const found = known.get(entities) ?? shapesOf(entities.values(), sha256)
  known.set(entities, found)
  return found
}

/** Kinds whose documents are not, or not all, as this program would fold them. */
export function staleKinds({ seq, foldedAs }: Pick<OrgHead, 'seq' | 'foldedAs'>, entities: Entities) {
  const own = shapesFoldedHere(entities)
  return seq === 0 ? new Set<string>() : kindsFoldedOtherwise(own, foldedAs)
}

function beingFolded(shape: string | undefined): string {
  return `anew:${shape}`
}

/** The documents that a push is judged against, as this program folds them. */
export async function standingDocuments(
  tx: Pick<OrgTransaction, 'documents' | 'histories'>,
  entities: Entities,
  stale: ReadonlySet<string>,
  ids: readonly string[],
  kindWritten: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, StandingDocument>> {
  const standing = new Map(await tx.documents(ids))
  if (stale.size === 0) return standing
  const isStale = (kind: string | undefined): boolean => kind !== undefined && stale.has(kind)
  const doubtful = ids.filter((id) => isStale(standing.get(id)?.entity) || isStale(kindWritten.get(id)))
  if (doubtful.length === 0) return standing
  const histories = await tx.histories(doubtful)
  for (const id of doubtful) {
    const folded = folding(entities, histories.get(id) ?? [])
    if (folded === undefined) standing.delete(id)
    else standing.set(id, folded)
  }
  return standing
}

function folding(entities: Entities, rows: readonly ChangeOfStation[]): StandingDocument | undefined {
  const fold = new DocumentFold(entities)
  for (const row of rows) for (const change of loggedChanges(row)) fold.add(change)
  const { entity, document } = fold
  return entity === undefined || document === undefined ? undefined : { entity: entity.name, document }
}

/** The marks after a push of changes of these kinds; undefined: as they were. */
export function marksAfterPush(
  { seq, foldedAs }: Pick<OrgHead, 'seq' | 'foldedAs'>,
  entities: Entities,
  kinds: ReadonlySet<string>,
): FoldMarks | undefined {
  const own = shapesFoldedHere(entities)
  if (seq === 0) return own
  const mixed = [...kinds].filter((kind) => {
    const mark = foldedAs[kind]
    return mark !== undefined && mark !== own[kind] && mark !== beingFolded(own[kind])
  })
  if (mixed.length === 0) return undefined
  return Object.fromEntries(Object.entries(foldedAs).filter(([kind]) => !mixed.includes(kind)))
}

/** Until all documents are as this program folds them. False: another program writes at the same time, or there is nothing. */
export async function foldAnew(
  store: Pick<CloudStore, 'transact'>,
  entities: Entities,
  org: string,
  head: OrgHead,
): Promise<boolean> {
  if (staleKinds(head, entities).size === 0) return true
  let after: string | null = null
  for (let beginnings = 0; beginnings <= mostBeginnings; ) {
    if (after === null) beginnings += 1
    const from: string | null = after
    const slice: Slice | undefined = await store.transact(org, (tx) => foldSlice(tx, entities, from))
    if (slice === undefined) return false
    if (slice.isWhole) return true
    after = slice.after
  }
  return false
}

interface Slice {
  readonly isWhole: boolean
  readonly after: string | null
}

/** `after` null: from the first document on, which is where it begins again when another program has written meanwhile. */
async function foldSlice(tx: OrgTransaction, entities: Entities, after: string | null): Promise<Slice> {
  const head = await tx.head()
  const own = shapesFoldedHere(entities)
  const stale = [...staleKinds(head, entities)]
  if (stale.length === 0) return { isWhole: true, after }
  const isBegun = stale.every((kind) => head.foldedAs[kind] === beingFolded(own[kind]))
  if (after !== null && !isBegun) return { isWhole: false, after: null }
  const docs = await tx.documentsInLog(stale, after ?? '', sliceDocuments)
  const histories = await tx.histories(docs)
  const folded = new Map<string, StandingDocument>()
  const gone: string[] = []
  for (const doc of docs) {
    const found = folding(entities, histories.get(doc) ?? [])
    if (found === undefined) gone.push(doc)
    else folded.set(doc, found)
  }
  await tx.keep({ documents: folded })
  await tx.dropDocuments(gone)
  const isWhole = docs.length < sliceDocuments
  const marks = stale.map((kind) => [kind, isWhole ? own[kind] : beingFolded(own[kind])])
  if (isWhole || after === null) await tx.markFolded({ ...head.foldedAs, ...Object.fromEntries(marks) })
  return { isWhole, after: docs.at(-1) ?? after }
}
