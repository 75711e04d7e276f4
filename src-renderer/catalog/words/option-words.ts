import { sizeText } from '#shared/catalog/line-title.ts'
import {
  freeSizeCode,
  type OptionCondition,
  type OptionRule,
  type ProductOption,
} from '#shared/catalog/product-options.ts'
import type { Language, LocalText } from '#shared/kernel/local-text.ts'

/** What wording options needs: the screen's language and sentences, and the shop's own texts. */
export interface OptionSayer {
  readonly language: Language
  readonly text: (texts: LocalText) => string
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string
}

export function optionName(option: Pick<ProductOption, 'names' | 'code'>, { text }: OptionSayer): string {
  return text(option.names) || option.code
}

/** A size without a name is called by its measures; the customer's own size has words of its own. */
export function valueName(option: ProductOption, code: string, sayer: OptionSayer): string {
  if (option.kind === 'pages') return code
  if (option.kind === 'size') {
    if (code === freeSizeCode) return sayer.say('screen.option.ownSize')
    const size = option.values.find((each) => each.code === code)
    return size === undefined ? code : sayer.text(size.names) || sizeText(size, sayer.language)
  }
  const value = option.values.find((each) => each.code === code)
  return (value === undefined ? '' : sayer.text(value.names)) || code
}

/** "Paper: 300 g, 350 g", "Pages: 8 to 16"; '' when there is no condition. */
export function conditionWords(
  conditions: readonly OptionCondition[],
  options: readonly ProductOption[],
  sayer: OptionSayer,
): string {
  return conditions
    .flatMap((condition) => {
      const option = options.find(({ code }) => code === condition.option)
      if (option === undefined) return []
      const name = optionName(option, sayer)
      if (condition.kind === 'pages')
        return [sayer.say('screen.condition.is', { name, values: pagesWords(condition, sayer) })]
      const values = condition.anyOf.map((code) => valueName(option, code, sayer)).join(', ')
      return [sayer.say('screen.condition.is', { name, values })]
    })
    .join(' · ')
}

function pagesWords({ from, to }: Extract<OptionCondition, { kind: 'pages' }>, { say }: OptionSayer): string {
  if (from !== null && from === to) return String(from)
  if (from !== null && to !== null) return say('screen.condition.between', { from, to })
  if (from !== null) return say('screen.condition.from', { from })
  return to === null ? say('screen.condition.any') : say('screen.condition.to', { to })
}

/** "Matt lamination only if Paper: 350 g". */
export function ruleWords(rule: OptionRule, options: readonly ProductOption[], sayer: OptionSayer): string {
  const option = options.find(({ code }) => code === rule.option)
  if (option === undefined) return ''
  const what =
    rule.values === null
      ? optionName(option, sayer)
      : rule.values.map((code) => valueName(option, code, sayer)).join(', ')
  const when = conditionWords(rule.conditions, options, sayer)
  return sayer.say(`screen.rule.${rule.effect}`, { what, when })
}
