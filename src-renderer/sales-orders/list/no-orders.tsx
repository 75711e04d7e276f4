import { IconBarcode, IconPlus, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo, useOwnSolid, useSession } from '#renderer/client/index.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import styles from './order-list.module.css'

interface NoOrdersProps {
  /** A filter or a search is what leaves nothing. */
  isFiltered: boolean
  /** The shop has no order at all yet. */
  isFirst: boolean
  onDropFilters: () => void
}

/** Never a dead end: what is missing, and the ways to begin. */
export function NoOrders({ isFiltered, isFirst, onDropFilters }: NoOrdersProps) {
  const { t } = useTranslation('sales-orders')
  if (isFiltered && !isFirst) {
    return (
      <div className={styles.empty}>
        <EmptyState
          title={t('list.empty.filtered')}
          ways={[
            {
              id: 'drop',
              icon: null,
              title: t('list.empty.dropTitle'),
              detail: t('list.empty.dropDetail'),
              action: (
                <Button keys="Esc" onClick={onDropFilters}>
                  {t('list.empty.drop')}
                </Button>
              ),
            },
          ]}
        />
      </div>
    )
  }
  return <FirstOrder isFirst={isFirst} />
}

function FirstOrder({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('sales-orders')
  const go = useGo()
  const { may } = useSession()
  const canTake = may('salesOrder.take')
  useOwnSolid(canTake)
  const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const
  const ways = [
    {
      id: 'order',
      icon: <IconPlus {...icon} />,
      title: t('list.empty.orderTitle'),
      detail: t('list.empty.orderDetail'),
      action: (
        <Button kind="solid" keys="Alt+N" onClick={() => go('/orders/new')}>
          {t('list.empty.order')}
        </Button>
      ),
    },
    {
      id: 'walkIn',
      icon: <IconUserPlus {...icon} />,
      title: t('list.empty.walkInTitle'),
      detail: t('list.empty.walkInDetail'),
      action: <Button onClick={() => go('/orders/new?walkIn=yes')}>{t('list.empty.walkIn')}</Button>,
    },
  ]
  return (
    <div className={styles.empty}>
      <EmptyState title={isFirst ? t('list.empty.first') : t('list.empty.nothingOpen')} ways={canTake ? ways : []}>
        {canTake ? (
          t('list.empty.how')
        ) : (
          <>
            <IconBarcode size={16} stroke={1.6} aria-hidden /> {t('list.empty.wait')}
          </>
        )}
      </EmptyState>
    </div>
  )
}
