import { useMemo } from 'react'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { businessDay, type Instant, timeOfDay, yearOf } from '#shared/kernel/dates.ts'
import { localeOf } from '#shared/kernel/language.ts'

/** In the narrow column of a timeline: "14:02" today, else "18 Nov", with the year when it is not this one. */
export function useShortMoment(): (instant: Instant) => string {
  const { language } = useFormat()
  const { timeZone, today } = useHouse()
  return useMemo(() => {
    const day = (isThisYear: boolean) =>
      new Intl.DateTimeFormat(localeOf(language), {
        day: 'numeric',
        month: 'short',
        ...(isThisYear ? {} : { year: '2-digit' }),
        timeZone,
      })
    const [thisYear, otherYear] = [day(true), day(false)]
    return (instant) => {
      const on = businessDay(instant, timeZone)
      if (on === today) return timeOfDay(instant, timeZone)
      return (yearOf(on) === yearOf(today) ? thisYear : otherYear).format(new Date(instant))
    }
  }, [language, timeZone, today])
}
