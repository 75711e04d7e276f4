import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import { thousandthsPerUnit } from '#shared/kernel/quantity.ts'

/** "500", "2 × 500", "1.5 h": a line's quantity; pieces need no word, every other unit has its own. */
export function useQuantityWords(): (
  quantity: { readonly sets: number; readonly each: number },
  unit: string,
) => string {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  return useCallback(
    ({ sets, each }, unit) => {
      const one = unit === 'C62' ? format.quantity(each) : t(`amount.${unit}`, { count: each / thousandthsPerUnit })
      return sets === 1 ? one : `${format.count(sets)} × ${one}`
    },
    [t, format],
  )
}
