export { paymentSubject } from './finding-subject.ts'

import type { FeatureModule } from '#main/platform/bus/module.ts'
import { receivePayment } from './commands/receive-payment.ts'
import { reversePayment } from './commands/reverse-payment.ts'
import { paymentFindingRules } from './finding-rules.ts'
import { paymentProjection } from './projection.ts'
import { paymentsOfOrder } from './queries/payments-of-order.ts'

export { cashInDrawer } from './cash-in-drawer.ts'
export { paymentPapers } from './papers.ts'

export const paymentsModule: FeatureModule = {
  name: 'payments',
  projections: [paymentProjection],
  findingRules: paymentFindingRules,
  commands: [receivePayment, reversePayment],
  queries: [paymentsOfOrder],
}
