import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat, useHouse, useSession } from '#renderer/client/index.ts'
import { WaitingMark } from '#renderer/sync/index.ts'
import { type TableColumn, Thumbnail } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { fileUrl } from '../words/file-url.ts'
import { PaymentWord, PromisedWord, StageWord } from '../words/order-state-words.tsx'
import { useClock } from '../words/use-clock.ts'
import { type ChosenColumn, chosenColumns } from './list-columns.ts'

export type OrderRow = OutputFor<'salesOrder.list'>['rows'][number]

/** The columns of the order list in their order; money only for who may see it, the rest as the person chose. */
export function useOrderColumns(chosen: readonly ChosenColumn[]): readonly TableColumn<OrderRow>[] {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const { may } = useSession()
  const seesMoney = may('price.see')
  const format = useFormat()
  const { day } = useDateWords()
  const clock = useClock()
  return useMemo(() => {
    const columns: readonly TableColumn<OrderRow>[] = [
      {
        id: 'picture',
        head: t('list.head.picture'),
        headIsHidden: true,
        width: 54,
        priority: 3,
        render: ({ previewHash }) => (previewHash === null ? null : <Thumbnail src={fileUrl(previewHash)} alt="" />),
      },
      {
        id: 'number',
        head: t('list.head.number'),
        // With room for the mark of one that waits.
        width: 116,
        look: 'code',
        isSortable: true,
        render: ({ id, number }) => (
          <>
            {number ?? '–'}
            <WaitingMark doc={id} />
          </>
        ),
      },
      {
        id: 'customer',
        head: t('list.head.customer'),
        width: 192,
        look: 'main',
        isSortable: true,
        render: ({ customerName }) => customerName || t('walkIn'),
        fullText: ({ customerName, customerCode }) =>
          [customerCode, customerName || t('walkIn')].filter(Boolean).join(' '),
      },
      {
        id: 'customerCode',
        head: t('list.head.customerCode'),
        width: 92,
        look: 'code',
        priority: 2,
        isSortable: true,
        render: ({ customerCode }) => customerCode,
      },
      {
        id: 'title',
        head: t('list.head.title'),
        width: 'flex',
        minWidth: 130,
        look: 'second',
        priority: 1,
        isSortable: true,
        render: ({ title }) => title,
        fullText: ({ title }) => title,
      },
      {
        id: 'product',
        head: t('list.head.product'),
        width: 168,
        look: 'second',
        priority: 2,
        isSortable: true,
        render: ({ productName }) => productName,
        fullText: ({ productName }) => productName,
      },
      {
        id: 'taken',
        head: t('list.head.taken'),
        width: 104,
        look: 'second',
        priority: 2,
        isSortable: true,
        render: ({ orderedOn }) => day(orderedOn),
      },
      {
        id: 'promised',
        head: t('list.head.promised'),
        width: 140,
        look: 'second',
        isSortable: true,
        render: ({ promisedOn, promisedAt, stage }) => (
          <PromisedWord on={promisedOn} at={promisedAt} stage={stage} clock={clock} />
        ),
      },
      {
        id: 'stage',
        head: t('list.head.stage'),
        width: 166,
        look: 'second',
        render: ({ stage, holdReason }) => <StageWord stage={stage} holdReason={holdReason} />,
        fullText: ({ stage, holdReason }) =>
          stage === 'on_hold' && holdReason !== '' ? t('stage.onHoldWhy', { why: holdReason }) : t(`stage.${stage}`),
      },
      {
        id: 'payment',
        head: t('list.head.payment'),
        width: 118,
        look: 'second',
        priority: 2,
        render: ({ paymentStatus }) => <PaymentWord status={paymentStatus} />,
        fullText: ({ paymentStatus }) => t(`payment.${paymentStatus}`),
      },
      {
        id: 'total',
        head: t('list.head.total', { currency }),
        width: 98,
        align: 'right',
        look: 'money',
        render: ({ money, currency: own }) =>
          money === undefined || !isCurrency(own) ? '' : format.amount(money.gross, own),
      },
    ]
    const isMoney = (id: string) => id === 'total' || id === 'payment'
    const isChoice = (id: string): id is ChosenColumn => chosenColumns.some((each) => each === id)
    return columns.filter(({ id }) => (seesMoney || !isMoney(id)) && (!isChoice(id) || chosen.includes(id)))
  }, [t, currency, seesMoney, format, day, clock, chosen])
}
