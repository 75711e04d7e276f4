import type { Size } from '#shared/kernel/length.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import type { ConfigurableProduct } from './product.ts'
import {
  type Choice,
  type Configuration,
  codeOf,
  type FreeSize,
  forbiddingRule,
  freeSizeCode,
  type OptionCode,
  type PagesOption,
  type ProductOption,
  type ValueCode,
} from './product-options.ts'

/** What is wrong with one option's choice; `field` is the option's code. Lengths in the parameters are millimetres. */
export type ConfigurationProblem = FieldProblem

/** Whether the option exists at all beside the other choices. */
export function isApplicable(product: ConfigurableProduct, configuration: Configuration, option: OptionCode): boolean {
  return forbiddingRule(product.optionRules, option, null, configuration) === null
}

function isAllowed(
  product: ConfigurableProduct,
  configuration: Configuration,
  option: OptionCode,
  choice: Choice,
): boolean {
  return forbiddingRule(product.optionRules, option, codeOf(choice), configuration) === null
}

/** The values of an option as the configurator shows them: all of them, those that cannot be chosen now marked. */
export function availableValues(
  product: ConfigurableProduct,
  configuration: Configuration,
  option: ProductOption,
): readonly { readonly code: ValueCode; readonly isAllowed: boolean }[] {
  return codesOf(option).map((code) => ({
    code,
    isAllowed: forbiddingRule(product.optionRules, option.code, code, configuration) === null,
  }))
}

function codesOf(option: ProductOption): readonly ValueCode[] {
  if (option.kind === 'pages') return option.offered.map(String)
  const codes = option.values.map((value) => value.code)
  return option.kind === 'size' && option.free ? [...codes, freeSizeCode] : codes
}

/** Every reason why the product cannot be made as configured; none: it can. */
export function configurationProblems(
  product: ConfigurableProduct,
  configuration: Configuration,
): readonly ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = []
  for (const option of product.options) {
    const choice = configuration[option.code]
    const applicable = isApplicable(product, configuration, option.code)
    if (choice === undefined) {
      if (applicable) problems.push({ field: option.code, code: 'configuration.missing' })
      continue
    }
    const problem = applicable
      ? (choiceProblem(option, choice) ?? ruleProblem(product, configuration, option.code, choice))
      : { code: 'configuration.notApplicable' }
    if (problem) problems.push({ field: option.code, ...problem })
  }
  for (const code of Object.keys(configuration)) {
    if (!product.options.some((option) => option.code === code)) {
      problems.push({ field: code, code: 'configuration.unknownOption' })
    }
  }
  return problems
}

type ChoiceProblem = Omit<ConfigurationProblem, 'field'>

function ruleProblem(
  product: ConfigurableProduct,
  configuration: Configuration,
  option: OptionCode,
  choice: Choice,
): ChoiceProblem | null {
  return isAllowed(product, configuration, option, choice) ? null : { code: 'configuration.notTogether' }
}

function choiceProblem(option: ProductOption, choice: Choice): ChoiceProblem | null {
  if (option.kind === 'pages') return typeof choice === 'number' ? pagesProblem(option, choice) : unknownValue
  if (typeof choice === 'string') return option.values.some((value) => value.code === choice) ? null : unknownValue
  if (option.kind === 'size' && typeof choice === 'object' && option.free) return freeSizeProblem(option.free, choice)
  return unknownValue
}

const unknownValue: ChoiceProblem = { code: 'configuration.unknownValue' }

function pagesProblem({ min, max, step }: PagesOption, count: number): ChoiceProblem | null {
  if (!Number.isInteger(count) || count < min || count > max) {
    return { code: 'configuration.pagesOutOfRange', params: { min, max } }
  }
  return (count - min) % step === 0 ? null : { code: 'configuration.pagesStep', params: { step, min } }
}

function freeSizeProblem(free: FreeSize, size: Size): ChoiceProblem | null {
  const { minWidth, maxWidth, minHeight, maxHeight } = free
  const isWithin = (width: number, height: number): boolean =>
    width >= minWidth && width <= maxWidth && height >= minHeight && height <= maxHeight
  // A sheet that fits the other way round is simply turned on the press.
  if (isWithin(size.width, size.height) || isWithin(size.height, size.width)) return null
  const params = {
    minWidth: minWidth / 10,
    maxWidth: maxWidth / 10,
    minHeight: minHeight / 10,
    maxHeight: maxHeight / 10,
  }
  return { code: 'configuration.sizeOutOfRange', params }
}

