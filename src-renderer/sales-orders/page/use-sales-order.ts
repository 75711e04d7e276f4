import { useEffect } from 'react'
import { useClient, useQuery, useSession } from '#renderer/client/index.ts'
import type { OutputFor } from '#shared/contract.ts'

export type SalesOrder = OutputFor<'salesOrder.get'>
export type OrderMoney = NonNullable<SalesOrder['money']>

export interface OrderFolder {
  readonly order: SalesOrder
  readonly payments: OutputFor<'payment.ofOrder'> | undefined
  readonly history: OutputFor<'history.get'> | undefined
  readonly outcomes: OutputFor<'printOutcome.list'>['outcomes']
}

/** An order with all that belongs to it, as far as this person may see it. Null: not known yet. */
export function useOrderFolder(id: string): { readonly folder: OrderFolder | null; readonly isUnknown: boolean } {
  const { may } = useSession()
  const { wire } = useClient()
  const order = useQuery('salesOrder.get', { id }, { dropsLast: true })
  const payments = useQuery(
    'payment.ofOrder',
    { salesOrderId: id },
    { isWanted: may('payment.see') && may('price.see'), dropsLast: true },
  )
  const history = useQuery(
    'history.get',
    { entity: 'sales_order', doc: id, limit: 100 },
    { isWanted: may('history.see'), dropsLast: true },
  )
  const outcomes = useQuery('printOutcome.list', { documentId: id }, { isWanted: may('printJob.see'), dropsLast: true })
  const { askAgain } = history
  useEffect(
    // A history depends on every kind of document, so it names none; here only the order's own changes count.
    () => wire.onAnnouncement(({ entities }) => 'sales_order' in entities && askAgain()),
    [wire, askAgain],
  )
  if (order.value === undefined) return { folder: null, isUnknown: order.problem?.kind === 'refused' }
  return {
    folder: {
      order: order.value,
      payments: payments.value,
      history: history.value,
      outcomes: outcomes.value?.outcomes ?? [],
    },
    isUnknown: false,
  }
}
