import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import { languageName } from '#renderer/settings/index.ts'
import type { WriteValue } from '#renderer/users/index.ts'
import { isLanguage } from '#shared/kernel/language.ts'

/** Values of a party that stand for words: languages, kinds, percentages, days. */
export function useHistoryValues(): WriteValue {
  const { t } = useTranslation('parties')
  const format = useFormat()
  return useCallback<WriteValue>(
    (path, value) => {
      if (path === 'discount' && typeof value === 'number') return format.percent(value)
      if (path === 'paymentTermDays' && typeof value === 'number') return t('screen.page.days', { count: value })
      if (path === 'language' && typeof value === 'string' && isLanguage(value)) return languageName(value)
      if (path === 'kind' && typeof value === 'string') return t(`kind.${value}`)
      if (typeof value === 'boolean') return t(value ? 'screen.yes' : 'screen.no')
      if (path === 'vatNumber' && typeof value === 'object' && value !== null && 'number' in value)
        return typeof value.number === 'string' ? value.number : null
      return null
    },
    [t, format],
  )
}
