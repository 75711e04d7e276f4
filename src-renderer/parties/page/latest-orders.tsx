import { useTranslation } from 'react-i18next'
import { useGo, useQuery } from '#renderer/client/index.ts'
import { Button, DataTable } from '#renderer/ui/index.ts'
import styles from './party-page.module.css'
import { useOrderColumns } from './use-order-columns.tsx'

const shown = 6
const rowHeight = 33

/** The last few orders: what a customer on the telephone usually means. */
export function LatestOrders({ partyId, onAll }: { partyId: string; onAll: () => void }) {
  const { t } = useTranslation('parties')
  const go = useGo()
  const columns = useOrderColumns()
  const rows =
    useQuery('salesOrder.list', { partyId, withFinished: true, withCancelled: true, limit: shown + 1 }).value?.rows ??
    []
  if (rows.length === 0) return null
  const latest = rows.slice(0, shown)
  return (
    <section className={styles.orders}>
      <div className={styles.ordersHead}>
        <h2 className="t-section">{t('screen.page.latestOrders')}</h2>
        {rows.length > shown && (
          <Button size={28} keys="Alt+2" onClick={onAll}>
            {t('screen.page.allOrders')}
          </Button>
        )}
      </div>
      <div className={styles.latest} style={{ height: (latest.length + 1) * rowHeight + 4 }}>
        <DataTable
          isMain
          label={t('screen.page.latestOrders')}
          columns={columns}
          rows={latest}
          rowId={({ id }) => id}
          rowLabel={({ number, title }) => `${number ?? ''} ${title}`}
          rowTone={({ stage }) => (stage === 'finished' || stage === 'cancelled' ? 'settled' : 'plain')}
          onOpen={({ id }) => go(`/orders/${id}`)}
        />
      </div>
    </section>
  )
}
