import { useTranslation } from 'react-i18next'
import type { TextEntryProps } from './field-props.ts'
import { TextEntry } from './text-entry.tsx'
import { useTypedValue } from './use-typed-value.ts'

interface MoneyFieldProps extends TextEntryProps {
  /** In minor units. */
  value: number | null
  onChange: (value: number | null, text: string) => void
  /** Reads an amount as this person writes it, into minor units. */
  parse: (text: string) => number | null
  format: (value: number) => string
  /** `entered` is the 40 px amount of the payment screen. */
  look?: 'plain' | 'entered'
}

/** An amount typed as text and kept as typed. The currency belongs in the label: "Net, EUR". */
export function MoneyField({ value, onChange, parse, format, error, onLeave, ...field }: MoneyFieldProps) {
  const { t } = useTranslation('ui')
  const entry = useTypedValue(value, onChange, { parse, format }, onLeave)
  return (
    <TextEntry
      {...field}
      isNumber
      inputMode="decimal"
      text={entry.text}
      onText={entry.onText}
      onLeave={entry.onLeave}
      error={error ?? (entry.isUnreadable ? t('field.notAnAmount') : null)}
    />
  )
}