/**
 * Fills what is not chosen with defaults, or with the first value the rules allow. What was chosen is never changed: where
 * it cannot stand, `configurationProblems` says so.
 */
export function completeConfiguration(product: ConfigurableProduct, chosen: Configuration): Configuration {
  // Rules that lean on each other in a circle may allow a further option only because it is there already.
  if (configurationProblems(product, chosen).length === 0) return chosen
  const filled: Record<OptionCode, Choice> = { ...chosen }
  for (const option of product.options) {
    const value = defaultOf(option)
    if (filled[option.code] === undefined && value !== null) filled[option.code] = value
  }
  // Defaults may exclude each other: going round settles them, at most once per option.
  for (let round = 0; round < product.options.length; round += 1) {
    if (!settle(product, chosen, filled)) break
  }
  return filled
}

function settle(product: ConfigurableProduct, chosen: Configuration, filled: Record<OptionCode, Choice>): boolean {
  let hasChanged = false
  for (const option of product.options) {
    const { code } = option
    if (chosen[code] !== undefined) continue
    const { [code]: present, ...others } = filled
    if (present !== undefined && isApplicable(product, others, code) && isAllowed(product, others, code, present))
      continue
    const next = isApplicable(product, others, code) ? firstAllowed(product, others, option) : null
    if (next === present || (next === null && present === undefined)) continue
    if (next === null) delete filled[code]
    else filled[code] = next
    hasChanged = true
  }
  return hasChanged
}

function defaultOf(option: ProductOption): Choice | null {
  return option.defaultValue
}

function firstAllowed(product: ConfigurableProduct, others: Configuration, option: ProductOption): Choice | null {
  const preferred = defaultOf(option)
  const choices: readonly Choice[] =
    option.kind === 'pages' ? [option.min, ...option.offered] : option.values.map((value) => value.code)
  const inOrder = preferred === null ? [] : [preferred, ...choices]
  return inOrder.find((choice) => isAllowed(product, others, option.code, choice)) ?? null
}

export interface ChangedConfiguration {
  readonly configuration: Configuration
  /** Other options that had to follow, for the screen to point at. */
  readonly followed: readonly OptionCode[]
}

/** A clerk chooses one value: what no longer fits beside it moves to its default or the first value that fits. */
export function choose(
  product: ConfigurableProduct,
  configuration: Configuration,
  option: OptionCode,
  choice: Choice,
): ChangedConfiguration {
  const wanted: Configuration = { ...configuration, [option]: choice }
  const kept: Record<OptionCode, Choice> = {}
  for (const [code, present] of Object.entries(wanted)) {
    const stays = isApplicable(product, wanted, code) && isAllowed(product, wanted, code, present)
    if (code === option || stays) kept[code] = present
  }
  const next = completeConfiguration(product, kept)
  const codes = new Set([...Object.keys(configuration), ...Object.keys(next)])
  const followed = [...codes].filter((code) => code !== option && !isSameChoice(configuration[code], next[code]))
  return { configuration: next, followed }
}

function isSameChoice(a: Choice | undefined, b: Choice | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.width === b.width && a.height === b.height
}

/** The finished size, wherever it is chosen; null when the product has none. */
export function sizeOf(product: Pick<ConfigurableProduct, 'options'>, configuration: Configuration): Size | null {
  for (const option of product.options) {
    if (option.kind !== 'size') continue
    const choice = configuration[option.code]
    if (typeof choice === 'object') return choice
    return option.values.find((value) => value.code === choice) ?? null
  }
  return null
}

/** The number of pages; null when the product has no pages to count. */
export function pagesOf(product: Pick<ConfigurableProduct, 'options'>, configuration: Configuration): number | null {
  for (const option of product.options) {
    const choice = option.kind === 'pages' ? configuration[option.code] : undefined
    if (typeof choice === 'number') return choice
  }
  return null
}
