import { IconClipboardPlus, IconFilterX, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo, useOwnSolid, useSession } from '#renderer/client/index.ts'
import { Button, EmptyState, useKeys, type WayToStart } from '#renderer/ui/index.ts'
import styles from './party-list.module.css'
import type { PartyList } from './use-party-list.ts'

interface NoPartiesProps {
  list: PartyList
  onDrop: () => void
  onAdd: () => void
}

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const

/** Never a dead end: a search that finds nobody offers to register them, an empty shop how to begin. */
export function NoParties({ list, onDrop, onAdd }: NoPartiesProps) {
  const { t } = useTranslation('parties')
  const go = useGo()
  const { may } = useSession()
  const canRegister = may('party.register')
  const isNarrowed = list.isSearch || list.archived
  useOwnSolid(canRegister && !list.archived)
  useKeys([
    { keys: 'Esc', label: t('screen.empty.drop'), run: onDrop, isActive: isNarrowed },
    { keys: 'O', label: t('screen.empty.order'), run: () => go('/orders/new'), isActive: !isNarrowed },
  ])
  const register: WayToStart = {
    id: 'register',
    icon: <IconUserPlus {...icon} />,
    title: list.isSearch ? t('screen.empty.registerFound', { text: list.search.trim() }) : t('screen.empty.register'),
    detail: t('screen.empty.registerDetail'),
    action: (
      <Button kind="solid" keys={list.isSearch ? 'Enter' : 'N'} onClick={onAdd}>
        {t('screen.list.add')}
      </Button>
    ),
  }
  const drop: WayToStart = {
    id: 'drop',
    icon: <IconFilterX {...icon} />,
    title: t('screen.empty.dropTitle'),
    detail: t('screen.empty.dropDetail'),
    action: (
      <Button keys="Esc" onClick={onDrop}>
        {t('screen.empty.drop')}
      </Button>
    ),
  }
  const begin: readonly WayToStart[] = [
    {
      id: 'order',
      icon: <IconClipboardPlus {...icon} />,
      title: t('screen.empty.orderTitle'),
      detail: t('screen.empty.orderDetail'),
      action: (
        <Button keys="O" onClick={() => go('/orders/new')}>
          {t('screen.empty.order')}
        </Button>
      ),
    },
  ]
  const ways = [
    ...(canRegister && (list.isSearch || !list.archived) ? [register] : []),
    ...(isNarrowed ? [drop] : may('salesOrder.take') ? begin : []),
  ]
  if (!isNarrowed) {
    return (
      <div className={styles.empty}>
        <EmptyState title={t('screen.empty.first')} ways={ways}>
          {t('screen.empty.why')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <EmptyState
        title={
          list.isSearch ? t('screen.empty.nobodyFound', { text: list.search.trim() }) : t('screen.empty.nobodyArchived')
        }
        ways={ways}
      >
        {list.isSearch ? t('screen.empty.searched') : t('screen.empty.archivedWhy')}
      </EmptyState>
    </div>
  )
}
