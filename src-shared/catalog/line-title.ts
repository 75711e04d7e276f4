import type { Size } from '#shared/kernel/length.ts'
import { type Language, type LocalText, textIn } from '#shared/kernel/local-text.ts'
import { type Thousandths, thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import type { Product } from './product.ts'
import type { Choice, Configuration, OptionValue, ProductOption } from './product-options.ts'

/** Made once per language: a formatter costs a hundred times what it formats, and prices move at every key. */
const writers = writersOf((language) => ({
  millimetres: new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: false }),
  count: new Intl.NumberFormat(language, { maximumFractionDigits: 3 }),
  plural: new Intl.PluralRules(language),
}))

function writersOf<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: make('en'), nl: make('nl'), fr: make('fr'), de: make('de'), pl: make('pl') }
}

/** Words a translation by its key; comes from outside, already set to the paper's or screen's language. */
export type Say = (key: string, params: Readonly<Record<string, string | number>>) => string

export interface TitleLanguage {
  readonly language: Language
  /** The company's, used where the shop has no text in the language asked. */
  readonly company: Language
  readonly say: Say
}

export interface LineTitle {
  /** "1,000 business cards 85×55, 350 g" */
  readonly title: string
  /** "Business cards 85×55, 350 g": where the quantity has a column of its own. */
  readonly product: string
  /** The choices that are not worth the title: "matt laminated, rounded corners". */
  readonly details: string
}

export interface TitledQuantity {
  readonly sets: number
  readonly each: Thousandths
}

/** One line of text for a configured product; quantity first, so that cutting it short loses the least. */
export function lineTitle(
  product: Pick<Product, 'names' | 'countedNames' | 'unit' | 'options'>,
  configuration: Configuration,
  quantity: TitledQuantity,
  words: TitleLanguage,
): LineTitle {
  const inTitle: string[] = []
  const details: string[] = []
  let size = ''
  for (const option of product.options) {
    const text = choiceText(option, configuration[option.code], words)
    if (text === '') continue
    if (option.kind === 'size') size = ` ${text}`
    else if (option.isInTitle) inTitle.push(text)
    else details.push(text)
  }
  const chosen = `${size}${inTitle.map((text) => `, ${text}`).join('')}`
  return {
    title: `${countedName(product, quantity, words)}${chosen}`,
    product: `${textIn(product.names, words.language, words.company)}${chosen}`,
    details: details.join(', '),
  }
}

/** A choice in words; '' when there is nothing to say. */
export function choiceText(option: ProductOption, choice: Choice | undefined, words: TitleLanguage): string {
  if (choice === undefined) return ''
  if (option.kind === 'pages')
    return typeof choice === 'number' ? words.say('catalog:title.pages', { count: choice }) : ''
  if (typeof choice === 'object') return sizeText(choice, words.language)
  if (option.kind === 'size') {
    const size = option.values.find((each) => each.code === choice)
    return size === undefined ? '' : valueText(size, words) || sizeText(size, words.language)
  }
  const value = option.values.find((each) => each.code === choice)
  return value === undefined ? '' : valueText(value, words)
}

function valueText(value: OptionValue, words: TitleLanguage): string {
  return value.isUnsaid ? '' : inWords(value.lineNames, words) || inWords(value.names, words)
}

function inWords(texts: LocalText, { language, company }: TitleLanguage): string {
  return textIn(texts, language, company)
}

/** Width by height in millimetres, as the trade writes it. */
export function sizeText({ width, height }: Size, language: Language): string {
  const { millimetres } = writers[language]
  return `${millimetres.format(width / 10)}×${millimetres.format(height / 10)}`
}

function countedName(
  product: Pick<Product, 'names' | 'countedNames' | 'unit'>,
  { sets, each }: TitledQuantity,
  words: TitleLanguage,
): string {
  const count = each / thousandthsPerUnit
  const name = textIn(product.names, words.language, words.company)
  // Hours and metres keep their unit: "1.5 h DTP work".
  if (product.unit !== 'C62') {
    const amount = words.say(`catalog:amount.${product.unit}`, { count })
    return withSets(sets, words.say('catalog:title.measured', { amount, name }), words)
  }
  const number = writers[words.language].count.format(count)
  const forms = product.countedNames[words.language]
  const counted = forms?.[pluralForm(words.language, count)] ?? forms?.other
  return withSets(sets, counted ? `${number} ${counted}` : `${number} × ${name}`, words)
}

function withSets(sets: number, text: string, words: TitleLanguage): string {
  return sets === 1 ? text : `${writers[words.language].count.format(sets)} × ${text}`
}

function pluralForm(language: Language, count: number): 'one' | 'few' | 'many' | 'other' {
  const form = writers[language].plural.select(count)
  return form === 'zero' || form === 'two' ? 'other' : form
}
