import { useTranslation } from 'react-i18next'
import { useGo, useOwnSolid, useQuery, useRouteParam } from '#renderer/client/index.ts'
import { Button, Density, EmptyState, PageHeader, Sheet, useKeys } from '#renderer/ui/index.ts'
import { receivedBy } from '#shared/payments/payment.ts'
import styles from './counter-payment.module.css'
import { PaidOverview } from './paid-overview.tsx'
import { PaymentPad } from './payment-pad.tsx'
import { ReceivedPanel } from './received-panel.tsx'
import { type OrderPayments, usePaymentForm } from './use-payment-form.ts'

/** Taking money at the counter (picture 05): what is paid for at the left, how and how much at the right. */
export function CounterPayment() {
  const orderId = useRouteParam('orderId')
  const order = useQuery('salesOrder.get', { id: orderId }, { dropsLast: true }).value
  const payments = useQuery('payment.ofOrder', { salesOrderId: orderId }, { dropsLast: true }).value
  if (order === undefined || payments === undefined) return null
  return <OpenPayment key={orderId} order={order} payments={payments} />
}

interface OpenPaymentProps {
  order: NonNullable<ReturnType<typeof useQuery<'salesOrder.get'>>['value']>
  payments: OrderPayments
}

function OpenPayment({ order, payments }: OpenPaymentProps) {
  const { t } = useTranslation('payments')
  const go = useGo()
  const planned = receivedBy.find((method) => method === order.plannedPayment) ?? null
  const form = usePaymentForm(order.id, payments, planned)
  const { received } = form
  const back = () => go(`/orders/${order.id}`, { replaces: true })
  const canReceive = payments.open > 0 && order.status !== 'draft' && order.status !== 'cancelled'
  useOwnSolid()
  useKeys([{ keys: 'Esc', label: t('back'), run: back }])
  return (
    <Density value="counter">
      <Sheet
        head={
          <PageHeader
            title={t('title')}
            beside={
              <>
                <span className="mono">{order.number}</span>
                <span className={`one-line ${styles.who}`}>{order.customer.name || t('sales-orders:walkIn')}</span>
              </>
            }
            actions={
              <Button kind="quiet" keys="Esc" onClick={back}>
                {t('back')}
              </Button>
            }
          />
        }
      >
        <PaidOverview order={order} payments={payments} form={form} />
        <div className={styles.work}>
          {received !== null ? (
            <ReceivedPanel order={order} received={received} form={form} onBack={back} />
          ) : canReceive ? (
            <PaymentPad form={form} open={payments.open} />
          ) : (
            <EmptyState
              title={t(order.status === 'draft' ? 'draft.title' : 'paid.title')}
              ways={[
                {
                  id: 'back',
                  icon: null,
                  title: t('paid.backTitle'),
                  action: (
                    <Button kind="solid" autoFocus keys="Esc" onClick={back}>
                      {t('back')}
                    </Button>
                  ),
                },
              ]}
            >
              {t(order.status === 'draft' ? 'draft.why' : 'paid.why')}
            </EmptyState>
          )}
        </div>
      </Sheet>
    </Density>
  )
}
