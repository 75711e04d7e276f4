import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  useClient,
  useCommand,
  useDateWords,
  useFormat,
  useQuery,
  useRefusalWords,
  useSession,
} from '#renderer/client/index.ts'
import { WaitingMark, WaitingRows } from '#renderer/sync/index.ts'
import { Button, Dialog, ErrorNotice, Glyph, TextField } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import styles from './order-payments-part.module.css'
import type { OrderPayments } from './use-payment-form.ts'

/** All money of one order on its page, each payment with the way to take it back by a counter-entry (PAY-11). */
export function OrderPaymentsPart({ orderId }: { orderId: string }) {
  const { t } = useTranslation('payments')
  const { may } = useSession()
  const format = useFormat()
  const { moment } = useDateWords()
  const [asked, setAsked] = useState<OrderPayments['payments'][number] | null>(null)
  const payments = useQuery('payment.ofOrder', { salesOrderId: orderId }, { dropsLast: true }).value
  if (payments === undefined) return null
  const { currency } = payments
  const amount = (value: number) => (isCurrency(currency) ? format.amount(value, currency) : '')
  if (payments.payments.length === 0) return <p className="hint">{t('none')}</p>
  return (
    <WaitingRows>
      <ul className={styles.payments} aria-label={t('steps')}>
        {payments.payments.map((payment) => (
          <li key={payment.id} className={styles.payment}>
            <Glyph
              name={payment.reverses === null && !payment.isReversed ? 'ink-check' : 'ink-ring-arrow-back'}
              size={16}
            />
            <span className={styles.words}>
              <span className="strong">
                {payment.reverses === null
                  ? t('step', { part: t(`sales-orders:part.${payment.part}`), method: t(`method.${payment.method}`) })
                  : t('reversed', { method: t(`method.${payment.method}`) })}
                <WaitingMark doc={payment.id} />
              </span>
              <span className="hint">
                {[moment(payment.receivedAt), payment.receivedByName, payment.reason].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="mono hint">{payment.reference}</span>
            <span className="number strong">{amount(payment.amount)}</span>
            {payment.reverses === null && !payment.isReversed && may('payment.reverse') && (
              <Button kind="quiet" size={28} onClick={() => setAsked(payment)}>
                {t('reverse')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && <ReverseDialog payment={asked} amount={amount(asked.amount)} onClose={() => setAsked(null)} />}
    </WaitingRows>
  )
}

interface ReverseDialogProps {
  payment: OrderPayments['payments'][number]
  amount: string
  onClose: () => void
}

/** Asked once, with its consequence: money that was written down is never erased, only answered. */
function ReverseDialog({ payment, amount, onClose }: ReverseDialogProps) {
  const { t } = useTranslation('payments')
  const { newId } = useClient()
  const words = useRefusalWords()
  const reverse = useCommand('payment.reverse')
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const run = async () => {
    if (reason.trim() === '') return
    const done = await reverse.run({ id, paymentId: payment.id, reason: reason.trim() })
    if (done.ok) onClose()
  }
  return (
    <Dialog
      title={t('reverseTitle', { amount })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button
            kind="danger"
            isBusy={reverse.isPending}
            blockedBy={reason.trim() === '' ? t('reasonMissing') : undefined}
            onClick={() => void run()}
          >
            {t('reverseRun', { amount })}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p>{t('reverseWhat')}</p>
        <TextField label={t('reason')} autoFocus value={reason} onChange={setReason} maxLength={200} />
        {reverse.problem !== null && <ErrorNotice what={t('notReceived')} why={words.problem(reverse.problem)} />}
      </form>
    </Dialog>
  )
}
