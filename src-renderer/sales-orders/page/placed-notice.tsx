import { useTranslation } from 'react-i18next'
import { useRouteWish } from '#renderer/client/index.ts'
import { Glyph } from '#renderer/ui/index.ts'
import styles from './order-page.module.css'
import type { OrderFolder } from './use-sales-order.ts'

/** Said once, right after it happened: the number to tell the customer, and what comes next. */
export function PlacedNotice({ folder: { order } }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const placed = useRouteWish('placed')
  if (placed === null) return null
  return (
    <output className={styles.placed}>
      <Glyph name="accepted" size={16} />
      <p>
        {placed === 'kept' ? t('page.kept') : t('page.placed', { number: order.number ?? '' })}{' '}
        {(order.money?.open ?? 0) > 0 && placed !== 'kept' && <span className="hint">{t('page.placedNext')}</span>}
      </p>
    </output>
  )
}
