import type { OutputFor } from '#shared/contract.ts'

type Order = Pick<OutputFor<'salesOrder.get'>, 'status' | 'isOnHold' | 'money'>

/** What can be done with an order where it stands; the core asks again. */
export interface OrderMoves {
  readonly change: boolean
  readonly hold: boolean
  readonly release: boolean
  readonly finish: boolean
  readonly reopen: boolean
  readonly cancel: boolean
  readonly restore: boolean
  readonly takePayment: boolean
  readonly confirm: boolean
}

export function orderMoves({ status, isOnHold, money }: Order, may: (grant: string) => boolean): OrderMoves {
  const stands = status === 'draft' || status === 'confirmed'
  return {
    change: stands && may('salesOrder.change'),
    hold: stands && !isOnHold && may('salesOrder.hold'),
    release: stands && isOnHold && may('salesOrder.hold'),
    finish: status === 'confirmed' && !isOnHold && may('salesOrder.change'),
    reopen: status === 'closed' && may('salesOrder.change'),
    cancel: stands && may('salesOrder.cancel'),
    restore: status === 'cancelled' && may('salesOrder.cancel'),
    takePayment: status !== 'draft' && status !== 'cancelled' && (money?.open ?? 0) > 0 && may('payment.receive'),
    confirm: status === 'draft' && may('salesOrder.confirm') && may('salesOrder.change'),
  }
}
