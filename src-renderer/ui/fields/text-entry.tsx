import { TextInput } from '@mantine/core'
import { type HTMLInputTypeAttribute, type InputHTMLAttributes, useRef } from 'react'
import { Glyph } from '../status/glyph.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'
import type { TextEntryProps } from './field-props.ts'
import { useAutofocus } from './use-autofocus.ts'
import { WrongMark } from './wrong-mark.tsx'

type InputAttributes = InputHTMLAttributes<HTMLInputElement>

interface InnerProps extends TextEntryProps, Pick<InputAttributes, 'onKeyDown' | 'onFocus' | 'onClick'> {
  text: string
  onText: (text: string) => void
  type?: HTMLInputTypeAttribute
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url' | 'search'
  isNumber?: boolean
  look?: 'plain' | 'entered'
  autoComplete?: string
  maxLength?: number
}

/**
 * The one-line field all typed fields are made of: label, edge, wrong characters, octagon, sentence. What it does not
 * know itself (a combo box's roles) goes on to the input.
 */
export function TextEntry({
  label,
  labelIsHidden = false,
  error,
  hint,
  text,
  onText,
  onLeave,
  wrong,
  isCode = false,
  isNumber = false,
  look = 'plain',
  icon,
  right,
  height,
  autoFocus = false,
  takesScans = false,
  isRequired = false,
  isDisabled = false,
  isReadOnly = false,
  ref,
  ...input
}: InnerProps) {
  const hasError = error !== undefined && error !== null
  const mark = useRef<HTMLDivElement>(null)
  const focusRef = useAutofocus(autoFocus, ref)
  return (
    <TextInput
      autoComplete="off"
      spellCheck={false}
      {...input}
      ref={focusRef}
      label={label}
      labelProps={labelIsHidden ? { className: 'visually-hidden' } : {}}
      error={error}
      description={hasError ? undefined : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onBlur={onLeave}
      onScroll={(event) => {
        if (mark.current !== null) mark.current.scrollLeft = event.currentTarget.scrollLeft
      }}
      leftSection={icon}
      rightSection={hasError ? <Glyph name="refused" /> : right}
      rightSectionWidth={hasError ? 30 : undefined}
      rightSectionPointerEvents={hasError ? 'none' : 'all'}
      required={isRequired}
      withAsterisk={false}
      disabled={isDisabled}
      readOnly={isReadOnly}
      data-autofocus={autoFocus || undefined}
      data-takes-scans={takesScans || undefined}
      style={height === undefined ? undefined : { '--control': `${height}px` }}
      classNames={{
        root: classNames(styles.field),
        input: classNames(
          styles.input,
          isCode && 'mono',
          isNumber && styles.number,
          look === 'entered' && 't-entered',
          hasError && styles.wrong,
        ),
        description: classNames(styles.hint),
        error: classNames(styles.error),
      }}
      inputContainer={(children) => (
        <div className={styles.box}>
          {children}
          {hasError && wrong && (
            <WrongMark
              ref={mark}
              text={text}
              wrong={wrong}
              hasIcon={icon !== undefined}
              className={classNames(isCode && 'mono')}
            />
          )}
        </div>
      )}
    />
  )
}
