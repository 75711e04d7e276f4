import type { FeatureModule } from '#main/platform/bus/module.ts'
import { cancelSalesOrder, restoreSalesOrder } from './commands/cancel-sales-order.ts'
import { changeSalesOrder } from './commands/change-sales-order.ts'
import { closeSalesOrder, reopenSalesOrder } from './commands/close-sales-order.ts'
import { confirmSalesOrder } from './commands/confirm-sales-order.ts'
import { holdSalesOrder, releaseSalesOrder } from './commands/hold-sales-order.ts'
import { noteSalesOrder } from './commands/note-sales-order.ts'
import { takeSalesOrder } from './commands/take-sales-order.ts'
import { salesOrderNoteProjection, salesOrderProjection } from './projection.ts'
import { countSalesOrders } from './queries/count-sales-orders.ts'
import { findByReference } from './queries/find-by-reference.ts'
import { getSalesOrder } from './queries/get-sales-order.ts'
import { listSalesOrders } from './queries/list-sales-orders.ts'
import { orderAgain } from './queries/order-again.ts'
import { promisedSalesOrders } from './queries/promised-sales-orders.ts'

export { salesOrderSubject } from './finding-subject.ts'
export { salesOrderPapers } from './papers.ts'

export const salesOrdersModule: FeatureModule = {
  name: 'sales-orders',
  projections: [salesOrderProjection, salesOrderNoteProjection],
  commands: [
    takeSalesOrder,
    changeSalesOrder,
    confirmSalesOrder,
    holdSalesOrder,
    releaseSalesOrder,
    cancelSalesOrder,
    restoreSalesOrder,
    closeSalesOrder,
    reopenSalesOrder,
    noteSalesOrder,
  ],
  queries: [getSalesOrder, listSalesOrders, countSalesOrders, findByReference, orderAgain, promisedSalesOrders],
}
