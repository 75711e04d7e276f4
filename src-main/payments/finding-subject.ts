import { findingSubject } from '#main/tasks/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { paymentEntity } from '#shared/payments/replication.ts'

/** A payment is a fact: nothing is written on it, and it is read on its order. */
export const paymentSubject = findingSubject({
  entity: paymentEntity,
  grant: 'payment.reverse',
  title: ({ amount, currency }, language) =>
    isCurrency(currency) ? formatFor(isLanguage(language) ? language : 'en').amountWithCurrency(amount, currency) : '',
  readOn: ({ salesOrderId }) => ({ entity: 'sales_order', doc: salesOrderId }),
})
