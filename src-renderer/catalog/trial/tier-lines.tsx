import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import type { TierPrice } from '#shared/pricing/price-line.ts'
import styles from './price-preview.module.css'

interface TierLinesProps {
  tiers: readonly TierPrice[]
  currency: Currency
  onChoose: (each: number) => void
}

/** What every tier costs with these choices; a row is also the way to that quantity. */
export function TierLines({ tiers, currency, onChoose }: TierLinesProps) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  return (
    <ul className={styles.tiers}>
      {tiers.map((tier) => (
        <li key={tier.each}>
          <button
            type="button"
            className={styles.tier}
            aria-pressed={tier.isChosen}
            onClick={() => onChoose(tier.each)}
          >
            <span className="number">{format.quantity(tier.each)}</span>
            <span className="number strong">{format.amount(tier.amount, currency)}</span>
            <span className="number hint">
              {t('screen.trial.each', { price: format.priceEach(eachPrice(tier.unitPrice)) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
