import { useMemo, useState } from 'react'
import { type FormCheck, type Problem, useCommand, useFormCheck } from '#renderer/client/index.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { readTyped, type TypedField, type TypedFields, typedFieldAt } from '#shared/kernel/change/typed-field.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import { answerOf, type Choice, type Choices, undecided } from './choices.ts'
import type { Finding } from './finding.ts'

type Field = Finding['fields'][number]

/** What somebody is deciding about a finding: the version of each field, and what they type themselves. */
export interface Decision {
  readonly choices: Choices
  readonly choose: (path: string, choice: Choice) => void
  readonly chooseAll: (choices: Choices) => void
  /** Fields still to be decided. */
  readonly open: number
  /** How a field is typed; undefined where it is changed on the document's own page only. */
  readonly fieldOf: (field: Field) => TypedField | undefined
  readonly typedOf: (field: Field) => Json
  /** `unread`: the code of what a part's text means nothing as. */
  readonly type: (path: string, part: string, value: Json, unread: string | null) => void
  readonly check: FormCheck
  /** Where a typed value stands in what is sent: `typed.0.value`. */
  readonly placeOf: (path: string) => string
  readonly save: (warningsSeen?: boolean) => Promise<void>
  readonly isSaving: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
}

export function useDecision(finding: Finding, fields: TypedFields): Decision {
  const resolve = useCommand('finding.resolve')
  const [choices, setChoices] = useState<Choices>({})
  const [values, setValues] = useState<Readonly<Record<string, Json>>>({})
  const [unread, setUnread] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({})
  const paths = finding.fields.filter(({ isChoice }) => isChoice).map(({ path }) => path)
  const fieldOf = ({ path, isChoice, isHidden }: Field) =>
    isChoice && !isHidden ? typedFieldAt(fields, path) : undefined
  const startOf = (field: Field): Json => {
    const start = fieldOf(field)?.start
    return start === undefined ? null : (start(jsonOf(field.stands)) ?? start(jsonOf(field.lost)))
  }
  const typedOf = (field: Field): Json => (field.path in values ? (values[field.path] ?? null) : startOf(field))
  const standing = Object.fromEntries(finding.fields.map((field) => [field.path, typedOf(field)]))
  const answer = answerOf(paths, choices, standing)
  const input = { id: finding.id, ...answer }
  const place = new Map(answer.typed.map(({ path }, at) => [path, `typed.${at}.value`]))
  const placeOf = (path: string) => place.get(path) ?? path
  const sent = JSON.stringify(answer.typed)
  const found = useMemo(() => problemsOf(fields, JSON.parse(sent), unread), [fields, sent, unread])
  const check = useFormCheck('finding.resolve', input, resolve.problem, found)
  const open = undecided(paths, choices).length
  return {
    choices,
    choose: (path, choice) => setChoices((now) => ({ ...now, [path]: choice })),
    chooseAll: setChoices,
    open,
    fieldOf,
    typedOf,
    type: (path, part, value, code) => {
      setValues((now) => ({ ...now, [path]: value }))
      setUnread((now) => ({ ...now, [path]: withCode(now[path], part, code) }))
    },
    check,
    placeOf,
    save: async (warningsSeen = false) => {
      if (open > 0 || !check.checkAll()) return
      await resolve.run({ ...input, warningsSeen })
    },
    isSaving: resolve.isPending,
    problem: resolve.problem,
    forgive: resolve.forgive,
  }
}

function withCode(
  codes: Readonly<Record<string, string>> = {},
  part: string,
  code: string | null,
): Readonly<Record<string, string>> {
  const { [part]: _, ...others } = codes
  return code === null ? others : { ...others, [part]: code }
}

/** What the form's rules say of the values, and texts that mean no value at all. */
function problemsOf(
  fields: TypedFields,
  typed: readonly { readonly path: string; readonly value: Json }[],
  unread: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly FieldProblem[] {
  const texts = typed.flatMap(({ path }, place) =>
    Object.entries(unread[path] ?? {}).map(([part, code]) => ({
      field: part === '' ? `typed.${place}.value` : `typed.${place}.value.${part}`,
      code,
    })),
  )
  const read = readTyped(fields, typed)
  const said = read.ok ? [] : (read.refusal.problems ?? [])
  return [...texts, ...said.filter(({ field }) => texts.every((each) => each.field !== field))]
}

/** Answers of the core are JSON; the contract says no more of values that may be anything. */
function jsonOf(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
