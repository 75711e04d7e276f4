import type { ReactNode, Ref } from 'react'

/** A stretch of the typed text, counted in characters: what exactly is wrong. */
export interface WrongStretch {
  from: number
  to: number
}

/** What every field of a form takes. */
export interface FieldProps {
  /** Sentence case, with the unit inside: "Left, mm". */
  label: string
  /** The label is read but not shown, where a column head already says it. */
  labelIsHidden?: boolean
  /** One sentence: what is wrong and what right looks like. */
  error?: string | null | undefined
  /** What to type, under the field. An error takes its place. */
  hint?: ReactNode
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  autoFocus?: boolean
  name?: string
  /** Called when the focus leaves: the moment to validate. */
  onLeave?: () => void
  /** 34 desk, 40 counter, 60 touch come from the density; a calculation cell may ask for 28. */
  height?: number
}

export interface TextEntryProps extends FieldProps {
  /** Codes: order numbers, VAT numbers, locations. */
  isCode?: boolean
  placeholder?: string
  icon?: ReactNode
  /** At the right inside the field: a unit, a key cap. */
  right?: ReactNode
  /** Marks the wrong characters, only together with an error. */
  wrong?: WrongStretch | null
  /** A scanned code lands in this field instead of being routed. */
  takesScans?: boolean
  ref?: Ref<HTMLInputElement>
}
