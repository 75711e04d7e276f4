import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import type { SumLine } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { deliveryAmountOf } from './price-draft.ts'
import type { OrderEntry } from './use-order-entry.ts'

/** What the order comes to, as lines that add up the way the totals were made: net and VAT, or gross with VAT in it. */
export function useTotalLines({ draft, priced }: Pick<OrderEntry, 'draft' | 'priced'>): readonly SumLine[] {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const { totals } = priced
  if (totals === null || !isCurrency(currency)) return []
  const amount = (value: number) => format.amount(value, currency)
  const isGross = totals.includesVat
  const lines: SumLine[] = [
    {
      id: 'lines',
      label: t(isGross ? 'money.linesGross' : 'money.linesNet', { count: draft.lines.length }),
      amount: amount(totals.linesAmount),
    },
    {
      id: 'delivery',
      label: draft.delivery === 'pick_up' ? t('delivery.pick_up') : t('delivery.delivery'),
      amount: amount(deliveryAmountOf(draft) ?? 0),
    },
  ]
  if (priced.rushAmount > 0) lines.push({ id: 'rush', label: t('money.rush'), amount: amount(priced.rushAmount) })
  const vat = totals.vat.map(
    (each): SumLine => ({
      id: `vat ${each.category} ${each.rate}`,
      label: isGross
        ? t('money.vatInside', { percent: format.percent(each.rate) })
        : each.rate === 0 && each.category !== 'standard'
          ? t(`pricing:vat.category.${each.category}`)
          : t('money.vat', { percent: format.percent(each.rate) }),
      amount: amount(each.vat),
      ...(isGross ? { kind: 'note' as const } : {}),
    }),
  )
  const total: SumLine = {
    id: 'total',
    label: t('money.total', { currency }),
    amount: amount(totals.gross),
    kind: 'grand',
  }
  return isGross ? [...lines, total, ...vat] : [...lines, ...vat, total]
}
