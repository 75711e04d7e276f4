export const salesOrders = 'sales orders'
