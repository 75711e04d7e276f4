import type { SalesOrder } from '#shared/sales-orders/sales-order.ts'
export type Known = SalesOrder
