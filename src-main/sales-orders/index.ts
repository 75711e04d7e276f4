export { takeOrder } from './commands/take-sales-order.ts'
export { type OrderBuilder, orderBuilder } from './order-builder.ts'
export { type AskedOrderPaper, type OrderPaper, type OrderSheet, orderPaper } from './order-paper.ts'
export { paidSlot } from './projection.ts'
