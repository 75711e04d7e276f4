import {
  type DocumentOf,
  documentEntity,
  free,
  guarded,
  ledger,
  numbered,
  postingEntity,
  rows,
  type WrittenBy,
} from '#shared/kernel/change/entity.ts'
import type { RushSurcharge } from '#shared/pricing/price-line-input.ts'
import { noAddress, type PostalAddress } from '#shared/settings/replication.ts'
import type { VatTreatment } from '#shared/settings/vat-treatment.ts'
import {
  type DeliveryKind,
  type LineArtwork,
  noContact,
  type OrderCharge,
  type OrderContact,
  type OrderCustomer,
  type OrderLineItem,
  type OrderOrigin,
  type OrderSource,
  type PaymentMethod,
  type Promised,
  walkIn,
} from './sales-order.ts'
import { salesOrderStatuses } from './sales-order-states.ts'

const done = ['closed', 'cancelled'] as const

const salesOrderWriters: WrittenBy = {
  'salesOrder.take': ['salesOrder.take'],
  'salesOrder.change': ['salesOrder.change'],
  'salesOrder.confirm': ['salesOrder.confirm'],
  'salesOrder.hold': ['salesOrder.hold'],
  'salesOrder.release': ['salesOrder.hold'],
  'salesOrder.cancel': ['salesOrder.cancel'],
  'salesOrder.restore': ['salesOrder.cancel'],
  'salesOrder.close': ['salesOrder.change'],
  'salesOrder.reopen': ['salesOrder.change'],
  'finding.resolve': ['salesOrder.change'],
}

/** A sales order with its lines: one document (W2). Amounts are derived from the lines, never kept. */
export const salesOrderEntity = documentEntity('sales_order', salesOrderWriters, {
  status: guarded('draft', salesOrderStatuses),
  number: numbered(),
  isOnHold: free(false, { important: true }),
  holdReason: free(''),
  cancelReason: free(''),
  customer: free<OrderCustomer>(walkIn, { composite: true, important: true, lockedWhile: done }),
  contact: free<OrderContact>(noContact, { composite: true, personal: true }),
  invoiceAddress: free<PostalAddress>(noAddress, { composite: true, important: true, personal: true }),
  deliveryAddress: free<PostalAddress>(noAddress, { composite: true, important: true, personal: true }),
  delivery: free<DeliveryKind>('pick_up', { important: true }),
  deliveryCharge: free<OrderCharge | null>(null, { composite: true, important: true, lockedWhile: done }),
  promised: free<Promised | null>(null, { composite: true, important: true }),
  rush: free<RushSurcharge | null>(null, { composite: true, important: true, lockedWhile: done }),
  customerReference: free(''),
  instructions: free(''),
  currency: free('EUR'),
  pricesIncludeVat: free(false, { lockedWhile: done }),
  vatTreatment: free<VatTreatment>('domestic', { important: true, lockedWhile: done }),
  plannedPayment: free<PaymentMethod | null>(null),
  /** Work starts when it is paid. */
  paidBefore: free(false),
  source: free<OrderSource>('counter'),
  origin: free<OrderOrigin | null>(null, { composite: true }),
  takenBy: free(''),
  takenAt: free(''),
  orderedOn: free(''),
  confirmedAt: free<string | null>(null),
  lines: rows({
    /** Null until the line's first save; a line without an item is not there. */
    item: free<OrderLineItem | null>(null, { composite: true, important: true, lockedWhile: done }),
    artwork: free<LineArtwork | null>(null, { composite: true, important: true }),
    /** The line of another order that this one repeats. */
    origin: free<string | null>(null),
    note: free(''),
    position: free(''),
    removed: free(false, { important: true, lockedWhile: done }),
  }),
})

export type SalesOrder = DocumentOf<typeof salesOrderEntity>
export type SalesOrderLine = SalesOrder['lines'][string]

const noteWriters: WrittenBy = { 'salesOrder.note': ['salesOrder.note'] }

/** A note on an order: what has no natural bound is a document of its own (W20). */
export const salesOrderNoteEntity = postingEntity('sales_order_note', noteWriters, {
  salesOrderId: ledger(''),
  text: ledger(''),
  writtenBy: ledger(''),
  writtenAt: ledger(''),
})
