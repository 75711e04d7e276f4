import { IconClipboardPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo, useKeysetList, useSession } from '#renderer/client/index.ts'
import { Button, DataTable, EmptyState, useKeysetRows, useTableState } from '#renderer/ui/index.ts'
import { useOrderColumns } from './use-order-columns.tsx'

/** Everything they ever ordered, newest first, finished and cancelled as well (CUS-14). */
export function PartyOrders({ partyId }: { partyId: string }) {
  const { t } = useTranslation('parties')
  const go = useGo()
  const { may } = useSession()
  const columns = useOrderColumns()
  const state = useTableState(`party-orders-${partyId}`)
  const rows = useKeysetRows(
    useKeysetList('salesOrder.list', { partyId, withFinished: true, withCancelled: true, limit: 100 }),
  )
  return (
    <DataTable
      isMain
      label={t('screen.page.part.orders')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowLabel={({ number, title }) => `${number ?? ''} ${title}`}
      rowTone={({ stage }) => (stage === 'finished' || stage === 'cancelled' ? 'settled' : 'plain')}
      state={state}
      onOpen={({ id }) => go(`/orders/${id}`)}
      empty={
        <EmptyState
          title={t('screen.orders.none')}
          ways={
            may('salesOrder.take')
              ? [
                  {
                    id: 'order',
                    icon: <IconClipboardPlus size={20} stroke={1.6} aria-hidden />,
                    title: t('screen.empty.orderTitle'),
                    detail: t('screen.orders.noneDetail'),
                    action: (
                      <Button keys="Alt+N" onClick={() => go(`/orders/new?party=${partyId}`)}>
                        {t('screen.page.newOrder')}
                      </Button>
                    ),
                  },
                ]
              : []
          }
        />
      }
    />
  )
}
