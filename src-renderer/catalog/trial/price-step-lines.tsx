import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { type SumLine, SumLines } from '#renderer/ui/index.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { type PriceStep, priceStepText } from '#shared/pricing/price-step.ts'

/** "Why this price?": every step with what it moved the price by, and the sums between (product.md 16). */
export function PriceStepLines({ steps, currency }: { steps: readonly PriceStep[]; currency: Currency }) {
  const { t } = useTranslation('pricing')
  const { language: house } = useHouse()
  const format = useFormat()
  const company = isLanguage(house) ? house : 'en'
  const lines = steps.map((step, at): SumLine => {
    const amount = format.amount(step.amount, currency)
    return {
      id: String(at),
      label: priceStepText(step, format.language, company, t),
      amount: step.kind === 'step' && at > 0 && step.amount > 0 ? `+ ${amount}` : amount,
      kind: step.kind === 'subtotal' ? 'sum' : 'line',
    }
  })
  return <SumLines label={t('catalog:screen.trial.steps')} lines={lines} />
}
