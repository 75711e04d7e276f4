import type { GlyphName } from '#renderer/ui/index.ts'
import { statusGlyphs } from '#renderer/ui/index.ts'
import type { PaymentStatus, SalesOrderStage } from '#shared/sales-orders/sales-order-states.ts'

/** The glyph of each stage (design, section 6). */
export const stageGlyphs: Readonly<Record<SalesOrderStage, GlyphName>> = {
  draft: statusGlyphs.salesOrder.draft,
  on_hold: statusGlyphs.salesOrder.onHold,
  files_to_check: statusGlyphs.salesOrder.filesToCheck,
  waiting_for_payment: statusGlyphs.salesOrder.waitingForPayment,
  new: statusGlyphs.salesOrder.new,
  finished: statusGlyphs.salesOrder.finished,
  cancelled: statusGlyphs.salesOrder.cancelled,
}

export const paymentGlyphs: Readonly<Record<PaymentStatus, GlyphName>> = {
  open: statusGlyphs.orderPayment.open,
  part_paid: statusGlyphs.orderPayment.partPaid,
  paid: statusGlyphs.orderPayment.paid,
  on_invoice: statusGlyphs.orderPayment.onInvoice,
}

/** What is over and done with is printed in the second ink. */
export function isSettled(stage: SalesOrderStage): boolean {
  return stage === 'finished' || stage === 'cancelled'
}

export interface PromisedFacts {
  readonly on: string | null
  readonly at: string | null
  readonly stage: SalesOrderStage
}

export type Lateness = 'none' | 'today' | 'late'

/**
 * SO: late is what was promised before now and is not finished. A day without a time ends with the day; `time` is the
 * clock on the shop's wall.
 */
export function latenessOf({ on, at, stage }: PromisedFacts, today: string, time: string): Lateness {
  if (on === null || isSettled(stage) || stage === 'draft') return 'none'
  if (on < today) return 'late'
  if (on > today) return 'none'
  return at !== null && at < time ? 'late' : 'today'
}
