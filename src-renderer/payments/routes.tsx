import type { FeatureScreens } from '#renderer/client/index.ts'
import { OrderPaymentsPart } from './order-payments-part.tsx'
import { paymentKind } from './payment-kind.ts'
import { takePaymentAction } from './take-payment-action.tsx'

export const paymentsScreens: FeatureScreens = {
  routes: [
    {
      path: '/orders/$orderId/payment',
      load: async () => ({ Screen: (await import('./counter-payment.tsx')).CounterPayment }),
      grant: 'payment.receive',
    },
  ],
  documentKinds: [paymentKind],
  paletteActions: [takePaymentAction],
  orderParts: [{ id: 'payments', rank: 10, place: 'payments', Part: OrderPaymentsPart, grant: 'payment.see' }],
}
