import type { OptionCondition, OptionRule, ProductOption } from '#shared/catalog/product-options.ts'
import {
  type ConditionValues,
  isBlankValue,
  type OptionValueRow,
  type OptionValues,
  type ProductValues,
  type RuleValues,
} from './product-values.ts'
import type { TypedReader } from './typed-reader.ts'

/** Options and rules out of the form; the paths are the contract's, so that every problem finds its field. */
export function readOptions(values: ProductValues, reader: TypedReader): ProductOption[] {
  return values.options.map((option, at) => readOption(option, `options.${at}`, reader))
}

function readOption(option: OptionValues, path: string, reader: TypedReader): ProductOption {
  const words = { code: option.code, names: option.names, isInTitle: option.isInTitle }
  const defaultValue = option.defaultValue === '' ? null : option.defaultValue
  if (option.kind === 'pages') {
    const min = reader.count(`${path}.min`, option.min, 1)
    return {
      ...words,
      kind: 'pages',
      min,
      max: reader.count(`${path}.max`, option.max, Math.max(min, 1)),
      step: reader.count(`${path}.step`, option.step, 1),
      offered: pageCounts(`${path}.offered`, option.offered, reader),
      defaultValue: defaultValue === null ? null : (readPages(defaultValue) ?? null),
    }
  }
  const values = option.values.filter((value) => !isBlankValue(value))
  if (option.kind === 'choice') {
    if (values.length === 0) reader.note(`${path}.values`, 'option.withoutValues')
    return { ...words, kind: 'choice', values: values.map(readValue), defaultValue }
  }
  return {
    ...words,
    kind: 'size',
    values: values.map((value, at) => ({
      ...readValue(value),
      ...reader.size(`${path}.values.${at}.size`, value.size),
    })),
    free: option.isFree ? readFree(option, path, reader) : null,
    defaultValue,
  }
}

function readValue({ code, names, lineNames, isUnsaid }: OptionValueRow) {
  return { code, names, lineNames, isUnsaid }
}

function readFree(option: OptionValues, path: string, reader: TypedReader) {
  const least = reader.size(`${path}.free`, option.freeFrom)
  const most = reader.size(`${path}.freeTo`, option.freeTo)
  return { minWidth: least.width, minHeight: least.height, maxWidth: most.width, maxHeight: most.height }
}

/** "8 12 16, 20" */
function pageCounts(field: string, text: string, reader: TypedReader): number[] {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '')
  const counts = words.map(readPages)
  if (counts.includes(undefined)) reader.note(field, 'number.malformed')
  return counts.filter((count) => count !== undefined)
}

function readPages(text: string): number | undefined {
  return /^\d{1,5}$/u.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined
}

export function readRules(values: ProductValues, reader: TypedReader): OptionRule[] {
  return values.rules.map((rule, at) => readRule(rule, values.options, `optionRules.${at}`, reader))
}

function readRule(
  { option, values, effect, conditions }: RuleValues,
  options: readonly OptionValues[],
  path: string,
  reader: TypedReader,
): OptionRule {
  const when = readConditions(conditions, options, `${path}.conditions`, reader)
  if (option === '') reader.note(`${path}.option`, 'rule.withoutOption')
  if (when.length === 0) reader.note(`${path}.conditions`, 'rule.withoutCondition')
  return { option, values: values.length === 0 ? null : [...values], effect, conditions: when }
}

export function readConditions(
  conditions: readonly ConditionValues[],
  options: readonly OptionValues[],
  path: string,
  reader: TypedReader,
): OptionCondition[] {
  const begun = conditions.filter(({ option }) => option !== '')
  return begun.map((condition, at) => {
    const { option, anyOf, from, to } = condition
    const isPages = options.find(({ code }) => code === option)?.kind === 'pages'
    if (!isPages) {
      if (anyOf.length === 0) reader.note(`${path}.${at}.anyOf`, 'condition.withoutValues')
      return { kind: 'values', option, anyOf: [...anyOf] }
    }
    const bound = (side: 'from' | 'to') => {
      const text = side === 'from' ? from : to
      return text.trim() === '' ? null : reader.count(`${path}.${at}.${side}`, text, 1)
    }
    return { kind: 'pages', option, from: bound('from'), to: bound('to') }
  })
}
