import type { DrawerOccasion } from '#main/printing/index.ts'
import { paymentEntity } from '#shared/payments/replication.ts'

/** Cash received goes into the drawer. To give cash back somebody opens it by hand and says why (P11). */
export const cashInDrawer: DrawerOccasion = {
  on: paymentEntity.name,
  cashFor: ({ method, amount, reverses, salesOrderId }) =>
    method === 'cash' && Number(amount) > 0 && (reverses ?? null) === null ? String(salesOrderId) : null,
}
