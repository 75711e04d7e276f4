import { IconClipboardText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FeatureScreens, PlaceCount, ScanPattern } from '#renderer/client/index.ts'
import { useFormat, useQuery } from '#renderer/client/index.ts'
import { orderPaletteActions, orderPaletteGroup } from './palette.tsx'
import { PromisedPanel } from './promised-panel.tsx'
import { salesOrderKind } from './words/order-document.ts'

/** A job ticket's code or an order's number, from a scanner or a hand. */
const orderReference: ScanPattern = {
  id: 'salesOrder',
  matches: (code) => /^[A-Z0-9][A-Z0-9-]{3,30}(\/\d{1,4})?$/iu.test(code),
  find: async (code, { ask }) => {
    const found = await ask.query('salesOrder.byReference', { reference: code })
    return found === null ? null : { to: `/orders/${found.id}` }
  },
}

export const salesOrderScreens: FeatureScreens = {
  places: [
    {
      id: 'salesOrders',
      group: 'sell',
      rank: 10,
      word: 'sales-orders:place',
      icon: IconClipboardText,
      to: '/orders',
      letter: 'O',
      grant: 'salesOrder.see',
      useCount: useOpenCount,
    },
  ],
  routes: [
    {
      path: '/orders',
      load: async () => ({ Screen: (await import('./list/sales-order-list.tsx')).SalesOrderList }),
      grant: 'salesOrder.see',
    },
    {
      path: '/orders/new',
      load: async () => ({ Screen: (await import('./entry/order-entry-page.tsx')).OrderEntryPage }),
      grant: 'salesOrder.take',
    },
    {
      path: '/orders/$orderId',
      load: async () => ({ Screen: (await import('./page/sales-order-page.tsx')).SalesOrderPage }),
      grant: 'salesOrder.see',
    },
    {
      path: '/orders/$orderId/change',
      load: async () => ({ Screen: (await import('./entry/order-change-page.tsx')).OrderChangePage }),
      grant: 'salesOrder.change',
    },
  ],
  paletteGroups: [orderPaletteGroup],
  paletteActions: orderPaletteActions,
  scanPatterns: [orderReference],
  documentKinds: [salesOrderKind],
  startPanels: [{ id: 'promised', rank: 10, column: 'main', Panel: PromisedPanel, grant: 'salesOrder.see' }],
}

function useOpenCount(): PlaceCount | null {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const counts = useQuery('salesOrder.counts', {}).value
  const open = counts?.groups.open ?? 0
  return open === 0 ? null : { count: open, words: t('placeCount', { count: open, formatted: format.count(open) }) }
}
