import type { Json } from '#shared/kernel/canonical-json.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { DocumentFold } from '#shared/kernel/change/document-fold.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, foldChange, stampOf } from '#shared/kernel/change/fold.ts'
import type { ReadableDb } from '../database/handles.ts'
import type { LogRow } from './change-log.ts'
import { unpackText } from './packed-text.ts'

/** A document as the log of this station gives it; undefined where no change of it holds. */
export interface Refolded {
  readonly entity: Entity
  /** Undefined, too, while only later changes are there and its birth is still to come (after a restore, SPEC Y12). */
  readonly document: FoldedDocument | undefined
  /** What those later changes come to meanwhile; the cloud has it as a document. */
  readonly unborn: FoldedDocument | undefined
  /** What each refused change wrote: of no document, but the numbers among it stay used. */
  readonly refused: readonly Readonly<Record<string, Json>>[]
}

export interface Refolder {
  readonly codeOf: (station: string) => string
  /**
   * Folds one document from the log (SPEC Y14): what the cloud has answered in the order of `seq`, what it has not on top
   * in the order it was written. An own change that no longer fits is left out; the cloud will refuse its group.
   */
  refold(doc: string): Refolded | undefined
  /** A document that came folded, with what the log here has of it and the cloud has not answered on top (SPEC Y34). */
  unansweredOn(doc: string, entity: Entity, base: FoldedDocument): FoldedDocument
}

export function refolder(
  db: ReadableDb,
  entities: ReadonlyMap<string, Entity>,
  codeOf: (station: string) => string,
): Refolder {
  const changesOf = db.read<LogRow>('select * from changes where doc = ? order by seq is null, seq, lsn')
  const unansweredOf = db.read<LogRow>('select * from changes where doc = ? and seq is null order by lsn')
  const refold = (doc: string): Refolded | undefined => {
    const fold = new DocumentFold(entities)
    let tried: Entity | undefined
    const refused: Readonly<Record<string, Json>>[] = []
    for (const row of changesOf.all(doc)) {
      const known = entities.get(row.entity)
      if (known === undefined || row.payload === null) continue
      // Of no document: one that has nothing else is not there, also where it was written (Y14).
      if (row.verdict === 'refused' || row.verdict === 'quarantined') tried ??= known
      if (row.verdict === 'quarantined') continue
      const fields = JSON.parse(unpackText(row.payload)) as ChangedFields
      if (row.verdict === 'refused') {
        refused.push(writtenBy(fields))
        continue
      }
      const stamp = stampOf(row.hlc_eff ?? row.hlc, codeOf(row.station))
      fold.add({ entity: row.entity, kind: row.kind, fields, stamp })
    }
    const entity = fold.entity ?? tried
    return entity === undefined ? undefined : done(entity, fold, refused)
  }
  const unansweredOn: Refolder['unansweredOn'] = (doc, entity, base) => {
    let document = base
    for (const row of unansweredOf.all(doc)) {
      if (row.payload === null) continue
      const fields = JSON.parse(unpackText(row.payload)) as ChangedFields
      const stamp = stampOf(row.hlc, codeOf(row.station))
      const outcome = foldChange(entity, document, { kind: row.kind, fields, stamp })
      if (outcome.ok) document = outcome.document
    }
    return document
  }
  return { codeOf, refold, unansweredOn }
}

function done(entity: Entity, { document, isBorn }: DocumentFold, refused: Refolded['refused']): Refolded {
  return { entity, refused, document: isBorn ? document : undefined, unborn: isBorn ? undefined : document }
}

/** The values a change wrote, by path. */
export function writtenBy(fields: ChangedFields): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(fields).map(([path, [, to]]) => [path, to]))
}
