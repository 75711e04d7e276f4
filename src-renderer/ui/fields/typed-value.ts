/**
 * A value that is typed as text. What was typed always stays as it was typed; the value is what it means, or null
 * when it means nothing (yet).
 */
export interface TypedValue<Value> {
  readonly text: string
  readonly value: Value | null
}

export interface TypedForm<Value> {
  readonly parse: (text: string) => Value | null
  readonly format: (value: Value) => string
}

export function typeText<Value>(text: string, form: TypedForm<Value>): TypedValue<Value> {
  return { text, value: text.trim() === '' ? null : form.parse(text) }
}

/** A value handed in from outside replaces the text only when it means something else than what is typed. */
export function takeValue<Value>(
  typed: TypedValue<Value>,
  value: Value | null,
  form: TypedForm<Value>,
): TypedValue<Value> {
  if (value === typed.value) return typed
  return { text: value === null ? '' : form.format(value), value }
}

/** Text that means nothing, once the field is left. */
export function isUnreadable<Value>(typed: TypedValue<Value>): boolean {
  return typed.value === null && typed.text.trim() !== ''
}
