import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { classNames } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { priceStepText } from '#shared/pricing/price-step.ts'
import type { BuiltLine } from '#shared/sales-orders/order-line.ts'
import styles from './price-column.module.css'

/** "Why this price?": every step with what it moved the price by; the sums between rules add up (product.md 16). */
export function PriceSteps({ built }: { built: BuiltLine }) {
  const { t } = useTranslation('pricing')
  const house = useHouse()
  const format = useFormat()
  const { currency } = house
  const company = isLanguage(house.language) ? house.language : 'en'
  const amount = (value: number) => (isCurrency(currency) ? format.amount(value, currency) : '')
  const nextTier = built.priced?.nextTier ?? null
  const pricedOn = built.priced?.pricedOn ?? null
  return (
    <div className={styles.steps}>
      <p className={styles.stepsHead}>
        <span className="t-section">{t('why', { amount: amount(built.amount) })}</span>
        {pricedOn !== null && (
          <span className="t-hint">{t('pricedOn', { date: format.dateInList(pricedOn, house.today) })}</span>
        )}
      </p>
      <dl>
        {built.item.steps.map((step, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
            key={index}
            className={classNames(styles.step, step.kind === 'subtotal' && styles.subtotal)}
          >
            <dt>{priceStepText(step, format.language, company, t)}</dt>
            <dd className="number">
              {step.kind === 'step' && index > 0 && step.amount > 0 ? `+ ${amount(step.amount)}` : amount(step.amount)}
            </dd>
          </div>
        ))}
      </dl>
      {nextTier !== null && !nextTier.costsNoMore && (
        <p className="t-hint">
          {t('nextTier', {
            quantity: nextTier.each / 1000,
            amount: amount(nextTier.amount),
            each: format.priceEach(eachPrice(nextTier.unitPrice)),
          })}
        </p>
      )}
    </div>
  )
}
