import type { TextEntryProps } from './field-props.ts'
import { TextEntry } from './text-entry.tsx'

interface TextFieldProps extends TextEntryProps {
  value: string
  onChange: (text: string) => void
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
  autoComplete?: string
  maxLength?: number
}

const KEYBOARDS = { email: 'email', tel: 'tel', url: 'url', search: 'search' } as const

export function TextField({ value, onChange, type = 'text', ...field }: TextFieldProps) {
  const keyboard = type === 'text' || type === 'password' ? 'text' : KEYBOARDS[type]
  return <TextEntry {...field} type={type} inputMode={keyboard} text={value} onText={onChange} />
}
