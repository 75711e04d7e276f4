import { useTranslation } from 'react-i18next'
import { useFormat, useQuery } from '#renderer/client/index.ts'
import { type SumLine, SumLines, Thumbnail } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { fileUrl } from './file-url.ts'
import styles from './order-preview.module.css'
import { PaymentWord, StageWord, usePromisedWords } from './order-state-words.tsx'

const shownLines = 5

/** An order at a glance: picture, who, what, when, money. Often the answer itself. */
export function OrderPreview({ id }: { id: string }) {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const promised = usePromisedWords()
  const order = useQuery('salesOrder.get', { id }, { dropsLast: true }).value
  if (order === undefined) return null
  const picture = order.lines.find(({ artwork }) => artwork?.previewHash)?.artwork?.previewHash
  const { money, currency } = order
  const amount = (value: number) => (isCurrency(currency) ? format.amount(value, currency) : '')
  const sums: readonly SumLine[] =
    money === undefined
      ? []
      : [
          { id: 'total', label: t('money.total', { currency }), amount: amount(money.gross) },
          { id: 'paid', label: t('money.paid'), amount: amount(money.paid) },
          { id: 'open', label: t('money.open'), amount: amount(money.open), kind: 'sum' },
        ]
  const when = promised(order.promised?.on ?? null, order.promised?.at ?? null)
  const about = [
    t('preview.lines', { count: order.lines.length }),
    when === '' ? null : t('preview.promised', { when }),
    order.customerReference === '' ? null : t('preview.reference', { reference: order.customerReference }),
  ]
  return (
    <div className={styles.preview}>
      {picture !== undefined && (
        <div className={styles.picture}>
          <Thumbnail src={fileUrl(picture)} box="large" alt="" />
        </div>
      )}
      <p className={styles.number}>{order.number ?? t('stage.draft')}</p>
      <p className="strong">{order.customer.name || t('walkIn')}</p>
      <p className={styles.about}>{about.filter(Boolean).join(' · ')}</p>
      <ul className={styles.lines}>
        {order.lines.slice(0, shownLines).map((line) => (
          <li key={line.id} className="one-line">
            {line.title}
          </li>
        ))}
      </ul>
      {sums.length > 0 && <SumLines label={t('money.title')} lines={sums} />}
      <p className={styles.states}>
        <StageWord stage={order.stage} holdReason={order.holdReason} />
        {money !== undefined && <PaymentWord status={order.paymentStatus} />}
      </p>
    </div>
  )
}
