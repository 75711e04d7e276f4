import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../theme/class-names.ts'
import styles from './segmented-tiers.module.css'

export interface Tier {
  /** Identifies the tier; usually the quantity as text. */
  value: string
  /** Formatted: "1,000". */
  quantity: ReactNode
  /** Formatted price of the tier: "702.00". */
  price: ReactNode
  /** Formatted unit price with its word: "0.702 ea". */
  each?: ReactNode
}

interface SegmentedTiersProps {
  label: string
  labelIsHidden?: boolean
  tiers: readonly Tier[]
  /** The chosen tier, or null while the quantity is typed in "Other". */
  value: string | null
  onChange: (value: string) => void
  /** Present: an "Other" cell takes any quantity, kept exactly as typed. */
  other?: { text: string; onChange: (text: string) => void; price?: ReactNode; each?: ReactNode }
}

/** Quantity tiers with their prices in the cell: the clerk reads prices, not a table. */
export function SegmentedTiers({ label, labelIsHidden = false, tiers, value, onChange, other }: SegmentedTiersProps) {
  const { t } = useTranslation('ui')
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={classNames('t-label', styles.legend, labelIsHidden && 'visually-hidden')}>{label}</legend>
      <div className={styles.row}>
        {tiers.map((tier) => (
          <label key={tier.value} className={styles.tier}>
            <input
              className={styles.radio}
              type="radio"
              name={name}
              value={tier.value}
              checked={tier.value === value}
              onChange={() => onChange(tier.value)}
            />
            <span className={styles.quantity}>{tier.quantity}</span>
            <span className={styles.price}>{tier.price}</span>
            {tier.each !== undefined && <span className={styles.each}>{tier.each}</span>}
          </label>
        ))}
        {other !== undefined && (
          <label className={classNames(styles.tier, styles.other, value === null && other.text !== '' && styles.typed)}>
            <span className={styles.otherLabel}>{t('other')}</span>
            <input
              className={styles.otherInput}
              inputMode="decimal"
              autoComplete="off"
              value={other.text}
              onChange={(event) => other.onChange(event.currentTarget.value)}
            />
            <span className={styles.price}>{other.price}</span>
          </label>
        )}
      </div>
    </fieldset>
  )
}
