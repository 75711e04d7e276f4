import { useCallback, useMemo, useState } from 'react'
import { type CommandName, type LocalName, productContract } from '#shared/contract.ts'
import type { AnyProcedure } from '#shared/kernel/contract.ts'
import { fieldProblemOf } from '#shared/kernel/field-problem.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import type { Problem } from './problem.ts'
import { useRefusalWords } from './word-refusal.ts'

export interface FormCheck {
  /** The sentence under a field: `name`, `address.postcode`, `lines.0.quantity`. */
  readonly errorOf: (field: string) => string | null
  /** Give it to the field's `onLeave`: what is wrong is said then, not while somebody is still typing. */
  readonly leave: (field: string) => () => void
  /** Says everything that is wrong, as on save; true when nothing is. */
  readonly checkAll: () => boolean
  /** The same for the fields that begin with one of these, for a form of several steps. */
  readonly checkPart: (beginnings: readonly string[]) => boolean
  /** Fields that have a sentence now, in the order of the form's schema. */
  readonly wrong: readonly FieldProblem[]
  /** Somebody tried to save: what is wrong is summed up on top. */
  readonly wasAsked: boolean
  /** After an accepted save the form begins anew. */
  readonly reset: () => void
}

const procedures: Readonly<Record<string, AnyProcedure>> = productContract
const NOTHING: readonly FieldProblem[] = []

/**
 * Checks a form by the contract's own rules when a field is left and on save, and adds what the core refused. A refused
 * field keeps its sentence until its value changes.
 */
export function useFormCheck(
  name: CommandName | LocalName,
  input: unknown,
  problem: Problem | null,
  /** What rules beyond the contract's schema find. */
  found: readonly FieldProblem[] = NOTHING,
): FormCheck {
  const words = useRefusalWords()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isWhole, setWhole] = useState(false)
  const known = useMemo(() => merged(problemsOf(name, input), found), [name, input, found])
  const [refused, setRefused] = useState<{ problem: Problem | null; input: unknown }>({ problem: null, input })
  // Taken down in the render that brings the refusal, with the values it was about.
  if (refused.problem !== problem) setRefused({ problem, input })

  const refusedNow = useMemo(() => {
    const all = problem?.kind === 'refused' ? (problem.refusal.problems ?? []) : []
    return all.filter(({ field }) => sameAt(field, refused.input, input))
  }, [problem, refused.input, input])
  const wrong = useMemo(() => {
    const said = known.filter(({ field }) => isWhole || left.has(field))
    const isSaid = (each: FieldProblem) => said.some(({ field }) => field === each.field)
    return [...said, ...refusedNow.filter((each) => !isSaid(each))]
  }, [known, isWhole, left, refusedNow])

  const leave = useCallback((field: string) => () => setLeft((now) => new Set([...now, field])), [])
  return {
    wrong,
    leave,
    wasAsked: isWhole,
    reset: () => {
      setWhole(false)
      setLeft(new Set())
    },
    errorOf: (field) => {
      const found = wrong.find((each) => each.field === field)
      return found === undefined ? null : words.field(found)
    },
    checkAll: () => {
      setWhole(true)
      return known.length === 0
    },
    checkPart: (beginnings) => {
      const part = known.filter(({ field }) => beginnings.some((beginning) => field.startsWith(beginning)))
      setLeft((now) => new Set([...now, ...part.map(({ field }) => field)]))
      return part.length === 0
    },
  }
}

export function problemsOf(name: CommandName | LocalName, input: unknown): readonly FieldProblem[] {
  const parsed = procedures[name]?.input.safeParse(input)
  return parsed === undefined || parsed.success ? [] : parsed.error.issues.map(fieldProblemOf)
}

/** In the order of the schema; what a form's own rules say of a field is the fuller sentence. */
function merged(bySchema: readonly FieldProblem[], found: readonly FieldProblem[]): readonly FieldProblem[] {
  const own = new Map(found.map((each) => [each.field, each]))
  const isNew = ({ field }: FieldProblem) => bySchema.every((each) => each.field !== field)
  return [...bySchema.map((each) => own.get(each.field) ?? each), ...found.filter(isNew)]
}

function sameAt(field: string, before: unknown, now: unknown): boolean {
  return JSON.stringify(valueAt(field, before)) === JSON.stringify(valueAt(field, now))
}

export function valueAt(field: string, values: unknown): unknown {
  let value = values
  for (const step of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
