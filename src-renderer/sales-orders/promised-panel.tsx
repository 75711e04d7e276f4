import { useTranslation } from 'react-i18next'
import { useGo, useQuery } from '#renderer/client/index.ts'
import { Button, Thumbnail } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './promised-panel.module.css'
import { fileUrl } from './words/file-url.ts'
import { PromisedWord, StageWord } from './words/order-state-words.tsx'
import { useClock } from './words/use-clock.ts'

type OrderRow = OutputFor<'salesOrder.promised'>['today'][number]

const shownToday = 20
const shownLate = 8
const isOrder = ({ stage }: OrderRow) => stage !== 'draft'

/** What should have been ready before, and what is promised for today: the first look of the morning. */
export function PromisedPanel() {
  const { t } = useTranslation('sales-orders')
  const go = useGo()
  const promised = useQuery('salesOrder.promised', {}).value
  if (promised === undefined) return null
  // A draft has promised nothing to anybody yet.
  const today = promised.today.filter(isOrder)
  // The latest first: what slipped yesterday can still be saved.
  const late = promised.late.filter(isOrder).toReversed()
  return (
    <section className={styles.panel} aria-label={t('promised.title')}>
      <h2 className="t-section">{t('promised.title')}</h2>
      {late.length === 0 && today.length === 0 ? (
        <p className="hint">{t('promised.nothing')}</p>
      ) : (
        <>
          <Orders title={t('promised.todayTitle', { count: today.length })} rows={today.slice(0, shownToday)} />
          <Orders title={t('promised.lateTitle', { count: late.length })} rows={late.slice(0, shownLate)} />
          {late.length > shownLate && (
            <p className={styles.more}>
              <Button kind="quiet" size={28} onClick={() => go('/orders?view=late')}>
                {t('promised.allLate', { count: late.length })}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Orders({ title, rows }: { title: string; rows: readonly OrderRow[] }) {
  const { t } = useTranslation('sales-orders')
  const go = useGo()
  const clock = useClock()
  if (rows.length === 0) return null
  return (
    <>
      <h3 className={`t-label ${styles.group}`}>{title}</h3>
      <ul className={styles.orders}>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.order} onClick={() => go(`/orders/${row.id}`)}>
              <span className={styles.picture}>
                {row.previewHash !== null && <Thumbnail src={fileUrl(row.previewHash)} alt="" />}
              </span>
              <span className={`mono ${styles.number}`}>{row.number ?? t('stage.draft')}</span>
              <span className={`one-line ${styles.name}`}>{row.customerName || t('walkIn')}</span>
              <span className={`one-line ${styles.title}`}>{row.title}</span>
              <span className={styles.when}>
                <PromisedWord on={row.promisedOn} at={row.promisedAt} stage={row.stage} clock={clock} />
              </span>
              <span className={styles.stage}>
                <StageWord stage={row.stage} holdReason={row.holdReason} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
