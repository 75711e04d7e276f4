import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Format } from '#shared/kernel/format.ts'
import type { FieldProblem, Refusal, RefusalParameter } from '#shared/kernel/result.ts'
import type { Problem } from './problem.ts'
import { useFormat } from './use-format.ts'

export interface RefusalWords {
  /** The sentence of a refusal in the language of the screen. */
  refusal(refusal: Refusal): string
  /** The sentence under a field. */
  field(problem: Pick<FieldProblem, 'code' | 'params'>): string
  /** What and why of any problem. */
  problem(problem: Problem): string
}

/** Words every "no" of the core: the feature that refuses keeps the sentence under `refusal.` in its own texts. */
export function useRefusalWords(): RefusalWords {
  const { i18n } = useTranslation()
  const format = useFormat()
  return useMemo(() => refusalWords(i18n, format), [i18n, format])
}

export function refusalWords(texts: i18n, format: Format): RefusalWords {
  const word = (group: 'refusal' | 'problem', code: string, params: Refusal['params']): string => {
    // The code does not say which feature it belongs to, so each is asked; the shell's own words come first.
    const namespaces = ['app', ...Object.keys(texts.getDataByLanguage(texts.language) ?? {})]
    const words = written(params, format)
    // Asked with the parameters: a sentence that counts exists only in its plural forms.
    const key = namespaces.map((namespace) => `${namespace}:${group}.${code}`).find((each) => texts.exists(each, words))
    return key === undefined ? texts.t(`app:unknown.${group}`, { code }) : texts.t(key, words)
  }
  const refusal = (each: Refusal) => word('refusal', each.code, each.params)
  return {
    refusal,
    field: (each) => word('problem', each.code, each.params),
    problem: (each) => {
      if (each.kind === 'refused') return refusal(each.refusal)
      return texts.t(each.kind === 'fault' ? 'app:trouble.fault' : 'app:trouble.unreachable')
    },
  }
}

/** Parameters as the language writes them. Amounts come raw with their currency beside them: `amount` and `currency`. */
function written(params: Refusal['params'], format: Format): Record<string, RefusalParameter> {
  const words: Record<string, RefusalParameter> = { ...params }
  const currency = params?.currency
  for (const [name, value] of Object.entries(params ?? {})) {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) words[name] = format.dateOnPaper(value)
    if (typeof value !== 'number' || name === 'count') continue
    const isMoney = typeof currency === 'string' && /amount$/iu.test(name)
    words[name] = isMoney ? format.amountWithCurrency(value, currency) : format.count(value)
  }
  return words
}
