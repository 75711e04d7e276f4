import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'
import type { TextEntryProps } from './field-props.ts'
import { TextEntry } from './text-entry.tsx'
import { longDate, parseTypedDate, typedForm } from './typed-date.ts'
import { useTypedValue } from './use-typed-value.ts'

interface DateFieldProps extends TextEntryProps {
  /** `YYYY-MM-DD`. */
  value: string | null
  onChange: (value: string | null, text: string) => void
  /** The station's date, `YYYY-MM-DD`: "+3" and a day without a year count from it. */
  today: string
  /** Said after the long date: "in 3 working days", "closed". */
  note?: ReactNode
}

/** A date typed in any usual short form; under it stands, written out, what was understood. */
export function DateField({ value, onChange, today, note, error, onLeave, hint, ...field }: DateFieldProps) {
  const { t, i18n } = useTranslation('ui')
  const form = {
    parse: (text: string) => parseTypedDate(text, today),
    format: (date: string) => typedForm(date, i18n.language),
  }
  const entry = useTypedValue(value, onChange, form, onLeave)
  const understood = value === null ? hint : <UnderstoodDate date={value} language={i18n.language} note={note} />
  return (
    <TextEntry
      {...field}
      inputMode="numeric"
      text={entry.text}
      onText={entry.onText}
      onLeave={entry.onLeave}
      hint={understood}
      error={error ?? (entry.isUnreadable ? t('field.notADate') : null)}
    />
  )
}

function UnderstoodDate({ date, language, note }: { date: string; language: string; note: ReactNode }) {
  return (
    <span className={styles.preview}>
      <time dateTime={date}>{longDate(date, language)}</time>
      {note !== undefined && <> · {note}</>}
    </span>
  )
}
