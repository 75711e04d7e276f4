import { useTranslation } from 'react-i18next'
import { Facts } from '#renderer/ui/index.ts'
import { PromisedWord } from '../words/order-state-words.tsx'
import { useClock } from '../words/use-clock.ts'
import type { SalesOrder } from './use-sales-order.ts'

/** Who to call, where it goes, when it is wanted, and what the customer calls it. */
export function OrderFacts({ order }: { order: SalesOrder }) {
  const { t } = useTranslation('sales-orders')
  const clock = useClock()
  const { contact, delivery, deliveryAddress, promised } = order
  const phone = contact.phone || contact.email
  return (
    <Facts
      facts={[
        {
          label: t('page.fact.contact'),
          value: contact.name || phone || '–',
          detail: contact.name === '' ? '' : phone,
        },
        {
          label: t('page.fact.shipTo'),
          value: delivery === 'pick_up' ? t('delivery.pick_up') : deliveryAddress.street,
          detail: delivery === 'pick_up' ? '' : deliveryAddress.city,
        },
        {
          label: t('page.fact.promised'),
          value:
            promised === null ? (
              t('entry.notPromised')
            ) : (
              <PromisedWord on={promised.on} at={promised.at} stage={order.stage} clock={clock} />
            ),
          detail: order.paidBefore ? t('page.fact.paidBefore') : '',
        },
        {
          label: t('page.fact.reference'),
          value: order.customerReference || '–',
          detail: t('page.fact.takenBy', { source: t(`source.${order.source}`), name: order.takenByName }),
        },
      ]}
    />
  )
}
