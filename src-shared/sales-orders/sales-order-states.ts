import { type StateOf, stateMachine } from '#shared/kernel/state-machine.ts'

/** SO1: where an order stands on its own axis; holding is a mark beside it, progress is derived (architecture, section 2). */
export const salesOrderStates = stateMachine(['draft'], {
  draft: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { close: 'closed', cancel: 'cancelled' },
  closed: { reopen: 'confirmed' },
  cancelled: { restore: 'confirmed', restoreDraft: 'draft' },
})

export type SalesOrderStatus = StateOf<typeof salesOrderStates>

export const salesOrderStatuses = [
  'draft',
  'confirmed',
  'closed',
  'cancelled',
] as const satisfies readonly SalesOrderStatus[]

/** SO2: what people see. When several hold, the first in this order is shown (design, section 6). */
export const salesOrderStages = [
  'draft',
  'on_hold',
  'files_to_check',
  'waiting_for_payment',
  'new',
  'finished',
  'cancelled',
] as const
export type SalesOrderStage = (typeof salesOrderStages)[number]

/** Which part of the list an order belongs to: finished and cancelled ones are shown only when ticked (ORD-10, ORD-11). */
export const listGroups = ['open', 'finished', 'cancelled'] as const
export type ListGroup = (typeof listGroups)[number]

export const paymentStatuses = ['open', 'part_paid', 'paid', 'on_invoice'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export interface StageFacts {
  readonly status: SalesOrderStatus
  readonly isOnHold: boolean
  /** A line that needs artwork has none yet. */
  readonly lacksArtwork: boolean
  readonly paidBefore: boolean
  readonly openAmount: number
}

/** SO2: the one pure function from facts of the row to its stage (W19). */
export function stageOf({ status, isOnHold, lacksArtwork, paidBefore, openAmount }: StageFacts): SalesOrderStage {
  if (status === 'draft') return 'draft'
  if (status === 'cancelled') return 'cancelled'
  if (status === 'closed') return 'finished'
  if (isOnHold) return 'on_hold'
  if (lacksArtwork) return 'files_to_check'
  if (paidBefore && openAmount > 0) return 'waiting_for_payment'
  return 'new'
}

export function listGroupOf(stage: SalesOrderStage): ListGroup {
  return stage === 'finished' || stage === 'cancelled' ? stage : 'open'
}

/** SO3: how far an order is paid; one that goes on an invoice is not asked for money at the counter. */
export function paymentStatusOf(payable: number, paid: number, goesOnInvoice: boolean): PaymentStatus {
  if (paid >= payable && (paid > 0 || payable <= 0)) return 'paid'
  if (paid > 0) return 'part_paid'
  return goesOnInvoice ? 'on_invoice' : 'open'
}
