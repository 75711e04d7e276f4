import { IconCash } from '@tabler/icons-react'
import type { PaletteAction, PaletteSubject } from '#renderer/client/index.ts'

/** "Take payment on 26-A04817", offered with any order that has money open. */
export const takePaymentAction: PaletteAction = {
  id: 'takePayment',
  rank: 40,
  icon: IconCash,
  grant: 'payment.receive',
  offer: (subjects, { t }) => {
    const order = payableOrder(subjects)
    if (order === undefined) return null
    return { title: t('payments:palette.take', { number: order.name }), detail: order.facts?.open ?? '' }
  },
  run: (subjects, { go }) => {
    const order = payableOrder(subjects)
    if (order !== undefined) go(`/orders/${order.id}/payment`)
  },
}

function payableOrder(subjects: readonly PaletteSubject[]): PaletteSubject | undefined {
  return subjects.find(({ entity, facts }) => entity === 'sales_order' && facts?.isPayable === true)
}
