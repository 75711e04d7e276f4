import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { Button, TextField } from '#renderer/ui/index.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import { useQuantityWords } from '../words/use-quantity-words.ts'
import styles from './line-bed.module.css'
import { typedQuantity } from './typed-quantity.ts'

interface QuantityFieldProps {
  label: string
  unit: UnitCode
  quantity: LineQuantity
  text: string
  onType: (text: string) => void
}

/** A quantity where there are no tiers: hours, square metres, a line in the clerk's own words. */
export function QuantityField({ label, quantity, text, onType }: QuantityFieldProps) {
  const format = useFormat()
  const { sets, each } = quantity
  const written = sets === 1 ? format.quantityToEdit(each) : `${sets}x${format.quantityToEdit(each)}`
  return (
    <div className={styles.quantity}>
      <TextField label={label} labelIsHidden value={text === '' ? written : text} onChange={onType} />
    </div>
  )
}

interface QuantityQuestionProps {
  text: string
  unit: UnitCode
  onTake: (quantity: LineQuantity, text: string) => void
}

/** What a typed quantity was not understood as: two readings to choose from, or what is wrong. */
export function QuantityQuestion({ text, unit, onTake }: QuantityQuestionProps) {
  const { t } = useTranslation('sales-orders')
  const { language } = useFormat()
  const words = useRefusalWords()
  const quantityWords = useQuantityWords()
  const typed = typedQuantity(text, language, unit)
  if (typed.kind === 'ambiguous') {
    return (
      <span className={styles.problem} role="alert">
        {t('entry.whichQuantity')}{' '}
        {typed.readings.map((reading) => (
          <Button key={`${reading.sets} ${reading.each}`} size={28} onClick={() => onTake(reading, '')}>
            {quantityWords(reading, unit)}
          </Button>
        ))}
      </span>
    )
  }
  if (typed.kind !== 'unread') return null
  return (
    <span className={styles.problem} role="alert">
      {words.field({ code: typed.code, params: scaledDown(typed.params) })}
    </span>
  )
}

/** Bounds come in thousandths; people read units. */
function scaledDown(params: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, name === 'decimals' ? value : value / 1000]),
  )
}
