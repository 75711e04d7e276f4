export { salesOrders } from '#main/sales-orders/index.ts'
