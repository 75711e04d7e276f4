import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '#renderer/ui/index.ts'
import { withoutCardNumbers } from '#shared/kernel/card-number.ts'

interface InstructionsFieldProps {
  value: string
  onChange: (text: string) => void
  rows: number
  autoFocus?: boolean
}

/** What to mind about an order. A card number is masked on leaving the field, and said: not even the kept form holds it on. */
export function InstructionsField({ value, onChange, rows, autoFocus = false }: InstructionsFieldProps) {
  const { t } = useTranslation('sales-orders')
  const [wasMasked, setMasked] = useState(false)
  const leave = () => {
    const clean = withoutCardNumbers(value)
    setMasked(clean.wasMasked)
    if (clean.wasMasked) onChange(clean.text)
  }
  return (
    <TextAreaField
      label={t('entry.instructions')}
      value={value}
      onChange={onChange}
      onLeave={leave}
      rows={rows}
      autoFocus={autoFocus}
      maxLength={2000}
      hint={wasMasked ? t('page.cardMasked') : undefined}
    />
  )
}
