import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat } from '#renderer/client/index.ts'
import { ColumnPart, classNames, Glyph, type SumLine, SumLines } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { paymentGlyphs } from '../words/order-words.ts'
import styles from './order-page.module.css'
import type { OrderFolder } from './use-sales-order.ts'

/** Money as a sum that ends in the open amount (picture 03). */
export function OrderMoney({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const lines = useMoneyLines(folder)
  const { order } = folder
  if (order.money === undefined) return null
  return (
    <ColumnPart title={t('money.title')} right={t(order.pricesIncludeVat ? 'entry.withVat' : 'entry.withoutVat')}>
      <SumLines label={t('money.title')} lines={lines} />
    </ColumnPart>
  )
}

function useMoneyLines({ order, payments }: OrderFolder): readonly SumLine[] {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const { since } = useDateWords()
  const { money, currency } = order
  if (money === undefined || !isCurrency(currency)) return []
  const amount = (value: number) => format.amount(value, currency)
  const isGross = order.pricesIncludeVat
  const vat = money.vat.map(
    (each): SumLine => ({
      id: `vat ${each.category} ${each.rate}`,
      label:
        each.rate === 0 && each.category !== 'standard'
          ? t(`pricing:vat.category.${each.category}`)
          : t(isGross ? 'money.vatInside' : 'money.vatOf', {
              percent: format.percent(each.rate),
              net: amount(each.net),
            }),
      amount: amount(each.vat),
      ...(isGross ? { kind: 'note' } : {}),
    }),
  )
  const total: SumLine = {
    id: 'total',
    label: t('money.total', { currency }),
    amount: amount(money.gross),
    kind: 'sum',
  }
  const received = (payments?.payments ?? []).map(
    (payment): SumLine => ({
      id: payment.id,
      label: (
        <span className={classNames(styles.received, styles.small)}>
          <Glyph name={payment.reverses === null ? 'ink-check' : 'ink-ring-arrow-back'} size={12} />
          {payment.reverses === null
            ? t('money.received', {
                part: t(`part.${payment.part}`),
                method: t(`method.${payment.method}`),
                time: since(payment.receivedAt),
              })
            : t('money.reversed', { method: t(`method.${payment.method}`), time: since(payment.receivedAt) })}
        </span>
      ),
      amount: amount(-payment.amount),
    }),
  )
  return [
    {
      id: 'lines',
      label: t(isGross ? 'money.linesGross' : 'money.linesNet', { count: order.lines.length }),
      amount: amount(money.linesAmount),
    },
    ...(money.deliveryAmount === null
      ? []
      : [{ id: 'delivery', label: t('delivery.delivery'), amount: amount(money.deliveryAmount) }]),
    ...(money.rushAmount === null ? [] : [{ id: 'rush', label: t('money.rush'), amount: amount(money.rushAmount) }]),
    ...(isGross ? [total, ...vat] : [...vat, total]),
    ...received,
    {
      id: 'open',
      label: (
        <span className={styles.received}>
          <Glyph name={paymentGlyphs[order.paymentStatus]} size={14} />
          {order.paymentStatus === 'on_invoice' ? t('payment.on_invoice') : t('money.open')}
        </span>
      ),
      amount: amount(money.open),
      kind: 'grand',
    },
  ]
}
