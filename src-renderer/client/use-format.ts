import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type CalendarDate, type Instant, timeOfDay } from '#shared/kernel/dates.ts'
import { type Format, formatFor, type NearDate } from '#shared/kernel/format.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { useHouse } from './house.tsx'

/** How the person at the screen writes numbers, amounts and dates: their language, whatever the paper's. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => formatFor(isLanguage(language) ? language : 'en'), [language])
}

export interface DateWords {
  /** "Today", "Tomorrow", "Thu 26 Nov". */
  day(date: CalendarDate): string
  /** "Today 16:00", "Thu 26 Nov 16:00". */
  moment(instant: Instant): string
  /** Only the clock when it was today, else the day with it. */
  since(instant: Instant): string
  /** "16:00" in the shop's time zone. */
  time(instant: Instant): string
}

/** Days and moments said as people say them, on the shop's calendar and clock. */
export function useDateWords(): DateWords {
  const { t } = useTranslation('app')
  const format = useFormat()
  const { timeZone, today, now } = useHouse()
  return useMemo(() => {
    const say = (near: NearDate) => (near.kind === 'date' ? near.text : t(`day.${near.kind}`))
    const time = (instant: Instant) => timeOfDay(instant, timeZone)
    const moment = (instant: Instant) => {
      const near = format.nearMoment(instant, now(), timeZone)
      return t('day.at', { day: say(near), time: near.time })
    }
    return {
      day: (date) => say(format.nearDate(date, today)),
      moment,
      since: (instant) =>
        format.nearMoment(instant, now(), timeZone).kind === 'today' ? time(instant) : moment(instant),
      time,
    }
  }, [t, format, timeZone, today, now])
}
