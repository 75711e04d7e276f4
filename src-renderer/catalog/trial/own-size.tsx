import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { TextField } from '#renderer/ui/index.ts'
import { choose } from '#shared/catalog/configuration.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import { parseSize } from '#shared/kernel/parse/size.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'

interface OwnSizeProps {
  product: Product
  configuration: Configuration
  /** Problems of the configuration by option: a size nobody can make is said here, where it was typed. */
  problems: readonly FieldProblem[]
  onChange: (configuration: Configuration) => void
}

/** A size of the customer's own, where the product allows one: `3400x1730`, `85 x 55 cm`, `A6 landscape`. */
export function OwnSize({ product, configuration, problems, onChange }: OwnSizeProps) {
  const { t } = useTranslation('catalog')
  const { language } = useFormat()
  const words = useRefusalWords()
  const [text, setText] = useState('')
  const option = product.options.find((each) => each.kind === 'size')
  if (option?.kind !== 'size' || option.free === null) return null
  const reading = text.trim() === '' ? null : parseSize(text, { language })
  const isOwn = typeof configuration[option.code] === 'object'
  const unread = reading === null || reading.ok ? undefined : { code: reading.code }
  const problem = unread ?? (isOwn ? problems.find(({ field }) => field === option.code) : undefined)
  const type = (typed: string) => {
    setText(typed)
    const read = parseSize(typed, { language })
    if (!read.ok) return
    const { width, height } = read.value
    onChange(choose(product, configuration, option.code, { width, height }).configuration)
  }
  return (
    <TextField
      label={t('screen.option.ownSize')}
      placeholder="210 × 297"
      // Another size chosen from the list takes its place.
      value={isOwn || reading?.ok !== true ? text : ''}
      onChange={type}
      error={problem === undefined ? null : words.field(problem)}
    />
  )
}
