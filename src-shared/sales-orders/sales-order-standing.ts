import type { OrderTotals } from '#shared/pricing/order-totals.ts'
import type { SalesOrder } from './replication.ts'
import { needsArtwork } from './sales-order.ts'
import {
  type ListGroup,
  listGroupOf,
  type PaymentStatus,
  paymentStatusOf,
  type SalesOrderStage,
  stageOf,
} from './sales-order-states.ts'
import type { StandingLine } from './sales-order-totals.ts'

export interface Standing {
  readonly stage: SalesOrderStage
  readonly listGroup: ListGroup
  readonly paymentStatus: PaymentStatus
  readonly open: number
}

/** Where an order stands, from itself, its totals and what was paid (W19: a pure function of the row). */
export function standingOf(
  order: SalesOrder,
  lines: readonly StandingLine[],
  totals: OrderTotals,
  paid: number,
): Standing {
  const open = Math.max(0, totals.gross - paid)
  const stage = stageOf({
    status: order.status,
    isOnHold: order.isOnHold,
    lacksArtwork: lines.some(({ item, line }) => needsArtwork(item) && line.artwork === null),
    paidBefore: order.paidBefore,
    openAmount: open,
  })
  return {
    stage,
    listGroup: listGroupOf(stage),
    paymentStatus: paymentStatusOf(totals.gross, paid, order.plannedPayment === 'on_invoice'),
    open,
  }
}
