import type { Entity, WriteRight } from '#shared/kernel/change/entity.ts'
import {
  type FoldableChange,
  type FoldedDocument,
  foldChange,
  nothingFolded,
  readDocument,
  type Stamp,
} from '#shared/kernel/change/fold.ts'
import { userEntity } from '#shared/users/replication.ts'
import { grantsOf } from '#shared/users/role-profiles.ts'

/** The people of an organisation, as the log has them. */
export interface People {
  /** False until the shop's first start is in the log: before it there is nobody who could have a right. */
  readonly isFounded: boolean
  /** The record of a person as everything accepted so far has left it; undefined: there is none. */
  now(actor: string): FoldedDocument | undefined
  /** The same as it was for whoever wrote under this stamp. */
  at(actor: string, stamp: Stamp): FoldedDocument | undefined
}

/** Why somebody had no right to a change (reliability I14). */
export type AuthorFault = 'author.unknown' | 'author.disabled' | 'author.withoutRight'

export interface Authored {
  readonly actor: string
  readonly command: string
  /** Undefined: of a newer version. */
  readonly entity: Entity | undefined
  /** The document before the change, or as the change makes it. */
  readonly values: FoldedDocument['values']
}

/** Whether a person, as their record stands, may do this; undefined: they may. */
export function authorFault(person: FoldedDocument | undefined, change: Authored): AuthorFault | undefined {
  if (person === undefined) return 'author.unknown'
  const { role, grants, archived } = readDocument(userEntity, person.values)
  if (archived) return 'author.disabled'
  const differing = (difference: string): string[] =>
    Object.entries(grants).flatMap(([grant, each]) => (each === difference ? [grant] : []))
  const held = grantsOf(role, differing('given'), differing('withheld'))
  return hasRight(held, change) ? undefined : 'author.withoutRight'
}

function hasRight(held: ReadonlySet<string>, { actor, command, entity, values }: Authored): boolean {
  const rights = entity?.writtenBy
  // What a newer version keeps cannot be measured by its rights: whoever works here may bring it.
  if (rights === undefined) return true
  // So is a command that is not known here; of a known document it takes the administrator, who may do everything.
  const wanted: readonly WriteRight[] = rights[command] ?? ['*']
  return wanted.some((right) =>
    typeof right === 'string'
      ? held.has('*') || held.has(right)
      : (held.has('*') || held.has(right.grant)) && values[right.ownedBy] === actor,
  )
}

/** Whether nothing that decides over a person's rights was written after this stamp: then `now` is also `at`. */
export function isSettledBy(person: FoldedDocument, stamp: Stamp): boolean {
  return Object.entries(person.stamps).every(([path, written]) => !decides(path) || written <= stamp)
}

function decides(path: string): boolean {
  return path === 'role' || path === 'archived' || path.startsWith('grants.')
}

/** A person's record from those of its accepted changes that are not later than a stamp. */
export function personUntil(changes: readonly FoldableChange[], stamp: Stamp): FoldedDocument | undefined {
  let person: FoldedDocument | undefined
  for (const change of changes) {
    if (change.stamp > stamp) continue
    const outcome = foldChange(userEntity, person ?? nothingFolded, change)
    if (outcome.ok) person = outcome.document
  }
  return person
}
