import { useCallback, useMemo, useState } from 'react'
import {
  type FormCheck,
  type FormDraft,
  type Problem,
  useClient,
  useCommand,
  useFormat,
  useFormCheck,
  useFormDraft,
  useHouse,
  useSession,
} from '#renderer/client/index.ts'
import { productContract } from '#shared/contract.ts'
import { type Disputed, disputedFields, overMeanwhile } from './meanwhile.ts'
import { asChange, type PartyReading, readPartyValues } from './party-input.ts'
import { type OpenedParty, openedParty, openParty, type PartyValues } from './party-values.ts'

interface PartyFormOptions {
  opened: OpenedParty
  draftKey: string
  onSaved: (id: string) => void
}

/** What others changed in the same fields, with their version of the whole for taking a field from it. */
export interface Meanwhile {
  readonly disputed: readonly Disputed[]
  readonly theirs: PartyValues
}

export interface PartyForm {
  readonly draft: FormDraft<OpenedParty>
  readonly values: PartyValues
  readonly base: PartyValues | null
  readonly set: (part: Partial<PartyValues>) => void
  readonly change: (step: (values: PartyValues) => PartyValues) => void
  readonly reading: PartyReading
  readonly check: FormCheck
  readonly problem: Problem | null
  readonly isPending: boolean
  /** `over`: a way out changes these first. */
  readonly save: (over?: Partial<PartyValues>) => Promise<void>
  readonly seesTerms: boolean
  readonly meanwhile: Meanwhile | null
  readonly settle: (path: string) => void
}

/** The values of one customer form, how they read, what is wrong with them, and saving them. */
export function usePartyForm({ opened, draftKey, onSaved }: PartyFormOptions): PartyForm {
  const { ask } = useClient()
  const { may } = useSession()
  const { country } = useHouse()
  const format = useFormat()
  const seesTerms = may('price.see')
  const draft = useFormDraft({
    key: draftKey,
    kind: 'party',
    title: ({ values }) => values.name,
    initial: opened,
    form: openedParty,
  })
  const register = useCommand('party.register')
  const change = useCommand('party.change')
  const isNew = draft.values.base === null
  const command = isNew ? register : change
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const reading = useMemo(
    () => readPartyValues(draft.values, { language: format.language, country, seesTerms }),
    [draft.values, format.language, country, seesTerms],
  )
  const input = useMemo(
    () => (draft.values.base === null ? reading.input : asChange(reading.input, draft.values)),
    [reading, draft.values],
  )
  // Both versions stand above the form: the refusal's own sentences under the fields would say less.
  const problem = isMeanwhile(command.problem) ? null : command.problem
  const check = useFormCheck(isNew ? 'party.register' : 'party.change', input, problem, reading.found)

  const changeDraft = draft.change
  const changeValues = useCallback(
    (step: (values: PartyValues) => PartyValues) => changeDraft((now) => ({ ...now, values: step(now.values) })),
    [changeDraft],
  )
  const save = async (over: Partial<PartyValues> = {}) => {
    const next: OpenedParty = { ...draft.values, values: { ...draft.values.values, ...over } }
    if (Object.keys(over).length > 0) draft.change(next)
    const { input: registration, found } = readPartyValues(next, { language: format.language, country, seesTerms })
    check.checkAll()
    if (found.length > 0 || !productContract['party.register'].input.safeParse(registration).success) return
    const outcome = await (isNew ? register.run(registration) : change.run(asChange(registration, next)))
    if (outcome.ok) {
      check.reset()
      await draft.discard()
      return onSaved(outcome.value.id)
    }
    if (!isMeanwhile(outcome.problem)) return
    const party = await ask.query('party.get', { id: next.values.id }).catch(() => null)
    if (party === null || outcome.problem.kind !== 'refused') return
    const fresh = openParty(party, format)
    const problems = outcome.problem.refusal.problems ?? []
    setMeanwhile({ disputed: disputedFields(problems, next.values, fresh.values), theirs: fresh.values })
    draft.change((now) => overMeanwhile(now, fresh))
  }
  return {
    draft,
    values: draft.values.values,
    base: draft.values.base,
    set: (part) => changeValues((values) => ({ ...values, ...part })),
    change: changeValues,
    reading,
    check,
    problem,
    isPending: command.isPending,
    save,
    seesTerms,
    meanwhile,
    settle: (path) => {
      setMeanwhile((now) => {
        const disputed = (now?.disputed ?? []).filter((each) => each.path !== path)
        return now === null || disputed.length === 0 ? null : { ...now, disputed }
      })
    },
  }
}

function isMeanwhile(problem: Problem | null): boolean {
  return problem?.kind === 'refused' && problem.refusal.code === 'party.changedMeanwhile'
}
