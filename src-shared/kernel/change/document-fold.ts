import type { ChangedFields } from './change-record.ts'
import type { Entity } from './entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, type Stamp } from './fold.ts'

/** A change as a log has it, of whatever version. */
export interface LoggedChange {
  readonly entity: string
  readonly kind: string
  readonly fields: ChangedFields
  readonly stamp: Stamp
}

/** A document begins with one of these; what comes without it waits in the log. */
export function isBirth(kind: string): boolean {
  return kind === 'create' || kind === 'post'
}

/**
 * One document, folded change by change from a log, the same at station and cloud (SPEC Y14, Y37). It is of the kind that it
 * first had. What does not fit is left out: whoever took it knew less of its kind than this version does.
 */
export class DocumentFold {
  readonly #entities
  entity: Entity | undefined
  document: FoldedDocument | undefined
  isBorn = false

  constructor(entities: ReadonlyMap<string, Entity>) {
    this.#entities = entities
  }

  add(change: LoggedChange): void {
    const entity = this.#entities.get(change.entity)
    if (entity === undefined || (this.entity !== undefined && this.entity !== entity)) return
    this.entity = entity
    const outcome = foldChange(entity, this.document ?? nothingFolded, { ...change, kind: change.kind as never })
    if (!outcome.ok) return
    this.document = outcome.document
    this.isBorn ||= isBirth(change.kind)
  }
}
