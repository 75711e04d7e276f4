import {
  IconArrowBackUp,
  IconCash,
  IconCheck,
  IconChecklist,
  IconCopy,
  IconFilePlus,
  IconFileText,
  IconHistory,
  IconLayoutList,
  IconLock,
  IconMapPin,
  IconNotes,
  IconPhoto,
  IconPlayerPause,
  IconPlayerPlay,
  IconReceiptEuro,
  IconRefresh,
  IconX,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { SideMenu, SideMenuGroup, SideMenuItem } from '#renderer/ui/index.ts'
import type { OrderMoves } from './order-moves.ts'
import type { OrderPart } from './order-parts.ts'
import type { OrderActions } from './use-order-actions.ts'
import type { OrderFolder } from './use-sales-order.ts'

const icons: Readonly<Record<OrderPart, ComponentType<{ size: number; stroke: number }>>> = {
  summary: IconLayoutList,
  shipTo: IconMapPin,
  money: IconReceiptEuro,
  instructions: IconNotes,
  papers: IconFileText,
  files: IconPhoto,
  payments: IconCash,
  history: IconHistory,
  tasks: IconChecklist,
}

interface OrderMenuProps {
  folder: OrderFolder
  parts: readonly OrderPart[]
  part: OrderPart
  onPart: (part: OrderPart) => void
  moves: OrderMoves
  actions: OrderActions
  onAsk: (what: 'hold' | 'cancel') => void
}

/** Everything that belongs to an order, what can be done with it, and the ways to order it again (ORD-20). */
export function OrderMenu({ folder, parts, part, onPart, moves, actions, onAsk }: OrderMenuProps) {
  const { t } = useTranslation('sales-orders')
  const { order, payments } = folder
  const isWanted = parts.includes('tasks')
  const openTasks = useQuery('task.list', { doc: order.id, limit: 50 }, { isWanted })
  const counts: Partial<Record<OrderPart, number>> = {
    files: order.lines.filter(({ artwork }) => artwork !== null).length,
    payments: payments?.payments.length ?? 0,
    papers: new Set(folder.outcomes.map(({ printJobId }) => printJobId)).size,
    tasks: openTasks.value?.rows.length ?? 0,
  }
  const icon = { size: 17, stroke: 1.6 }
  const items = [
    { key: 'hold', isOffered: moves.hold, icon: <IconPlayerPause {...icon} />, run: () => onAsk('hold') },
    { key: 'release', isOffered: moves.release, icon: <IconPlayerPlay {...icon} />, run: actions.release },
    { key: 'finish', isOffered: moves.finish, icon: <IconCheck {...icon} />, run: actions.finish },
    { key: 'reopen', isOffered: moves.reopen, icon: <IconArrowBackUp {...icon} />, run: actions.reopen },
    { key: 'cancel', isOffered: moves.cancel, icon: <IconX {...icon} />, run: () => onAsk('cancel') },
    { key: 'restore', isOffered: moves.restore, icon: <IconArrowBackUp {...icon} />, run: actions.restore },
  ].filter(({ isOffered }) => isOffered)
  return (
    <SideMenu label={t('page.parts')}>
      {parts.map((each) => {
        const Icon = icons[each]
        const count = counts[each]
        return (
          <SideMenuItem
            key={each}
            label={t(`page.part.${each}`)}
            icon={<Icon {...icon} />}
            isActive={each === part}
            onClick={() => onPart(each)}
            {...(count === undefined || count === 0 ? {} : { count })}
          />
        )
      })}
      {items.length > 0 && (
        <SideMenuGroup title={t('page.thisOrder')}>
          {items.map(({ key, icon: sign, run }) => (
            <SideMenuItem key={key} label={t(`move.${key}`)} icon={sign} onClick={run} />
          ))}
        </SideMenuGroup>
      )}
      <OrderAgain orderId={order.id} />
    </SideMenu>
  )
}

/** Three ways to order again that are never one, and the fourth that waits for a claim (features 23.3). */
function OrderAgain({ orderId }: { orderId: string }) {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const go = useGo()
  if (!may('salesOrder.take')) return null
  const again = (how: string) => () => go(`/orders/new?again=${orderId}&how=${how}`)
  const icon = { size: 17, stroke: 1.6 }
  return (
    <SideMenuGroup title={t('again.title')}>
      <SideMenuItem
        label={t('again.reprint.label')}
        detail={t('again.reprint.detail')}
        icon={<IconRefresh {...icon} />}
        onClick={again('reprint')}
      />
      <SideMenuItem
        label={t('again.duplicate.label')}
        detail={t('again.duplicate.detail')}
        icon={<IconCopy {...icon} />}
        onClick={again('duplicate')}
      />
      <SideMenuItem
        label={t('again.new_order.label')}
        detail={t('again.new_order.detail')}
        icon={<IconFilePlus {...icon} />}
        onClick={again('new_order')}
      />
      <SideMenuItem
        label={t('again.rerun.label')}
        detail={t('again.rerun.detail')}
        icon={<IconLock {...icon} />}
        isLocked
        onClick={() => {}}
      />
    </SideMenuGroup>
  )
}
