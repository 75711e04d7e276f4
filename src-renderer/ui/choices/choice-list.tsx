import { type ReactNode, useId } from 'react'
import styles from './choice-list.module.css'

export interface Choice<Value extends string> {
  value: Value
  label: ReactNode
  /** What follows from it, in numbers: "Line becomes 3 + 5, 5 go to back-orders". */
  consequence?: ReactNode
}

interface ChoiceListProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of a few answers that each need a sentence; the handheld's way of asking. */
export function ChoiceList<Value extends string>({ label, choices, value, onChange }: ChoiceListProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            className={styles.radio}
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span className={styles.label}>{choice.label}</span>
            {choice.consequence !== undefined && <span className={styles.consequence}>{choice.consequence}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
