import { useMemo } from 'react'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { parseAmount } from '#shared/kernel/parse/amount.ts'

interface MoneyForm {
  readonly parse: (text: string) => number | null
  readonly format: (amount: number) => string
}

/** How amounts in the shop's money are read from a field and written into it. */
export function useMoneyForm(): MoneyForm {
  const { currency } = useHouse()
  const format = useFormat()
  return useMemo(
    () => ({
      parse: (text) => {
        const reading = parseAmount(text, { language: format.language, currency })
        return reading.ok ? reading.value : null
      },
      format: (amount) => format.amountToEdit(amount, currency),
    }),
    [currency, format],
  )
}
