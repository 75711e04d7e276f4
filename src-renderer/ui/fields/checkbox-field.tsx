import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'

interface CheckboxFieldProps {
  label: ReactNode
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  /** Some of what it stands for are ticked. */
  isMixed?: boolean
  isDisabled?: boolean
  error?: string | null | undefined
  hint?: ReactNode
  name?: string
}

export function CheckboxField(props: CheckboxFieldProps) {
  const { label, isChecked, onChange, isMixed = false, isDisabled = false, error, hint, name } = props
  return (
    <Checkbox
      label={label}
      checked={isChecked}
      indeterminate={isMixed}
      disabled={isDisabled}
      error={error}
      description={hint}
      name={name}
      size="16px"
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{
        root: classNames(styles.checkbox),
        description: classNames(styles.hint),
        error: classNames(styles.error),
      }}
    />
  )
}
