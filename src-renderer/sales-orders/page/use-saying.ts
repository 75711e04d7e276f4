import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat } from '#renderer/client/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import type { HistorySaying } from './history-values.ts'

/** A value of an order's history in the words of the screen's language. */
export function useSaying(currency: string): (saying: HistorySaying) => string {
  const { t } = useTranslation('sales-orders')
  const { day, moment } = useDateWords()
  const format = useFormat()
  return useCallback(
    (saying) => {
      switch (saying.kind) {
        case 'nothing':
          return ''
        case 'text':
          return saying.text
        case 'moment':
          return moment(saying.at)
        case 'day':
          return day(saying.at)
        case 'promised':
          return saying.time === '' ? day(saying.on) : t('promised.at', { day: day(saying.on), time: saying.time })
        case 'amount':
          return isCurrency(currency) ? format.amount(saying.amount, currency) : ''
        case 'percent':
          return format.percent(saying.rate)
        case 'yesNo':
          return t(saying.isTrue ? 'timeline.yes' : 'timeline.no')
        case 'word':
          return t(saying.word)
      }
    },
    [t, day, moment, format, currency],
  )
}
