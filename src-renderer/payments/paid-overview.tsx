import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat } from '#renderer/client/index.ts'
import { classNames, Glyph, SumLines, Thumbnail } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './counter-payment.module.css'
import type { OrderPayments, PaymentForm } from './use-payment-form.ts'

interface PaidOverviewProps {
  order: OutputFor<'salesOrder.get'>
  payments: OrderPayments
  form: PaymentForm
}

const shownPictures = 3

/** What is being paid, the steps so far with the one that is coming, and what is open before and after it. */
export function PaidOverview({ order, payments, form }: PaidOverviewProps) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const { since } = useDateWords()
  const { currency, outcome, received } = form
  const amount = (value: number) => format.amount(value, currency)
  const pictures = order.lines.flatMap(({ artwork }) => (artwork?.previewHash ? [artwork.previewHash] : []))
  const openBefore = received === null ? payments.open : received.open + received.amount
  const openAfter = received === null ? outcome.openAfter : received.open
  const sums =
    order.money === undefined
      ? []
      : [
          { id: 'net', label: t('net'), amount: amount(order.money.net) },
          { id: 'vat', label: t('vat'), amount: amount(order.money.vatAmount) },
        ]
  return (
    <aside className={styles.overview} aria-label={t('whatIsPaid')}>
      <div className={styles.pictures}>
        {pictures.slice(0, shownPictures).map((hash) => (
          <Thumbnail key={hash} src={`/files/${hash}`} box={{ width: 100, height: 64 }} alt="" />
        ))}
        <span className="hint">{t('lines', { count: order.lines.length })}</span>
      </div>
      <SumLines
        label={t('whatIsPaid')}
        lines={[
          ...sums,
          { id: 'total', label: t('total', { currency }), amount: amount(payments.payable), kind: 'sum' },
        ]}
      />
      <h2 className={classNames('t-label', styles.stepsTitle)}>{t('steps')}</h2>
      <ol className={styles.steps}>
        {payments.payments.map((payment) => (
          <li key={payment.id} className={styles.step}>
            <Glyph
              name={payment.reverses === null && !payment.isReversed ? 'ink-check' : 'ink-ring-arrow-back'}
              size={24}
            />
            <span className={styles.stepWords}>
              <span className="strong">
                {payment.reverses === null
                  ? t('step', { part: t(`sales-orders:part.${payment.part}`), method: t(`method.${payment.method}`) })
                  : t('reversed', { method: t(`method.${payment.method}`) })}
              </span>
              <span className="hint one-line">
                {[since(payment.receivedAt), payment.receivedByName, payment.reference || payment.reason]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="number strong">{amount(payment.amount)}</span>
          </li>
        ))}
        {received === null && payments.open > 0 && (
          <li className={classNames(styles.step, styles.next)}>
            <span className={styles.place}>{payments.payments.length + 1}</span>
            <span className={styles.stepWords}>
              <span className="strong">{t('next', { method: t(`method.${form.method}`) })}</span>
              <span className="hint">{t('notBooked')}</span>
            </span>
            <span className="number strong">{form.toPay === null ? '–' : amount(form.toPay)}</span>
          </li>
        )}
      </ol>
      <dl className={styles.open}>
        <div>
          <dt>{t('openBefore')}</dt>
          <dd className="number">{amount(openBefore)}</dd>
        </div>
        <div aria-live="polite">
          <dt>{t('openAfter')}</dt>
          <dd className="number strong">
            {openAfter === 0 && <Glyph name="ink-check" size={14} />}{' '}
            {openAfter === 0 ? t('openAfterPaid', { amount: amount(0) }) : amount(openAfter)}
          </dd>
        </div>
      </dl>
    </aside>
  )
}
