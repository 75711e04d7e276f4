import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type DocumentKind, useFormat, useHouse } from '#renderer/client/index.ts'
import { useFieldWords, type WriteValue } from '#renderer/users/index.ts'

/** Payments, for findings that are about them; they are read on their order. */
export const paymentKind: DocumentKind = {
  entity: 'payment',
  word: 'tasks:about.payment',
  to: () => null,
  useWords: usePaymentWords,
}

function usePaymentWords() {
  const { t } = useTranslation('payments')
  const { currency } = useHouse()
  const format = useFormat()
  const write = useCallback<WriteValue>(
    (path, value) => {
      if (path === 'amount' && typeof value === 'number') return format.amount(value, currency)
      if (path === 'method' && typeof value === 'string') return t(`method.${value}`)
      if (path === 'part' && typeof value === 'string') return t(`sales-orders:part.${value}`)
      return null
    },
    [t, format, currency],
  )
  return useFieldWords('payments', 'payment', write)
}
