import { canonicalJson } from '../canonical-json.ts'
import type { Sha256 } from './change-id.ts'
import type { DocumentFields, Entity, FieldMap } from './entity.ts'

/** Grows when the fold itself comes to something else for the same changes (`foldChange`): then all is folded anew. */
const foldVersion = 1

/**
 * How a kind is declared, as far as its fold depends on it. Its SHA-256 is the kind's shape: two programs with the same shape
 * make the same documents of the same changes (SPEC Y37).
 */
export function shapeText(entity: Entity): string {
  return canonicalJson({ fold: foldVersion, kind: entity.kind, fields: classesOf(entity.fields) })
}

function classesOf(fields: DocumentFields | FieldMap): unknown {
  return Object.fromEntries(
    Object.entries(fields).map(([path, field]) => [
      path,
      field.class === 'rows' && 'fields' in field ? classesOf(field.fields) : field.class,
    ]),
  )
}

/** Shape by kind. */
export type Shapes = Readonly<Record<string, string>>

export function shapesOf(entities: Iterable<Entity>, sha256: Sha256): Shapes {
  return Object.fromEntries([...entities].map((entity) => [entity.name, sha256(shapeText(entity))]))
}

/** Kinds that `own` declares and that `other` does not know, or declares otherwise. */
export function kindsFoldedOtherwise(own: Shapes, other: Shapes): ReadonlySet<string> {
  return new Set(Object.keys(own).filter((kind) => own[kind] !== other[kind]))
}
