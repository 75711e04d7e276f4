import { z } from 'zod'
import type { Json } from '../canonical-json.ts'
import { fieldProblemOf } from '../field-problem.ts'
import { accepted, type FieldProblem, type Result, refused } from '../result.ts'

/** How people type one part of a value; each has a field component of its own. */
export type TypedAs =
  | 'text'
  | 'lines'
  | 'code'
  | 'phone'
  | 'email'
  | 'country'
  | 'amount'
  | 'price'
  | 'percent'
  | 'whole'
  | 'quantity'
  | 'date'
  | 'time'
  | 'choice'

/** One thing that is typed: the whole value of a simple field (name ''), or a part of one whose parts make sense together. */
export interface TypedPart {
  readonly name: string
  readonly as: TypedAs
  readonly choices?: readonly string[]
  /** Grant without which nobody types it. */
  readonly needs?: string
  readonly read: (value: Json) => Json
  readonly write: (value: Json, part: Json) => Json
}

/**
 * A field for which a person may type a value of their own where two versions met. `schema` is that of the form on the
 * document's own page, and what is typed has that form's shape, which may be another than the document's.
 */
export interface TypedField {
  readonly schema: z.ZodType
  readonly parts: (value: Json) => readonly TypedPart[]
  /** What the form says of a value as the document keeps it. */
  readonly start: (stored: Json) => Json
}

/** By name of the field; of a row's field by those of both: `contacts.phone`. */
export type TypedFields = Readonly<Record<string, TypedField>>

export interface TypedValue {
  readonly path: string
  readonly value: Json
}

interface TypedFieldWords {
  readonly schema: z.ZodType
  readonly parts: readonly TypedPart[] | ((value: Json) => readonly TypedPart[])
  readonly start?: (stored: Json) => Json
}

export function typedField({ schema, parts, start = (stored) => stored }: TypedFieldWords): TypedField {
  return { schema, start, parts: typeof parts === 'function' ? parts : () => parts }
}

/** A field that is typed as one thing. */
export function typedWhole(schema: z.ZodType, as: TypedAs, choices?: readonly string[]): TypedField {
  return typedField({
    schema,
    parts: [
      { name: '', as, read: (value) => value, write: (_, part) => part, ...(choices === undefined ? {} : { choices }) },
    ],
  })
}

/** A part by its place in the value: `street`, `quantity.each`. */
export function partAt(name: string, as: TypedAs): TypedPart {
  const [first = '', second] = name.split('.')
  return {
    name,
    as,
    read: (value) => (second === undefined ? memberOf(value, first) : memberOf(memberOf(value, first), second)),
    write: (value, part) => ({
      ...membersOf(value),
      [first]: second === undefined ? part : { ...membersOf(memberOf(value, first)), [second]: part },
    }),
  }
}

export function memberOf(value: Json, name: string): Json {
  return membersOf(value)[name] ?? null
}

function membersOf(value: Json): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

export function typedFieldAt(fields: TypedFields, path: string): TypedField | undefined {
  const [name = '', , own] = path.split('.')
  const key = own === undefined ? name : `${name}.${own}`
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** Typed values of the document's own fields, by name; those of its rows are not among them. */
export function valuesByName(typed: readonly TypedValue[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(typed.flatMap(({ path, value }) => (path.includes('.') ? [] : [[path, value]])))
}

/** What is wrong with typed values by the forms' own rules, each problem at `typed.<place>.value` and further. */
export function readTyped(fields: TypedFields, typed: readonly TypedValue[]): Result<readonly TypedValue[]> {
  const problems: FieldProblem[] = []
  const read: TypedValue[] = []
  for (const [place, { path, value }] of typed.entries()) {
    const field = typedFieldAt(fields, path)
    if (field === undefined) return refused('finding.notTyped', { field: path })
    const parsed = z.object({ typed: z.object({ value: field.schema }) }).safeParse({ typed: { value } })
    if (parsed.success) read.push({ path, value: parsed.data.typed.value as Json })
    else
      for (const problem of parsed.error.issues.map(fieldProblemOf))
        problems.push({ ...problem, field: problem.field.replace(/^typed/, `typed.${place}`) })
  }
  const [first] = problems
  return first === undefined ? accepted(read) : refused('input.invalid', undefined, problems)
}
