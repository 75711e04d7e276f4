import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat, useHouse, useSession } from '#renderer/client/index.ts'
import { StatusWord, statusGlyphs, type TableColumn } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import type { SalesOrderStage } from '#shared/sales-orders/sales-order-states.ts'

export type OrderRow = OutputFor<'salesOrder.list'>['rows'][number]

const glyphs = statusGlyphs.salesOrder
const stageGlyphs = {
  draft: glyphs.draft,
  on_hold: glyphs.onHold,
  files_to_check: glyphs.filesToCheck,
  waiting_for_payment: glyphs.waitingForPayment,
  new: glyphs.new,
  finished: glyphs.finished,
  cancelled: glyphs.cancelled,
} as const satisfies Readonly<Record<SalesOrderStage, string>>

/** A party's orders: what, when, how far, how much. */
export function useOrderColumns(): readonly TableColumn<OrderRow>[] {
  const { t } = useTranslation('parties')
  const { may } = useSession()
  const seesMoney = may('price.see')
  const { currency } = useHouse()
  const { day } = useDateWords()
  const format = useFormat()
  return useMemo(() => {
    const columns: readonly TableColumn<OrderRow>[] = [
      {
        id: 'number',
        head: t('screen.orders.number'),
        width: 112,
        look: 'code',
        render: ({ number }) => number ?? '–',
      },
      {
        id: 'title',
        head: t('screen.orders.title'),
        width: 'flex',
        minWidth: 160,
        look: 'main',
        render: ({ title }) => title,
        fullText: ({ title }) => title,
      },
      {
        id: 'taken',
        head: t('screen.orders.taken'),
        width: 124,
        look: 'second',
        render: ({ orderedOn }) => day(orderedOn),
      },
      {
        id: 'stage',
        head: t('screen.orders.stage'),
        width: 184,
        look: 'second',
        priority: 2,
        render: ({ stage }) => (
          <StatusWord
            glyph={stageGlyphs[stage]}
            tone={stage === 'finished' || stage === 'cancelled' ? 'settled' : 'plain'}
          >
            {t(`sales-orders:stage.${stage}`)}
          </StatusWord>
        ),
      },
      {
        id: 'total',
        head: t('screen.orders.total', { currency }),
        width: 112,
        align: 'right',
        look: 'money',
        render: ({ money, currency: own }) =>
          money === undefined || !isCurrency(own) ? '' : format.amount(money.gross, own),
      },
    ]
    return columns.filter(({ id }) => seesMoney || id !== 'total')
  }, [t, day, currency, seesMoney, format])
}
