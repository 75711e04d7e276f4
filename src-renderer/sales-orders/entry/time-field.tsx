import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/ui/index.ts'
import { parseTime } from '#shared/kernel/parse/time.ts'

interface TimeFieldProps {
  label: string
  value: string | null
  onChange: (time: string | null) => void
  isDisabled?: boolean
}

/** A time as people type it: `16`, `1630`, `16u30`; once left it stands as it was understood. */
export function TimeField({ label, value, onChange, isDisabled = false }: TimeFieldProps) {
  const { t } = useTranslation('sales-orders')
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const onText = (text: string) => {
    setTyped(text)
    setWrong(false)
    const reading = parseTime(text)
    onChange(reading.ok ? reading.time : null)
  }
  const onLeave = () => {
    const reading = typed === null || typed.trim() === '' ? null : parseTime(typed)
    if (reading !== null && !reading.ok) return setWrong(true)
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      value={typed ?? value ?? ''}
      onChange={onText}
      onLeave={onLeave}
      isDisabled={isDisabled}
      placeholder="16:00"
      error={isWrong ? t('app:problem.time.malformed') : null}
    />
  )
}
