import { useMemo, useState } from 'react'
import {
  type FormCheck,
  type Problem,
  useClient,
  useCommand,
  useFormCheck,
  useGateHold,
  useLocal,
  useSession,
} from '#renderer/client/index.ts'
import { placeDefaults } from '#renderer/settings/index.ts'
import { productContract } from '#shared/contract.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { type FirstStartStep, firstStartSteps, stepFields, stepOfField } from './first-start-steps.ts'
import {
  type FirstSecrets,
  type FirstStartValues,
  forgetValues,
  keepValues,
  keptValues,
  secretsInput,
  setUpInput,
} from './first-start-values.ts'

export interface FirstStart {
  readonly step: FirstStartStep
  readonly values: FirstStartValues
  readonly change: (change: Partial<FirstStartValues>) => void
  readonly speak: (language: Language) => void
  readonly secrets: FirstSecrets
  readonly changeSecrets: (secrets: FirstSecrets) => void
  readonly check: FormCheck
  readonly secretsCheck: FormCheck
  readonly problem: Problem | null
  readonly isBusy: boolean
  /** The shop was set up in an earlier sitting; only the administrator's secret is missing. */
  readonly isSecretOnly: boolean
  readonly code: string | null
  readonly next: () => void
  readonly back: (() => void) | undefined
  readonly finish: () => void
}

/** The steps of the first start: nothing is written before the last question, then all of it at once (U1, U2). */
export function useFirstStart(): FirstStart {
  const { texts } = useClient()
  const session = useSession()
  const setUp = useCommand('company.setUp')
  const setFirst = useLocal('credential.setFirst')
  const [isSecretOnly, setSecretOnly] = useState(session.isSetUp)
  const [step, setStep] = useState<FirstStartStep>(session.isSetUp ? 'people' : 'place')
  const [values, setValues] = useState(() => keptValues(houseValues(texts.i18n.language)))
  const [secrets, setSecrets] = useState<FirstSecrets>({ password: '', pin: '' })
  const [code, setCode] = useState<string | null>(null)
  const [isWriting, setWriting] = useState(false)
  // From the moment of writing the station would let the person in; the code must be seen first.
  useGateHold(isWriting || code !== null)

  const input = useMemo(() => setUpInput(values), [values])
  const found = useMemo(() => rulesOf(input), [input])
  const check = useFormCheck('company.setUp', input, setUp.problem, found)
  const secretInput = useMemo(() => secretsInput(secrets), [secrets])
  const secretsCheck = useFormCheck('credential.setFirst', secretInput, setFirst.problem)

  const change = (part: Partial<FirstStartValues>) => {
    const changed = { ...values, ...part }
    setValues(changed)
    keepValues(changed)
  }
  const speak = (language: Language) => {
    change({ language })
    void texts.speak(language)
  }
  const write = async () => {
    setWriting(true)
    const isThere = isSecretOnly || (await setUpShop())
    if (isThere) await setSecret()
    setWriting(false)
  }
  const setUpShop = async () => {
    const made = await setUp.run(input)
    if (made.ok) {
      setSecretOnly(true)
      return true
    }
    const problems = made.problem.kind === 'refused' ? (made.problem.refusal.problems ?? []) : []
    const wrongStep = problems.map(({ field }) => stepOfField(field)).find((each) => each !== undefined)
    if (wrongStep !== undefined) setStep(wrongStep)
    return false
  }
  const setSecret = async () => {
    const given = await setFirst.run(secretInput)
    if (!given.ok) return
    forgetValues()
    setCode(given.value.recoveryCode)
    setStep('code')
  }

  const at = firstStartSteps.indexOf(step)
  const next = () => {
    // Both are looked at, so that everything wrong on the page is said at once.
    const isRight = [
      check.checkPart(isSecretOnly ? [] : stepFields[step]),
      step !== 'people' || secretsCheck.checkAll(),
    ]
    if (isRight.includes(false)) return
    if (step === 'people') void write()
    else setStep(firstStartSteps[at + 1] ?? step)
  }
  const canGoBack = !isSecretOnly && at > 0 && code === null
  return {
    ...{
      step,
      values,
      change,
      speak,
      secrets,
      changeSecrets: setSecrets,
      check,
      secretsCheck,
      isSecretOnly,
      code,
      next,
    },
    problem: setUp.problem ?? setFirst.problem,
    isBusy: isWriting,
    back: canGoBack ? () => setStep(firstStartSteps[at - 1] ?? step) : undefined,
    finish: () => setCode(null),
  }
}

/** Rules that the schema does not know: check digits of VAT numbers. */
function rulesOf(input: ReturnType<typeof setUpInput>) {
  const company = productContract['company.setUp'].input.shape.company.safeParse(input.company)
  if (!company.success) return []
  const settled = settleCompany(company.data, company.data.country, 'company.')
  return settled.ok ? [] : (settled.refusal.problems ?? [])
}

function houseValues(spoken: string): FirstStartValues {
  const language = languages.find((each) => each === spoken) ?? 'en'
  const country = countryOf(navigator.language) ?? (language === 'en' ? 'NL' : language.toUpperCase())
  return {
    ...{ language, country, ...placeDefaults(country, Intl.DateTimeFormat().resolvedOptions().timeZone) },
    ...{ name: '', vatNumber: '', registrationNumber: '', street: '', postcode: '', city: '', phone: '', email: '' },
    ...{ bankAccount: '', pricesIncludeVat: false, logo: null, person: '', personEmail: '' },
  }
}

/** `nl-BE` -> BE, where it is a country of the first users; the computer's language says nothing certain about others. */
function countryOf(tag: string): string | null {
  const region = new Intl.Locale(tag).region
  return region !== undefined && ['NL', 'BE', 'FR', 'DE', 'PL'].includes(region) ? region : null
}
