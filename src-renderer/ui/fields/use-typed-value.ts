import { useState } from 'react'
import { isUnreadable, type TypedForm, type TypedValue, takeValue, typeText } from './typed-value.ts'

interface TypedEntry {
  text: string
  onText: (text: string) => void
  onLeave: () => void
  /** The field was left with text that means nothing. */
  isUnreadable: boolean
}

/** Keeps the text as typed beside the value it means. */
export function useTypedValue<Value>(
  value: Value | null,
  onChange: (value: Value | null, text: string) => void,
  form: TypedForm<Value>,
  onLeave?: () => void,
): TypedEntry {
  const [kept, setKept] = useState<TypedValue<Value>>(() => takeValue({ text: '', value: null }, value, form))
  const [wasLeft, setLeft] = useState(false)
  const typed = takeValue(kept, value, form)
  if (typed !== kept) setKept(typed)
  return {
    text: typed.text,
    onText(text) {
      const next = typeText(text, form)
      setKept(next)
      setLeft(false)
      onChange(next.value, text)
    },
    onLeave() {
      setLeft(true)
      onLeave?.()
    },
    isUnreadable: wasLeft && isUnreadable(typed),
  }
}
