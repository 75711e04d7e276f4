export { takeOrder } from './commands/take-sales-order.ts'
export { type OrderBuilder, orderBuilder } from './order-builder.ts'
export { paidSlot } from './projection.ts'
