import type { AnsweredChange } from '#shared/kernel/change/conflicts.ts'
import type { DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import type { ReadableDb } from '../database/handles.ts'
import type { SlotSums } from './projection.ts'

/** One step of a document's story in the order of `seq`: the document after it, and the fact if it was one. */
export interface StoryStep<D, F> {
  readonly change: AnsweredChange
  /** Undefined before its birth. */
  readonly document: D | undefined
  readonly fact: F | undefined
}

export interface FoundInStory {
  readonly kind: string
  /** The step that brought it about: what the finding's id is made of. */
  readonly cause: AnsweredChange
  /** All that belong to it, the cause among them. */
  readonly changes: readonly AnsweredChange[]
}

/**
 * How a feature adds a kind of finding (W17): its facts tell something of another feature's document that the document's
 * own state contradicts, and no single station would have let it come to that.
 */
export interface FindingRule<D extends Entity = Entity, F extends Entity = Entity> {
  readonly on: D
  readonly fact: F
  /** The document that a fact is about. */
  readonly targetOf: (fact: DocumentOf<F>) => string
  /** Ids of the facts about a document, those that nobody has answered among them. */
  readonly factsOf: (db: ReadableDb) => (target: string) => readonly string[]
  /** Cheap: whether the document as it stands gives reason to read its story. */
  readonly suspects: (document: DocumentOf<D>, sums: SlotSums) => boolean
  /** Pure: what the story ends in. */
  readonly find: (story: readonly StoryStep<DocumentOf<D>, DocumentOf<F>>[]) => readonly FoundInStory[]
}

/** A rule whose types are forgotten, so that the store can hold them all. */
export interface AnyFindingRule {
  readonly on: Entity
  readonly fact: Entity
  readonly targetOf: (fact: unknown) => string
  readonly factsOf: (db: ReadableDb) => (target: string) => readonly string[]
  readonly suspects: (document: unknown, sums: SlotSums) => boolean
  readonly find: (story: readonly StoryStep<unknown, unknown>[]) => readonly FoundInStory[]
}

export function findingRule<D extends Entity, F extends Entity>(rule: FindingRule<D, F>): AnyFindingRule {
  return {
    on: rule.on,
    fact: rule.fact,
    targetOf: (fact) => rule.targetOf(fact as DocumentOf<F>),
    factsOf: rule.factsOf,
    suspects: (document, sums) => rule.suspects(document as DocumentOf<D>, sums),
    find: (story) => rule.find(story as readonly StoryStep<DocumentOf<D>, DocumentOf<F>>[]),
  }
}
