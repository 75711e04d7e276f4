import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { searchTables } from '#main/platform/database/text-search.ts'

export const salesOrders = sqliteTable(
  'sales_orders',
  {
    id: text('id').primaryKey(),
    /** Null for a draft; '' never. */
    number: text('number'),
    /** The number, or the id while there is none, so that drafts have a place when sorted by it. */
    numberKey: text('number_key').notNull(),
    status: text('status').notNull(),
    isOnHold: integer('is_on_hold', { mode: 'boolean' }).notNull(),
    holdReason: text('hold_reason').notNull(),
    stage: text('stage').notNull(),
    listGroup: text('list_group').notNull(),
    paymentStatus: text('payment_status').notNull(),
    plannedPayment: text('planned_payment'),
    partyId: text('party_id'),
    customerCode: text('customer_code').notNull(),
    customerName: text('customer_name').notNull(),
    customerReference: text('customer_reference').notNull(),
    title: text('title').notNull(),
    productName: text('product_name').notNull(),
    previewHash: text('preview_hash'),
    orderedOn: text('ordered_on').notNull(),
    takenAt: text('taken_at').notNull(),
    promisedOn: text('promised_on'),
    promisedAt: text('promised_at'),
    /** Date and time to sort by; what has no date comes last. */
    promisedKey: text('promised_key').notNull(),
    source: text('source').notNull(),
    currency: text('currency').notNull(),
    netAmount: integer('net_amount').notNull(),
    taxAmount: integer('tax_amount').notNull(),
    grossAmount: integer('gross_amount').notNull(),
    paidAmount: integer('paid_amount').notNull(),
  },
  (table) => [
    index('ix_sales_orders__group_taken').on(table.listGroup, table.takenAt, table.id),
    index('ix_sales_orders__stage_taken').on(table.stage, table.takenAt, table.id),
    index('ix_sales_orders__group_number').on(table.listGroup, table.numberKey, table.id),
    index('ix_sales_orders__group_title').on(table.listGroup, table.title, table.id),
    index('ix_sales_orders__group_customer').on(table.listGroup, table.customerCode, table.id),
    index('ix_sales_orders__group_product').on(table.listGroup, table.productName, table.id),
    index('ix_sales_orders__group_promised').on(table.listGroup, table.promisedKey, table.id),
    index('ix_sales_orders__group_payment').on(table.listGroup, table.plannedPayment, table.takenAt, table.id),
    index('ix_sales_orders__party').on(table.partyId, table.takenAt, table.id),
  ],
)

/** Kept by order: its lines lie together and are told apart within it. */
export const salesOrderLines = sqliteTable(
  'sales_order_lines',
  {
    id: text('id').notNull(),
    salesOrderId: text('sales_order_id').notNull(),
    productId: text('product_id'),
    position: text('position').notNull(),
    title: text('title').notNull(),
    quantity: integer('quantity').notNull(),
    unitCode: text('unit_code').notNull(),
    /** Net, or gross where the order's prices include VAT. */
    amount: integer('amount').notNull(),
    artworkHash: text('artwork_hash'),
  },
  (table) => [
    primaryKey({ columns: [table.salesOrderId, table.id] }),
    index('ix_sales_order_lines__product_id').on(table.productId, table.salesOrderId),
  ],
)

export const salesOrderNotes = sqliteTable(
  'sales_order_notes',
  {
    id: text('id').primaryKey(),
    salesOrderId: text('sales_order_id').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: text('written_at').notNull(),
  },
  (table) => [index('ix_sales_order_notes__sales_order_id').on(table.salesOrderId)],
)

export const salesOrderSearch = searchTables('sales_order')
