import { IconClipboardText, IconCopy, IconFilePlus, IconPackage, IconPlus, IconRefresh } from '@tabler/icons-react'
import type { PaletteAction, PaletteGroup, PaletteHit, PaletteSubject, ScreenTools } from '#renderer/client/index.ts'
import { Thumbnail } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { fileUrl } from './words/file-url.ts'
import { OrderPreview } from './words/order-preview.tsx'
import { StageWord } from './words/order-state-words.tsx'

type OrderRow = OutputFor<'salesOrder.list'>['rows'][number]

const most = 8

/** Orders by number, customer, telephone, reference or product, the finished ones too. */
export const orderPaletteGroup: PaletteGroup = {
  id: 'salesOrders',
  rank: 10,
  word: 'sales-orders:palette.orders',
  prefix: '#',
  icon: IconClipboardText,
  grant: 'salesOrder.see',
  find: async (text, tools) => {
    const { rows } = await tools.ask.query('salesOrder.list', {
      search: text,
      withFinished: true,
      withCancelled: true,
      limit: most,
    })
    return { hits: rows.map((row) => hitOf(row, tools)), total: rows.length < most ? rows.length : null }
  },
  Preview: ({ hit }) => <OrderPreview id={hit.id} />,
}

function hitOf(row: OrderRow, tools: ScreenTools): PaletteHit {
  const { id, number, customerName, partyId, stage, holdReason, previewHash, money, currency } = row
  const name = customerName || tools.t('sales-orders:walkIn')
  const isPayable = stage !== 'draft' && stage !== 'cancelled' && (money?.open ?? 0) > 0
  const open = money !== undefined && isCurrency(currency) ? tools.format.amountWithCurrency(money.open, currency) : ''
  const order: PaletteSubject = {
    entity: 'sales_order',
    id,
    name: number ?? tools.t('sales-orders:stage.draft'),
    facts: { isPayable, open, isDraft: number === null },
  }
  const party: readonly PaletteSubject[] = partyId === null ? [] : [{ entity: 'party', id: partyId, name }]
  return {
    id,
    title: name,
    code: number ?? tools.t('sales-orders:stage.draft'),
    ...(previewHash === null ? {} : { picture: <Thumbnail src={fileUrl(previewHash)} alt="" /> }),
    detail: <StageWord stage={stage} holdReason={holdReason} />,
    to: `/orders/${id}`,
    subjects: [order, ...party],
  }
}

/** "New order for Bakkerij van Dongen BV", or simply a new order: the key of the counter. */
const newOrder: PaletteAction = {
  id: 'newOrder',
  rank: 10,
  icon: IconPlus,
  keys: 'Alt+N',
  grant: 'salesOrder.take',
  isInTopBar: true,
  isOnStart: true,
  shortWord: 'sales-orders:palette.order',
  offer: (subjects, { t }) => {
    const party = subjectOf(subjects, 'party')
    if (party !== undefined) return { title: t('sales-orders:palette.newOrderFor', { name: party.name }) }
    return { title: t('sales-orders:palette.newOrder') }
  },
  run: (subjects, { go }) => {
    const party = subjectOf(subjects, 'party')
    go(party === undefined ? '/orders/new' : `/orders/new?party=${party.id}`)
  },
}

/** A found product goes onto the order that is open, else onto a new one. */
const orderProduct: PaletteAction = {
  id: 'orderProduct',
  rank: 12,
  icon: IconPackage,
  grant: 'salesOrder.take',
  offer: (subjects, { t }) => {
    const product = subjectOf(subjects, 'product')
    return product === undefined ? null : { title: t('sales-orders:palette.orderProduct', { name: product.name }) }
  },
  run: (subjects, { go }) => {
    const product = subjectOf(subjects, 'product')
    if (product !== undefined) go(`/orders/new?product=${product.id}`)
  },
}

/** Identical artwork, paid: of the found order, or of the last order of the found customer. */
const reprint: PaletteAction = {
  id: 'reprint',
  rank: 20,
  icon: IconRefresh,
  grant: 'salesOrder.take',
  offer: (subjects, { t }) => {
    const order = standingOrder(subjects)
    if (order !== undefined) return { title: t('sales-orders:palette.reprint', { number: order.name }) }
    if (subjectOf(subjects, 'sales_order') !== undefined) return null
    const party = subjectOf(subjects, 'party')
    return party === undefined ? null : { title: t('sales-orders:palette.reprintLast', { name: party.name }) }
  },
  run: async (subjects, { ask, go }) => {
    const order = standingOrder(subjects)
    if (order !== undefined) return go(`/orders/new?again=${order.id}&how=reprint`)
    const party = subjectOf(subjects, 'party')
    if (party === undefined) return
    const { rows } = await ask.query('salesOrder.list', { partyId: party.id, withFinished: true, limit: 10 })
    const last = rows.find(({ number }) => number !== null)
    go(last === undefined ? `/orders/new?party=${party.id}` : `/orders/new?again=${last.id}&how=reprint`)
  },
}

const duplicate = again('duplicate', 22, IconCopy)
const newOrderFrom = again('new_order', 24, IconFilePlus)

function again(how: 'duplicate' | 'new_order', rank: number, icon: PaletteAction['icon']): PaletteAction {
  return {
    id: how,
    rank,
    icon,
    grant: 'salesOrder.take',
    offer: (subjects, { t }) => {
      const order = standingOrder(subjects)
      return order === undefined ? null : { title: t(`sales-orders:palette.${how}`, { number: order.name }) }
    },
    run: (subjects, { go }) => {
      const order = standingOrder(subjects)
      if (order !== undefined) go(`/orders/new?again=${order.id}&how=${how}`)
    },
  }
}

export const orderPaletteActions: readonly PaletteAction[] = [newOrder, orderProduct, reprint, duplicate, newOrderFrom]

function subjectOf(subjects: readonly PaletteSubject[], entity: string): PaletteSubject | undefined {
  return subjects.find((subject) => subject.entity === entity)
}

/** An order with a number; a draft has nothing to repeat yet. */
function standingOrder(subjects: readonly PaletteSubject[]): PaletteSubject | undefined {
  const order = subjectOf(subjects, 'sales_order')
  return order?.facts?.isDraft === true ? undefined : order
}
