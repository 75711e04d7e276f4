import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTime } from '#shared/kernel/parse/time.ts'
import type { TextEntryProps } from './field-props.ts'
import { TextField } from './text-field.tsx'

interface TimeFieldProps extends TextEntryProps {
  /** `16:30`. */
  value: string | null
  onChange: (time: string | null, text: string) => void
}

/** A time as people type it: `16`, `1630`, `16u30`; once left it stands as it was understood. */
export function TimeField({ value, onChange, error, onLeave, ...field }: TimeFieldProps) {
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const onText = (text: string) => {
    setTyped(text)
    setWrong(false)
    const reading = parseTime(text)
    onChange(reading.ok ? reading.time : null, text)
  }
  const leave = () => {
    onLeave?.()
    const reading = typed === null || typed.trim() === '' ? null : parseTime(typed)
    if (reading !== null && !reading.ok) return setWrong(true)
    setTyped(null)
  }
  return (
    <TextField
      {...field}
      value={typed ?? value ?? ''}
      onChange={onText}
      onLeave={leave}
      placeholder="16:00"
      error={error ?? (isWrong ? t('app:problem.time.malformed') : null)}
    />
  )
}
