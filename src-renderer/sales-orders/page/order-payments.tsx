import { useTranslation } from 'react-i18next'
import { useOrderParts } from '#renderer/client/index.ts'
import type { OrderFolder } from './use-sales-order.ts'

/** The payments feature, which comes later, draws its own part of the page here. */
export function OrderPayments({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const parts = useOrderParts('payments')
  if (parts.length === 0) return <p className="hint">{t('page.noPart')}</p>
  return parts.map(({ id, Part }) => <Part key={id} orderId={folder.order.id} />)
}
