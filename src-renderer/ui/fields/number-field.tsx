import { useTranslation } from 'react-i18next'
import type { TextEntryProps } from './field-props.ts'
import { TextEntry } from './text-entry.tsx'
import { useTypedValue } from './use-typed-value.ts'

interface NumberFieldProps extends TextEntryProps {
  /** In whatever whole units `parse` answers with (thousandths, tenths of a millimetre). */
  value: number | null
  /** Told with every key: what the text means, or null while it means nothing, and the text itself. */
  onChange: (value: number | null, text: string) => void
  /** Reads a number as this person writes it. */
  parse: (text: string) => number | null
  format: (value: number) => string
}

/** A number typed as text and kept as typed. */
export function NumberField({ value, onChange, parse, format, error, onLeave, ...field }: NumberFieldProps) {
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
      error={error ?? (entry.isUnreadable ? t('field.notANumber') : null)}
    />
  )
}
