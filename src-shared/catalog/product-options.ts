import type { Size, TenthsOfMillimetre } from '#shared/kernel/length.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'

/**
 * What a customer chooses of a product (CAT-03). Options and values carry short codes, unique within the product, that
 * rules, prices, orders and supplier connectors name; texts may change without touching any of them.
 */
export type OptionCode = string
export type ValueCode = string

interface OptionWords {
  readonly code: OptionCode
  readonly names: LocalText
  /** Said in the title of a line; the others only in its details. */
  readonly isInTitle: boolean
}

export interface OptionValue {
  readonly code: ValueCode
  readonly names: LocalText
  /** How it reads inside a line of text when the bare name would not do: "cover 250 g silk". */
  readonly lineNames: LocalText
  /** Chosen, but not worth a word: "No finish", "As inside". */
  readonly isUnsaid: boolean
}

export interface SizeValue extends OptionValue, Size {}

/** Limits within which the customer names the size. */
export interface FreeSize {
  readonly minWidth: TenthsOfMillimetre
  readonly maxWidth: TenthsOfMillimetre
  readonly minHeight: TenthsOfMillimetre
  readonly maxHeight: TenthsOfMillimetre
}

export interface SizeOption extends OptionWords {
  readonly kind: 'size'
  readonly values: readonly SizeValue[]
  readonly free: FreeSize | null
  readonly defaultValue: ValueCode | null
}

/** Paper, sides and colours, finishing, binding: one of a list. */
export interface ChoiceOption extends OptionWords {
  readonly kind: 'choice'
  readonly values: readonly OptionValue[]
  readonly defaultValue: ValueCode | null
}

export interface PagesOption extends OptionWords {
  readonly kind: 'pages'
  readonly min: number
  readonly max: number
  /** Pages come by 2 or 4: every count is `min` plus a multiple of this. */
  readonly step: number
  /** The counts shown as segments; any other within the limits is typed. */
  readonly offered: readonly number[]
  readonly defaultValue: number | null
}

export type ProductOption = SizeOption | ChoiceOption | PagesOption

/** The code under which conditions and rules name a size that is not on the list. */
export const freeSizeCode = 'free'

/** A value code, a number of pages, or a size of one's own. */
export type Choice = ValueCode | number | Size

/** The chosen options by code; options without a choice are absent. */
export type Configuration = Readonly<Record<OptionCode, Choice>>

/** Holds when the option has one of these values, or a page count within these bounds. */
export type OptionCondition =
  | { readonly kind: 'values'; readonly option: OptionCode; readonly anyOf: readonly ValueCode[] }
  | { readonly kind: 'pages'; readonly option: OptionCode; readonly from: number | null; readonly to: number | null }

/** Values (or with `null` the whole option) that exist only if, or not when, all conditions hold. */
export interface OptionRule {
  readonly option: OptionCode
  readonly values: readonly ValueCode[] | null
  readonly effect: 'only_if' | 'excluded_when'
  readonly conditions: readonly OptionCondition[]
}

export function holds(condition: OptionCondition, configuration: Configuration): boolean {
  const choice = configuration[condition.option]
  if (choice === undefined) return false
  if (condition.kind === 'values') return condition.anyOf.includes(codeOf(choice))
  if (typeof choice !== 'number') return false
  return (condition.from === null || choice >= condition.from) && (condition.to === null || choice <= condition.to)
}

export function allHold(conditions: readonly OptionCondition[], configuration: Configuration): boolean {
  return conditions.every((condition) => holds(condition, configuration))
}

/** The code rules and conditions know a choice by. */
export function codeOf(choice: Choice): ValueCode {
  if (typeof choice === 'string') return choice
  return typeof choice === 'number' ? String(choice) : freeSizeCode
}

/** The rule that forbids a value (or with `null` the whole option) beside the other choices; null: it may be chosen. */
export function forbiddingRule(
  rules: readonly OptionRule[],
  option: OptionCode,
  value: ValueCode | null,
  configuration: Configuration,
): OptionRule | null {
  for (const rule of rules) {
    if (rule.option !== option) continue
    if (rule.values !== null && (value === null || !rule.values.includes(value))) continue
    if (allHold(rule.conditions, configuration) === (rule.effect === 'excluded_when')) return rule
  }
  return null
}
