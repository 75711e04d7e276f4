import { IconCash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat, useGo, useGoBack, useOwnSolid } from '#renderer/client/index.ts'
import { DocumentWaiting } from '#renderer/sync/index.ts'
import { Button, PageHeader } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { StageWord } from '../words/order-state-words.tsx'
import { inItsPlace } from './in-its-place.ts'
import type { OrderMoves } from './order-moves.ts'
import { AllPapersButton } from './order-papers.tsx'
import type { OrderFolder } from './use-sales-order.ts'

/** Which order, whose, how it stands, and what usually comes next. */
export function OrderHeader({ folder, moves }: { folder: OrderFolder; moves: OrderMoves }) {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const go = useGo()
  const goBack = useGoBack()
  const { order } = folder
  const open = order.money?.open ?? 0
  const asksMoney = moves.takePayment && order.paymentStatus !== 'on_invoice'
  useOwnSolid(asksMoney || moves.confirm)
  return (
    <PageHeader
      code={order.number ?? t('stage.draft')}
      title={order.customer.name || t('walkIn')}
      beside={
        <>
          <StageWord stage={order.stage} holdReason={order.holdReason} size={15} />
          <DocumentWaiting doc={order.id} />
        </>
      }
      onBack={() => goBack('/orders')}
      actions={
        <>
          <AllPapersButton folder={folder} />
          {moves.confirm && (
            <Button kind="solid" keys="Ctrl+Enter" onClick={() => go(`/orders/${order.id}/change`, inItsPlace)}>
              {t('page.finishDraft')}
            </Button>
          )}
          {moves.takePayment && (
            <Button
              kind={asksMoney ? 'solid' : 'outlined'}
              keys="Alt+P"
              icon={<IconCash size={17} stroke={1.6} aria-hidden />}
              onClick={() => go(`/orders/${order.id}/payment`, inItsPlace)}
            >
              {t('page.take', { amount: isCurrency(order.currency) ? format.amount(open, order.currency) : '' })}
            </Button>
          )}
        </>
      }
    />
  )
}
