import type { DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import type { RowFor, TypedTable } from '../database/typed-table.ts'

/** One row of a typed table as a projection wants it to stand; keys are drizzle's property names. */
export interface ProjectedRow {
  readonly table: TypedTable
  readonly row: Readonly<Record<string, unknown>>
}

/** Types a projected row against its table. */
export function rowOf<T extends TypedTable>(table: T, row: RowFor<T>): ProjectedRow {
  return { table, row }
}

/** Counted rows (write-path W12): kept, never counted by `count(*)`. */
export interface Counted {
  readonly name: string
  readonly scope: string
  readonly key: string
  /** How much this document counts for; 1 unless said. */
  readonly amount?: number
}

/** What a later feature's document adds to a row of an earlier one (W19): integers that are summed. */
export interface Contribution {
  readonly target: string
  readonly slot: string
  readonly key: string
  readonly amount: number
}

/** Sums of the contributions to one document: `paid` -> key -> amount. */
export type SlotSums = Readonly<Record<string, Readonly<Record<string, number>>>>

export function slotTotal(sums: SlotSums, slot: string): number {
  return Object.values(sums[slot] ?? {}).reduce((total, amount) => total + amount, 0)
}

/**
 * Folded document -> rows, counters, contributions. Pure functions of the document (and, for rows and counters, of the
 * slots its later features filled): the store writes the difference between before and after, and a rebuild gets the same.
 */
export interface Projection<E extends Entity = Entity> {
  readonly entity: E
  /** Every table that `rows` may name; a rebuild empties and refills them. */
  readonly tables: readonly TypedTable[]
  rows(document: DocumentOf<E>, id: string, sums: SlotSums): readonly ProjectedRow[]
  /** Counted from the rows themselves, so that a counter cannot say other than its list. */
  counters?(rows: readonly ProjectedRow[]): readonly Counted[]
  /** Slots of other documents that this one fills. */
  contributions?(document: DocumentOf<E>, id: string): readonly Contribution[]
  /** Slots of this entity's rows that later features may fill. */
  readonly slots?: readonly string[]
}

/** A projection whose entity type is forgotten, so that the store can hold them all. */
export interface AnyProjection {
  readonly entity: Entity
  readonly tables: readonly TypedTable[]
  readonly slots: readonly string[]
  rows(document: unknown, id: string, sums: SlotSums): readonly ProjectedRow[]
  counters(rows: readonly ProjectedRow[]): readonly Counted[]
  readonly contributes: boolean
  contributions(document: unknown, id: string): readonly Contribution[]
}

export function projection<E extends Entity>(words: Projection<E>): AnyProjection {
  return {
    entity: words.entity,
    tables: words.tables,
    slots: words.slots ?? [],
    rows: (document, id, sums) => words.rows(document as DocumentOf<E>, id, sums),
    counters: (rows) => words.counters?.(rows) ?? [],
    contributes: words.contributions !== undefined,
    contributions: (document, id) => words.contributions?.(document as DocumentOf<E>, id) ?? [],
  }
}
