import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import type { WriteValue } from '#renderer/users/index.ts'

/** Values of a product that stand for words. Options and prices are said by name only: no line could hold them. */
export function useHistoryValues(): WriteValue {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  return useCallback<WriteValue>(
    (path, value) => {
      if (path === 'discount' && typeof value === 'number') return format.percent(value)
      if (path === 'kind' && typeof value === 'string') return t(`kind.${value}`)
      if (path === 'assortment' && typeof value === 'string') return t(`assortment.${value}`)
      if (path === 'unit' && typeof value === 'string') return t(`unit.${value}`)
      if (path === 'vatLevel' && typeof value === 'string') return t(`pricing:vat.level.${value}`)
      if (typeof value === 'boolean') return t(value ? 'screen.yes' : 'screen.no')
      return null
    },
    [t, format],
  )
}
