import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useInsidePopover } from '../overlays/inside-popover.ts'
import { Glyph } from '../status/glyph.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'
import type { FieldProps } from './field-props.ts'
import { useAutofocus } from './use-autofocus.ts'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
  isDisabled?: boolean
}

interface SelectFieldProps<Value extends string> extends FieldProps {
  options: readonly SelectOption<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string
  /** Typing narrows the list; for more than a dozen options. */
  isSearchable?: boolean
  ref?: Ref<HTMLInputElement>
}

/** More than six fixed choices. Up to six belong in `Segmented`; choices that must be fetched in `ComboField`. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, labelIsHidden = false, error, hint, options, value, onChange, isSearchable = false } = props
  const { t } = useTranslation('ui')
  const isInside = useInsidePopover()
  const focusRef = useAutofocus(props.autoFocus ?? false, props.ref)
  const hasError = error !== undefined && error !== null
  const choose = (chosen: string | null) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <Select
      ref={focusRef}
      data-autofocus={props.autoFocus || undefined}
      label={label}
      labelProps={labelIsHidden ? { className: 'visually-hidden' } : {}}
      error={error}
      description={hasError ? undefined : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={options.map((option) => ({ ...option, disabled: option.isDisabled ?? false }))}
      value={value}
      onChange={choose}
      onBlur={props.onLeave}
      placeholder={props.placeholder}
      searchable={isSearchable}
      // A list over the next fields is asked for, and Ctrl+Enter in between means the page.
      openOnFocus={false}
      selectFirstOptionOnChange
      nothingFoundMessage={t('nothingFound')}
      allowDeselect={false}
      withCheckIcon={false}
      disabled={props.isDisabled ?? false}
      readOnly={props.isReadOnly ?? false}
      required={props.isRequired ?? false}
      withAsterisk={false}
      name={props.name}
      // The name itself goes to a hidden input, which cannot take the focus.
      data-field={props.name}
      rightSection={hasError ? <Glyph name="refused" /> : <IconChevronDown size={16} stroke={1.6} aria-hidden />}
      rightSectionWidth={30}
      style={props.height === undefined ? undefined : { '--control': `${props.height}px` }}
      rightSectionPointerEvents="none"
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: !isInside }}
      classNames={{
        root: classNames(styles.field),
        input: classNames(styles.input, hasError && styles.wrong),
        description: classNames(styles.hint),
        error: classNames(styles.error),
      }}
    />
  )
}
