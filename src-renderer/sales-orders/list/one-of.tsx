import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph, type GlyphName } from '#renderer/ui/index.ts'
import styles from './order-list.module.css'

interface OneOfProps<Value extends string> {
  label: string
  options: readonly { readonly value: Value; readonly label: string; readonly glyph?: GlyphName }[]
  value: Value | null
  onChange: (value: Value | null) => void
}

/** One value of a filter, or any. Arrows walk, as in every row of choices. */
export function OneOf<Value extends string>({ label, options, value, onChange }: OneOfProps<Value>) {
  const { t } = useTranslation('sales-orders')
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend className="t-label">{label}</legend>
      <label className={styles.choice}>
        <input type="radio" name={name} checked={value === null} onChange={() => onChange(null)} />
        {t('list.filter.any')}
      </label>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.glyph !== undefined && <Glyph name={option.glyph} />}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
