import { useTranslation } from 'react-i18next'
import { Facts } from '#renderer/ui/index.ts'
import { HeadForm } from './head-form.tsx'
import styles from './order-page.module.css'
import type { OrderFolder } from './use-sales-order.ts'

interface OrderTermsProps {
  folder: OrderFolder
  mayChange: boolean
  onDone: () => void
}

/** The financial part of an order: how it is to be paid, by whom, and who owes the VAT (ORD-19, PAY-12). */
export function OrderTerms({ folder, mayChange, onDone }: OrderTermsProps) {
  const { t } = useTranslation('sales-orders')
  const { order } = folder
  const { invoiceAddress: place } = order
  return (
    <div className={styles.part}>
      <Facts
        facts={[
          {
            label: t('entry.plannedPayment'),
            value: order.plannedPayment === null ? t('entry.paymentOpen') : t(`method.${order.plannedPayment}`),
            detail: order.paidBefore ? t('page.fact.paidBefore') : '',
          },
          {
            label: t('page.fact.invoiceTo'),
            value: order.customer.name || t('walkIn'),
            detail: [place.street, [place.postcode, place.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
          },
          {
            label: t('page.fact.vatNumber'),
            value: order.customer.vatNumber || '–',
            detail: t(`vatTreatment.${order.vatTreatment}`),
          },
          {
            label: t('page.fact.term'),
            value: t('page.fact.days', { count: order.customer.paymentTermDays }),
          },
        ]}
      />
      {mayChange && <HeadForm order={order} part="money" onDone={onDone} />}
    </div>
  )
}
