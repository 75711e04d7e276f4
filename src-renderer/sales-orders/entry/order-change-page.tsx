import { useMemo } from 'react'
import { useQuery, useRouteParam } from '#renderer/client/index.ts'
import { draftOfOrder } from './draft-from-order.ts'
import type { EntryTask } from './entry-task.ts'
import { OrderEntry } from './order-entry.tsx'

/** `/orders/$orderId/change`: lines and head of an order that stands, or a draft to be finished (ORD-04, ORD-29). */
export function OrderChangePage() {
  const orderId = useRouteParam('orderId')
  const order = useQuery('salesOrder.get', { id: orderId }, { dropsLast: true }).value
  // What the form began with stays the base of comparison, also when somebody else changes the order meanwhile.
  const base = order?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first answer is the base
  const begun = useMemo(() => {
    if (order === undefined) return null
    const before = draftOfOrder(order)
    const task: EntryTask = { kind: 'change', orderId: order.id, number: order.number, before }
    return { task, before }
  }, [base])
  return begun === null ? null : <OrderEntry key={orderId} task={begun.task} initial={begun.before} />
}
