import { useTranslation } from 'react-i18next'
import { useGo, useGoBack, useSession } from '#renderer/client/index.ts'
import { useKeys } from '#renderer/ui/index.ts'
import { neighbourOf, useListWalk } from '../list/list-walk.ts'
import { inItsPlace } from './in-its-place.ts'
import type { OrderMoves } from './order-moves.ts'
import type { OrderPart } from './order-parts.ts'
import type { OrderActions } from './use-order-actions.ts'
import type { OrderFolder } from './use-sales-order.ts'

interface OrderKeys {
  folder: OrderFolder
  parts: readonly OrderPart[]
  part: OrderPart
  show: (part: OrderPart) => void
  moves: OrderMoves
  actions: OrderActions
  ask: (what: 'hold' | 'cancel') => void
}

/** The keys of an order's page (design, section 8). */
export function useOrderKeys({ folder, parts, part, show, moves, actions, ask }: OrderKeys): void {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const go = useGo()
  const goBack = useGoBack()
  const { ids } = useListWalk()
  const { id } = folder.order
  const walk = (by: -1 | 1) => () => {
    const next = neighbourOf(ids, id, by)
    if (next !== undefined) go(`/orders/${next}`, { replaces: true })
  }
  useKeys([
    ...parts.slice(0, 9).map((part, index) => ({
      keys: `Alt+${index + 1}`,
      label: t(`page.part.${part}`),
      run: () => show(part),
    })),
    {
      keys: 'Alt+P',
      label: t('takePayment'),
      run: () => go(`/orders/${id}/payment`, inItsPlace),
      isActive: moves.takePayment,
    },
    {
      keys: 'Alt+H',
      label: t(moves.release ? 'move.release' : 'move.hold'),
      run: () => (moves.release ? actions.release() : ask('hold')),
      isActive: moves.hold || moves.release,
    },
    {
      keys: 'Alt+R',
      label: t('again.reprint.label'),
      run: () => go(`/orders/new?again=${id}&how=reprint`),
      isActive: may('salesOrder.take'),
    },
    {
      keys: 'E',
      label: t('page.changeLines'),
      run: () => go(`/orders/${id}/change`, inItsPlace),
      isActive: moves.change,
    },
    {
      keys: 'Ctrl+Enter',
      label: t('page.finishDraft'),
      run: () => go(`/orders/${id}/change`, inItsPlace),
      isActive: moves.confirm,
    },
    { keys: 'J', label: t('page.key.next'), run: walk(1), isActive: ids.length > 1 },
    { keys: 'K', label: t('page.key.previous'), run: walk(-1), isActive: ids.length > 1 },
    { keys: 'Esc', label: t('page.key.back'), run: () => (part === 'summary' ? goBack('/orders') : show('summary')) },
  ])
}
