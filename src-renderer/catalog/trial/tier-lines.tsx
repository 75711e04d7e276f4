import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import type { TierPrice } from '#shared/pricing/price-line.ts'
import styles from './price-preview.module.css'

interface TierLinesProps {
  tiers: readonly TierPrice[]
  currency: Currency
  /** A row is then also the way to that quantity. */
  onChoose?: (each: number) => void
}

/** What every tier costs with these choices. */
export function TierLines({ tiers, currency, onChoose }: TierLinesProps) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  return (
    <ul className={styles.tiers}>
      {tiers.map((tier) => {
        const cells = (
          <>
            <span className="number">{format.quantity(tier.each)}</span>
            <span className="number strong">{format.amount(tier.amount, currency)}</span>
            <span className="number hint">
              {t('screen.trial.each', { price: format.priceEach(eachPrice(tier.unitPrice)) })}
            </span>
          </>
        )
        return (
          <li key={tier.each}>
            {onChoose === undefined ? (
              <div className={styles.tier}>{cells}</div>
            ) : (
              <button
                type="button"
                className={styles.tier}
                aria-pressed={tier.isChosen}
                onClick={() => onChoose(tier.each)}
              >
                {cells}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
