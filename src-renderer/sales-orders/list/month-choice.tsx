import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/ui/index.ts'
import { readMonth } from './list-filter.ts'
import { OneOf } from './one-of.tsx'

interface MonthChoiceProps {
  months: readonly string[]
  words: (month: string) => string
  value: string | null
  onChange: (month: string | null) => void
}

/** The last months to pick from, and a field for any older one. */
export function MonthChoice({ months, words, value, onChange }: MonthChoiceProps) {
  const { t } = useTranslation('sales-orders')
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const onText = (text: string) => {
    setTyped(text)
    setWrong(false)
    const month = readMonth(text)
    if (month !== null) onChange(month)
  }
  return (
    <>
      <OneOf
        label={t('list.filter.month')}
        options={months.map((month) => ({ value: month, label: words(month) }))}
        value={value}
        onChange={onChange}
      />
      <TextField
        label={t('list.filter.otherMonth')}
        placeholder="11/2025"
        value={typed}
        onChange={onText}
        onLeave={() => setWrong(typed !== '' && readMonth(typed) === null)}
        error={isWrong ? t('problem.month.unknown') : null}
      />
    </>
  )
}
