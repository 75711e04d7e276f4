import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useRefusalWords } from '#renderer/client/index.ts'
import { Segmented } from '#renderer/ui/index.ts'
import { availableValues, choose, configurationProblems, isApplicable } from '#shared/catalog/configuration.ts'
import { sizeText } from '#shared/catalog/line-title.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Choice, PagesOption, ProductOption, SizeOption } from '#shared/catalog/product-options.ts'
import { freeSizeCode } from '#shared/catalog/product-options.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { textIn } from '#shared/kernel/local-text.ts'
import { parseSize } from '#shared/kernel/parse/size.ts'
import { BedRow } from './bed-row.tsx'
import styles from './line-bed.module.css'
import type { DraftLine, DraftProductWhat } from './order-draft.ts'
import { TypedChoice } from './typed-choice.tsx'

interface OptionRowsProps {
  product: Product
  what: DraftProductWhat
  onChange: (change: (line: DraftLine) => DraftLine) => void
}

/** Every option of a product with all its values in sight; what does not go together now is there, but cannot be taken. */
export function OptionRows({ product, what, onChange }: OptionRowsProps) {
  const words = useRefusalWords()
  const { configuration } = what
  const problems = new Map(configurationProblems(product, configuration).map((each) => [each.field, each]))
  const take = (option: string, choice: Choice) =>
    onChange((line) => {
      if (line.what.kind !== 'product') return line
      const { configuration: next } = choose(product, line.what.configuration, option, choice)
      return { ...line, what: { ...line.what, configuration: next } }
    })
  return product.options
    .filter((option) => isApplicable(product, configuration, option.code))
    .map((option) => {
      const problem = problems.get(option.code)
      return (
        <OptionRow
          key={option.code}
          product={product}
          option={option}
          what={what}
          problem={problem === undefined ? null : words.field(problem)}
          onTake={(choice) => take(option.code, choice)}
        />
      )
    })
}

interface OptionRowProps {
  product: Product
  option: ProductOption
  what: DraftProductWhat
  problem: string | null
  onTake: (choice: Choice) => void
}

function OptionRow({ product, option, what, problem, onTake }: OptionRowProps) {
  const names = useNames()
  const label = names(option.names)
  const chosen = what.configuration[option.code]
  const segments = availableValues(product, what.configuration, option)
    .filter(({ code }) => option.kind !== 'size' || code !== freeSizeCode)
    .map(({ code, isAllowed }) => ({ value: code, label: names.value(option, code), isDisabled: !isAllowed }))
  const value = typeof chosen === 'object' ? null : chosen === undefined ? null : String(chosen)
  return (
    <BedRow label={label} problem={problem}>
      {segments.length > 0 && (
        <Segmented
          label={label}
          labelIsHidden
          segments={segments}
          value={value}
          onChange={(code) => onTake(option.kind === 'pages' ? Number(code) : code)}
        />
      )}
      {option.kind === 'size' && option.free !== null && (
        <FreeSizeField label={label} option={option} chosen={chosen} onTake={onTake} />
      )}
      {option.kind === 'pages' && <PagesField label={label} option={option} chosen={chosen} onTake={onTake} />}
    </BedRow>
  )
}

interface OwnChoiceProps<Option> {
  label: string
  option: Option
  chosen: Choice | undefined
  onTake: (choice: Choice) => void
}

/** `85x55`, `8,5 x 5,5 cm`, `A6 landscape`: any size within what the machines can do. */
function FreeSizeField({ label, option, chosen, onTake }: OwnChoiceProps<SizeOption>) {
  const { t } = useTranslation('sales-orders')
  const { language } = useFormat()
  const isOwn = typeof chosen === 'object'
  const { free } = option
  const range =
    free === null
      ? ''
      : `${sizeText({ width: free.minWidth, height: free.minHeight }, language)} – ${sizeText({ width: free.maxWidth, height: free.maxHeight }, language)} mm`
  return (
    <TypedChoice
      className={styles.own}
      label={t('entry.otherSize', { option: label })}
      placeholder={t('entry.sizeHint')}
      hint={range}
      text={isOwn ? sizeText(chosen, language) : ''}
      read={(typed) => {
        const reading = parseSize(typed, { language })
        if (reading.ok) return { width: reading.value.width, height: reading.value.height }
        return { problem: reading.code }
      }}
      onTake={onTake}
    />
  )
}

function PagesField({ label, option, chosen, onTake }: OwnChoiceProps<PagesOption>) {
  const { t } = useTranslation('sales-orders')
  const isOffered = typeof chosen === 'number' && option.offered.includes(chosen)
  return (
    <TypedChoice
      className={styles.own}
      label={t('entry.otherPages', { option: label })}
      placeholder={t('entry.otherHint')}
      hint={t('entry.pagesHint', { min: option.min, max: option.max, step: option.step })}
      text={typeof chosen === 'number' && !isOffered ? String(chosen) : ''}
      read={(typed) => (/^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : { problem: 'number.malformed' })}
      onTake={onTake}
    />
  )
}

/** The shop's own texts in the clerk's language, else in the shop's. */
function useNames() {
  const { language: house } = useHouse()
  const { language } = useFormat()
  const company: Language = isLanguage(house) ? house : 'en'
  const names = (texts: ProductOption['names']) => textIn(texts, language, company)
  const value = (option: ProductOption, code: string): string => {
    if (option.kind === 'pages') return code
    if (option.kind === 'size') {
      const size = option.values.find((each) => each.code === code)
      return size === undefined ? code : names(size.names) || sizeText(size, language)
    }
    const found = option.values.find((each) => each.code === code)
    return found === undefined ? code : names(found.names) || code
  }
  return Object.assign(names, { value })
}
