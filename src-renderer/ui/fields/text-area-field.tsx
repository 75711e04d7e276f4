import { Textarea } from '@mantine/core'
import type { Ref } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'
import type { FieldProps } from './field-props.ts'
import { useAutofocus } from './use-autofocus.ts'

interface TextAreaFieldProps extends FieldProps {
  value: string
  onChange: (text: string) => void
  rows?: number
  maxLength?: number
  placeholder?: string
  ref?: Ref<HTMLTextAreaElement>
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { label, labelIsHidden = false, error, hint, value, onChange, rows = 3 } = props
  const focusRef = useAutofocus(props.autoFocus ?? false, props.ref)
  const hasError = error !== undefined && error !== null
  return (
    <Textarea
      ref={focusRef}
      data-autofocus={props.autoFocus || undefined}
      label={label}
      labelProps={labelIsHidden ? { className: 'visually-hidden' } : {}}
      error={error}
      description={hasError ? undefined : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={props.onLeave}
      rows={rows}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      required={props.isRequired ?? false}
      withAsterisk={false}
      disabled={props.isDisabled ?? false}
      readOnly={props.isReadOnly ?? false}
      name={props.name}
      classNames={{
        root: classNames(styles.field),
        input: classNames(hasError && styles.wrong),
        description: classNames(styles.hint),
        error: classNames(styles.error),
      }}
    />
  )
}
