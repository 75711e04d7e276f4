import { useState } from 'react'
import { NumberField } from '#renderer/ui/index.ts'

interface KeptNumberProps {
  name: string
  label: string
  value: number
  parse: (text: string) => number | null
  format: (value: number) => string
  onChange: (value: number) => void
  onLeave?: () => void
  error: string | null
}

/** A number of a part: while what is typed means nothing ("12,"), the part keeps what it had and the field what was typed. */
export function KeptNumber({ value, onChange, ...field }: KeptNumberProps) {
  const [isUnread, setUnread] = useState(false)
  return (
    <NumberField
      {...field}
      value={isUnread ? null : value}
      onChange={(next) => {
        setUnread(next === null)
        if (next !== null) onChange(next)
      }}
    />
  )
}
