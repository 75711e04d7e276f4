/**
 * How a document's fields are declared, once, for station and cloud (write-path W2). A field's class says how two
 * changes of it meet: `free` (later one wins), `guarded` (compare and set), `set` (elements come and go by id),
 * `numbered` (a document number), `ledger` (fields of a posting: written once).
 */
export type FieldClass = 'free' | 'guarded' | 'ledger' | 'set' | 'numbered'

export interface FieldOptions {
  /** Values that only make sense together are one value: the last writer wins it whole. */
  readonly composite?: boolean
  /** Statuses in which the field may not change. */
  readonly lockedWhile?: readonly string[]
  /** Overwritten unseen, it opens a soft conflict. */
  readonly important?: boolean
  /** Personal data, to be sealed with the party's key. */
  readonly personal?: boolean
}

export interface Field<T, C extends FieldClass = FieldClass> {
  readonly class: C
  readonly initial: T
  readonly options: FieldOptions
}

/** Rows of a document, each with an id and fields of its own: a sales order's lines. */
export interface Rows<R extends FieldMap> {
  readonly class: 'rows'
  readonly fields: R
}

export interface FieldMap {
  readonly [name: string]: Field<unknown>
}
export interface DocumentFields {
  readonly [name: string]: Field<unknown> | Rows<FieldMap>
}

/** A document number: gapless per series, station and year (write-path Values). */
export interface DocumentNumber {
  readonly series: string
  readonly station: string
  readonly year: number
  readonly counter: number
  /** As people read it: `26-A04831`. */
  readonly text: string
}

export function free<T>(initial: T, options: FieldOptions = {}): Field<T, 'free'> {
  return { class: 'free', initial, options }
}
export function guarded<T extends string>(
  initial: NoInfer<T>,
  _values: readonly T[],
  options: FieldOptions = {},
): Field<T, 'guarded'> {
  return { class: 'guarded', initial, options }
}
export function numbered(): Field<DocumentNumber | null, 'numbered'> {
  return { class: 'numbered', initial: null, options: {} }
}
/** Elements by id; the document sees a record of those that are in. */
export function setOf<T>(options: FieldOptions = {}): Field<Readonly<Record<string, T>>, 'set'> {
  return { class: 'set', initial: {}, options }
}
/** A field of a posting: written once, never folded again. */
export function ledger<T>(initial: T, options: FieldOptions = {}): Field<T, 'ledger'> {
  return { class: 'ledger', initial, options }
}
export function rows<const R extends FieldMap>(fields: R): Rows<R> {
  return { class: 'rows', fields }
}

type ValueOf<F> = F extends Field<infer T> ? T : never
type RowOf<R extends FieldMap> = { readonly [K in keyof R]: ValueOf<R[K]> }

/** A folded document as commands and projections read it: every declared field is there. */
export type DocumentOf<E> =
  E extends Entity<infer F>
    ? { readonly [K in keyof F]: F[K] extends Rows<infer R> ? Readonly<Record<string, RowOf<R>>> : ValueOf<F[K]> }
    : never

type Settable<F> = F extends Field<infer T, 'free' | 'numbered' | 'ledger' | 'guarded'> ? T : never
type SettableKeys<F> = { [K in keyof F]: F[K] extends Field<unknown, 'set'> ? never : K }[keyof F]

/** Fields given at creation: any, the rest take their initial value. */
export type InitialOf<E> =
  E extends Entity<infer F>
    ? {
        readonly [K in keyof F]?: F[K] extends Rows<infer R>
          ? Readonly<Record<string, { readonly [P in keyof R]?: ValueOf<R[P]> }>>
          : ValueOf<F[K]>
      }
    : never

/** Fields a `set` may name: not the guarded ones (those move) nor the sets (those add and remove). */
export type PatchOf<E> =
  E extends Entity<infer F>
    ? {
        readonly [K in SettableKeys<F>]?: F[K] extends Rows<infer R>
          ? Readonly<Record<string, { readonly [P in keyof R]?: ValueOf<R[P]> }>>
          : F[K] extends Field<unknown, 'guarded'>
            ? never
            : Settable<F[K]>
      }
    : never

export type GuardedKeys<E> =
  E extends Entity<infer F>
    ? { [K in keyof F]: F[K] extends Field<unknown, 'guarded'> ? K : never }[keyof F] & string
    : never
export type SetKeys<E> =
  E extends Entity<infer F>
    ? { [K in keyof F]: F[K] extends Field<unknown, 'set'> ? K : never }[keyof F] & string
    : never

/** A grant; or one that counts only for documents whose named field holds the id of whoever writes. */
export type WriteRight = string | { readonly grant: string; readonly ownedBy: string }

/**
 * Which commands write a document of this kind, each with the rights of which its author needs one (reliability I14). Without
 * any it is a command that nobody runs once the shop is founded. Read by the cloud, which knows no contract.
 */
export type WrittenBy = Readonly<Record<string, readonly WriteRight[]>>

export interface Entity<F extends DocumentFields = DocumentFields> {
  /** The full trade word in snake case: `sales_order`. */
  readonly name: string
  /** A posting is written once and has no clocks. */
  readonly kind: 'document' | 'posting'
  readonly schemaVersion: number
  readonly fields: F
  readonly writtenBy?: WrittenBy
}

/** Who may write it stands between the name and the fields. */
export function documentEntity<const F extends DocumentFields>(
  name: string,
  ...words: readonly [fields: F] | readonly [writtenBy: WrittenBy, fields: F]
): Entity<F> {
  return { name, kind: 'document', schemaVersion: 1, ...declared(words) }
}
export function postingEntity<const F extends DocumentFields>(
  name: string,
  ...words: readonly [fields: F] | readonly [writtenBy: WrittenBy, fields: F]
): Entity<F> {
  return { name, kind: 'posting', schemaVersion: 1, ...declared(words) }
}

function declared<F extends DocumentFields>(words: readonly [F] | readonly [WrittenBy, F]) {
  return words.length === 1 ? { fields: words[0] } : { writtenBy: words[0], fields: words[1] }
}

/**
 * A person's answer to a finding stands on the document that the finding is about, as `answers.<finding>` (W17). Every
 * document has the field, and it is guarded: of two who answer one finding apart, the first to reach the cloud stands.
 */
const answersField = 'answers'
const answerOfFinding: Field<unknown> = { class: 'guarded', initial: null, options: {} }

export function answerPath(finding: string): string {
  return `${answersField}.${finding}`
}

/** The declaration a path (`status`, `lines.<id>.item`, `tags.<id>`) falls under; undefined for one of a newer version. */
export function fieldAt(entity: Entity, path: string): Field<unknown> | undefined {
  const parts = path.split('.')
  if (parts[0] === answersField && entity.kind === 'document') return answerOfFinding
  const top = entity.fields[parts[0] ?? '']
  if (top === undefined) return undefined
  if (top.class === 'rows') return top.fields[parts[2] ?? '']
  return top
}
